import Discovery
import Repository

/// Something to look into.
enum Input: Sendable {
  case standardInput
  case file(Path, Discovery.Origin)
}

/// What the paths of a command line stand for.
struct Inputs {
  /// Each file once, in the order in which it was given or met.
  private(set) var all: [Input] = []
  /// The paths, folders and ignore files that could not be looked at.
  private(set) var failures: [ReadFailure] = []
  /// The folders that were walked.
  private(set) var walked: [Path] = []

  private let files: any FileSystem
  /// What is expected of a file that is named.
  private let origin: Discovery.Origin
  /// Where each file that was seen stands among all, by its resolved path. Not kept where no file can be met twice.
  private var places: [Path: Int]?
  private var readsStandardInput = false

  /// Tells what is passed over in folders; nil for nothing.
  private let isExcluded: ((Path, _ isFolder: Bool) -> Bool)?

  /// - Parameters:
  ///   - paths: None for the current folder.
  ///   - mayBeUnrelated: Whether files that are named may hold anything, as files in folders may.
  ///   - isExcluded: Tells what is passed over in folders, and of files that may hold anything; nil for nothing.
  init(
    _ paths: [String], mayBeUnrelated: Bool = false, in files: any FileSystem,
    excluding isExcluded: ((Path, _ isFolder: Bool) -> Bool)? = nil
  ) {
    self.files = files
    self.isExcluded = isExcluded
    origin = mayBeUnrelated ? .walked : .named
    places = paths.count < 2 ? nil : [:]
    for path in paths.isEmpty ? ["."] : paths { add(path) }
  }

  private mutating func add(_ text: String) {
    guard text != "-" else { return addStandardInput() }
    let path = Path(text)
    do throws(ReadFailure) {
      switch try files.kind(of: path) {
      case .missing: throw ReadFailure(path, .missing)
      case .folder: addFiles(below: path)
      // A hook hands over whatever changed.
      case .file where origin == .walked && passesOver(path): break
      default: addFile(path, origin)
      }
    } catch {
      failures.append(error)
    }
  }

  /// Whether a walk from the top would pass over a file.
  private func passesOver(_ file: Path) -> Bool {
    guard let isExcluded else { return false }
    return isExcluded(file, false)
      || sequence(first: file, next: \.parent).dropFirst().contains { isExcluded($0, true) }
  }

  private mutating func addStandardInput() {
    if !readsStandardInput { all.append(.standardInput) }
    readsStandardInput = true
  }

  private mutating func addFiles(below folder: Path) {
    let walk = Walk(
      below: folder, in: files, keeping: FileExtensions(Discovery.extensions), excluding: isExcluded)
    walked.append(folder)
    for file in walk.files { addFile(file, .walked) }
    failures += walk.failures
  }

  private mutating func addFile(_ path: Path, _ origin: Discovery.Origin) {
    let identity = places == nil ? path : (try? files.resolve(path)) ?? path
    if let place = places?[identity] {
      // Whoever names a file that a walk met as well expects a workflow in it.
      if origin == .named { all[place] = .file(path, .named) }
    } else {
      places?[identity] = all.count
      all.append(.file(path, origin))
    }
  }
}
