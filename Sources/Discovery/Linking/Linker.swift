public import Repository
import SourceText

/// Brings together templates and the files in which their definitions stand.
///
/// A definition that is reached twice is there once, with what each template says of it. Files that are not among those
/// of the run are read for it: each once, and none that lies outside of what belongs together.
public struct Linker: Sendable {
  let files: any FileSystem
  let discovery: Discovery
  /// Whether files are followed out of the repository.
  let followsOutside: Bool

  /// How many files may refer to each other in a row.
  static let maximumDepth = 8

  public init(files: any FileSystem, discovery: Discovery, followsOutside: Bool = false) {
    self.files = files
    self.discovery = discovery
    self.followsOutside = followsOutside
  }

  /// A file that is about to be read, and what came of it.
  public typealias Opened = Result<Document, LinkFailure>

  /// Follows the links of files, and looks up the templates that refer to definitions nobody refers to so far.
  ///
  /// - Parameters:
  ///   - inputs: The files of a run, each once.
  ///   - walked: The folders that were walked; templates in them are among the inputs.
  ///   - map: Opens files, several at a time if it likes, in the order in which they are given.
  /// - Returns: The inputs in their order, then what was read besides, in an order that follows from theirs.
  public func link(
    _ inputs: [LinkedFile], walked: [Path] = [],
    opening map: @escaping ([Path], @Sendable (Path) -> Opened) -> [Opened] = { $0.map($1) }
  ) -> [LinkedFile] {
    var run = LinkRun(self, inputs, map)
    for index in inputs.indices { run.addLinks(of: index, from: 0) }
    run.followLinks()
    run.lookUpTemplates(walked: walked)
    return run.result
  }
}

/// Links being followed.
struct LinkRun {
  private let linker: Linker
  private let reader: LinkReader
  private let map: ([Path], @Sendable (Path) -> Linker.Opened) -> [Linker.Opened]
  private(set) var result: [LinkedFile]
  private var resolver: LinkResolver
  private var pending: [Pending] = []

  /// A link that nobody has followed yet.
  private struct Pending {
    let file: Int
    let link: Int
    /// The folder that its path is in.
    let folder: Path
    /// What led to the file that holds it.
    let trail: [Step]
  }

  /// A part of a file that a link led to.
  private struct Step: Equatable {
    let file: Int
    let keys: [String]
  }

  init(
    _ linker: Linker, _ inputs: [LinkedFile],
    _ map: @escaping ([Path], @Sendable (Path) -> Linker.Opened) -> [Linker.Opened]
  ) {
    self.linker = linker
    self.map = map
    reader = LinkReader(files: linker.files, discovery: linker.discovery)
    result = inputs
    resolver = LinkResolver(
      files: linker.files, inputs: inputs.map(\.path), followsOutside: linker.followsOutside)
  }

  /// Adds the links of a file that was not reached by one.
  mutating func addLinks(of file: Int, from first: Int) {
    addLinks(of: file, from: first, in: result[file].path?.parent ?? .currentFolder, behind: [])
  }

  private mutating func addLinks(of file: Int, from first: Int, in folder: Path, behind trail: [Step]) {
    let links = result[file].document.links
    guard first < links.count else { return }
    for link in first..<links.count {
      pending.append(Pending(file: file, link: link, folder: folder, trail: trail))
    }
  }

  /// Follows the links, and those in the parts of files to which they lead, level by level.
  mutating func followLinks() {
    while !pending.isEmpty {
      let level = pending
      pending = []
      let targets = level.map { target(of: $0) }
      open(targets)
      for (link, target) in zip(level, targets) { settle(link, target) }
    }
  }

  /// Adds the templates of those inputs that are definitions and that no file of the run refers to.
  mutating func lookUpTemplates(walked: [Path]) {
    let definitions = result.indices.filter { result[$0].needsTemplate }
    guard !definitions.isEmpty else { return }
    var search = TemplateSearch(files: linker.files, discovery: linker.discovery, walked: walked)
    var places: [Path: Int] = [:]
    for path in definitions.compactMap({ result[$0].path }) {
      for finding in search.templates(referringTo: path) {
        let place = places[finding.path] ?? result.count
        if place == result.count {
          result.append(LinkedFile(finding.document.asTemplate, at: finding.path, role: .template))
        }
        places[finding.path] = place
        let first = result[place].document.links.count
        result[place].document.links += finding.links
        addLinks(of: place, from: first)
      }
    }
    followLinks()
  }

  private mutating func target(of pending: Pending) -> Result<LinkResolver.Target, LinkFailure> {
    guard pending.trail.count < Linker.maximumDepth else { return .failure(.isCircular) }
    let link = result[pending.file].document.links[pending.link]
    do throws(LinkFailure) {
      return .success(try resolver.target(of: Path(link.path), in: pending.folder))
    } catch {
      return .failure(error)
    }
  }

  /// Reads those that are not there yet.
  private mutating func open(_ targets: [Result<LinkResolver.Target, LinkFailure>]) {
    var missing: [LinkResolver.Target] = []
    var seen: Set<Path> = []
    for case .success(let target) in targets
    where resolver.place(of: target) == nil && seen.insert(target.identity).inserted {
      missing.append(target)
    }
    guard !missing.isEmpty else { return }
    let reader = reader
    let opened = map(missing.map(\.path)) { reader.open($0) }
    for (target, outcome) in zip(missing, opened) {
      switch outcome {
      case .success(let document):
        resolver.add(target, .success(result.count))
        result.append(LinkedFile(document, at: target.path, role: .target))
      case .failure(let failure): resolver.add(target, .failure(failure))
      }
    }
  }

  private mutating func settle(_ pending: Pending, _ target: Result<LinkResolver.Target, LinkFailure>) {
    let link = result[pending.file].document.links[pending.link]
    do throws(LinkFailure) {
      let file = try resolver.file(of: target.get())
      // What a file says of itself is no definition, but a part of it may be one.
      if file == pending.file, link.keys.isEmpty { throw .isSelf }
      let step = Step(file: file, keys: link.keys)
      if pending.trail.contains(step) { throw .isCircular }
      let anchor = Anchor(keys: link.keys, content: link.content, use: link.use)
      let found = try result[file].document.attach(anchor, limits: linker.discovery.limits)
      result[pending.file].document.links[pending.link].target = .reached(found.definitions)
      addLinks(of: file, from: found.firstNewLink, in: pending.folder, behind: pending.trail + [step])
    } catch {
      result[pending.file].document.links[pending.link].target = .failed(error)
    }
  }
}
