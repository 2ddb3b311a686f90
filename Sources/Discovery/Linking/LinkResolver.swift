import Repository

/// Tells which files links lead to, and keeps which are there already.
struct LinkResolver {
  private let files: any FileSystem
  private let followsOutside: Bool
  /// By file of the run.
  private let inputs: [Path?]
  /// The files of the run, by the last component of their path; made when the first link is followed.
  private var inputsByName: [ArraySlice<UInt8>: [Int]]?
  /// What became of the files that were looked at, by their resolved path.
  private var places: [Path: Result<Int, LinkFailure>] = [:]
  private var boundaries: [Path: Boundary?] = [:]

  struct Target {
    /// As people would write it.
    let path: Path
    /// Absolute, without links.
    let identity: Path
  }

  init(files: any FileSystem, inputs: [Path?], followsOutside: Bool) {
    self.files = files
    self.inputs = inputs
    self.followsOutside = followsOutside
  }

  /// The file that a path in a folder leads to. An input may be anywhere; anything else must be a regular file inside
  /// the boundary of the folder.
  mutating func target(of reference: Path, in folder: Path) throws(LinkFailure) -> Target {
    let identity: Path
    do throws(ReadFailure) {
      identity = try files.resolve(reference.isAbsolute ? reference : folder.appending(reference.bytes))
    } catch {
      throw failure(of: folder.following(reference), in: folder, error.reason)
    }
    let target = Target(path: display(reference, in: folder, identity), identity: identity)
    if place(of: target) != nil { return target }
    try checkIsInside(identity, of: folder)
    switch try? files.kind(of: identity) {
    case .file: return target
    case .folder: throw .isFolder
    default: throw .isNoFile
    }
  }

  /// What became of a file, if it was looked at before or is one of the run.
  mutating func place(of target: Target) -> Result<Int, LinkFailure>? {
    if let known = places[target.identity] { return known }
    guard let input = input(at: target.identity) else { return nil }
    places[target.identity] = .success(input)
    return .success(input)
  }

  mutating func file(of target: Target) throws(LinkFailure) -> Int {
    guard let place = place(of: target) else { throw .missing(neighbours: []) }
    return try place.get()
  }

  mutating func add(_ target: Target, _ place: Result<Int, LinkFailure>) {
    places[target.identity] = place
  }

  /// Only those of the same name are resolved: a walk meets no links, and who names a link names what it leads to.
  private mutating func input(at identity: Path) -> Int? {
    let byName = inputsByName ?? namesOfInputs()
    inputsByName = byName
    return byName[identity.name]?.first { index in
      inputs[index].flatMap { try? files.resolve($0) } == identity
    }
  }

  private func namesOfInputs() -> [ArraySlice<UInt8>: [Int]] {
    var result: [ArraySlice<UInt8>: [Int]] = [:]
    for (index, path) in inputs.enumerated() {
      guard let path else { continue }
      let isLink = (try? files.kind(of: path, followingLinks: false)) == .link
      let name = isLink ? (try? files.resolve(path))?.name ?? path.name : path.name
      result[ArraySlice(Array(name)), default: []].append(index)
    }
    return result
  }

  private mutating func boundary(of folder: Path) -> Boundary? {
    if let known = boundaries[folder] { return known }
    let boundary = Boundary(around: folder, in: files)
    boundaries[folder] = boundary
    return boundary
  }

  /// The shortest way to write where a file is, as long as it is right.
  private func display(_ reference: Path, in folder: Path, _ identity: Path) -> Path {
    let short = folder.following(reference)
    return (try? files.resolve(short)) == identity ? short : folder.appending(reference.bytes)
  }

  private mutating func checkIsInside(_ identity: Path, of folder: Path) throws(LinkFailure) {
    guard !followsOutside, let boundary = boundary(of: folder), !boundary.contains(identity) else { return }
    throw .isOutside(isRepository: boundary.isRepository)
  }

  /// What is missing outside is nobody's business either.
  private mutating func failure(
    of path: Path, in start: Path, _ reason: ReadFailure.Reason
  ) -> LinkFailure {
    guard case .missing = LinkFailure(reason), let folder = path.parent,
      let identity = try? files.resolve(folder)
    else { return LinkFailure(reason) }
    do throws(LinkFailure) { try checkIsInside(identity, of: start) } catch { return error }
    var names: [String] = []
    try? files.list(folder) { entry in
      guard entry.kind == .file, names.count < Self.maximumNeighbours else { return }
      names.append(String(decoding: entry.name, as: UTF8.self))
    }
    return .missing(neighbours: names.sorted())
  }

  /// Of a folder with more entries nobody knows which one was meant.
  private static let maximumNeighbours = 1000
}
