import Discovery
import Repository

/// Something to look into.
enum LintInput: Sendable {
  case standardInput
  case file(Path, Discovery.Origin)
}

/// What the paths of a command line stand for.
struct LintInputs {
  /// Each file once, in the order in which it was given or met.
  private(set) var inputs: [LintInput] = []
  private(set) var failures: [ReadFailure] = []

  private let files: any FileSystem
  /// Where each file that was seen stands among `inputs`. Empty as long as no file can be met twice.
  private var places: [Path: Int] = [:]
  private var readsStandardInput = false

  /// - Parameter paths: None for the current folder.
  init(_ paths: [String], in files: any FileSystem) {
    self.files = files
    for path in paths.isEmpty ? ["."] : paths {
      add(path, isOnly: paths.count < 2)
    }
  }

  private mutating func add(_ text: String, isOnly: Bool) {
    guard text != "-" else { return addStandardInput() }
    let path = Path(text)
    do throws(ReadFailure) {
      switch try files.kind(of: path) {
      case .missing: throw ReadFailure(path, .missing)
      case .folder: addFiles(below: path, isOnly: isOnly)
      default: addFile(path, .named, isOnly: isOnly)
      }
    } catch {
      failures.append(error)
    }
  }

  private mutating func addStandardInput() {
    if !readsStandardInput { inputs.append(.standardInput) }
    readsStandardInput = true
  }

  private mutating func addFiles(below folder: Path, isOnly: Bool) {
    let walk = Walk(below: folder, in: files, keeping: FileExtensions(Discovery.extensions))
    for file in walk.files { addFile(file, .walked, isOnly: isOnly) }
    failures += walk.failures
  }

  private mutating func addFile(_ path: Path, _ origin: Discovery.Origin, isOnly: Bool) {
    guard !isOnly else { return inputs.append(.file(path, origin)) }
    let identity = (try? files.resolve(path)) ?? path
    guard let place = places[identity] else {
      places[identity] = inputs.count
      return inputs.append(.file(path, origin))
    }
    // Whoever names a file that a walk met as well expects a workflow in it.
    if origin == .named { inputs[place] = .file(path, .named) }
  }
}
