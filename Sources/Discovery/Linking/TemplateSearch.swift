import Repository
import SourceText

/// Looks up the templates that refer to a definition: in its folder and in those above it, up to the end of what belongs
/// together. Who changes only the definition changes what the template deploys.
struct TemplateSearch {
  private let files: any FileSystem
  private let discovery: Discovery
  /// Folders whose files are known already, as people see them and resolved.
  private let walked: [(shown: Path, folder: Path)]
  /// What to look into for a file in a folder of `walked`: the same for all, and mostly nothing. By its index.
  private var foldersAbove: [Int: [Place]] = [:]
  /// By folder, resolved.
  private var folders: [Path: [Candidate]] = [:]

  /// How many templates of a folder, and how many folders above a definition, are looked at.
  private static let maximumCandidates = 32
  private static let maximumFolders = 16

  /// A folder to look into.
  private struct Place {
    let folder: Path
    let shown: Path
  }

  /// A file that is called like a template.
  private struct Candidate {
    let path: Path
    let source: SourceFile
    /// Nil until it is needed; empty if it refers to nothing.
    var links: [(link: DefinitionLink, target: Path)]?
    var document: Document?
  }

  /// A template, with those of its links that lead to what was asked for.
  struct Finding {
    let path: Path
    let document: Document
    let links: [DefinitionLink]
  }

  init(files: any FileSystem, discovery: Discovery, walked: [Path]) {
    self.files = files
    self.discovery = discovery
    self.walked = walked.compactMap { path in
      (try? files.resolve(path)).map { (Path.currentFolder.following(path), $0) }
    }
  }

  /// The templates of the nearest folder that has any that refer to a file.
  mutating func templates(referringTo path: Path) -> [Finding] {
    let places = places(for: path)
    guard !places.isEmpty, let identity = try? files.resolve(path) else { return [] }
    for place in places {
      let found = templates(in: place.folder, shownAs: place.shown, referringTo: identity)
      if !found.isEmpty { return found }
    }
    return []
  }

  private mutating func places(for path: Path) -> [Place] {
    // Walks are over thousands of files, for which no folder needs to be looked up.
    guard let index = walked.firstIndex(where: { path.isShown(below: $0.shown) }) else {
      return places(from: path.parent ?? .currentFolder)
    }
    let known = foldersAbove[index] ?? places(from: walked[index].shown)
    foldersAbove[index] = known
    return known
  }

  /// A folder and those above it, as far as they belong together and are not known.
  private func places(from start: Path) -> [Place] {
    guard var folder = try? files.resolve(start), let boundary = Boundary(around: folder, in: files) else {
      return []
    }
    var places: [Place] = []
    var shown = start
    for _ in 0..<Self.maximumFolders where boundary.contains(folder) {
      if !walked.contains(where: { folder.isIn($0.folder) }) {
        places.append(Place(folder: folder, shown: shown))
      }
      guard folder != boundary.folder, let parent = folder.parent else { break }
      folder = parent
      shown = shown.following("..")
    }
    return places
  }

  private mutating func templates(in folder: Path, shownAs shown: Path, referringTo identity: Path)
    -> [Finding]
  {
    var candidates = folders[folder] ?? candidates(in: folder, shownAs: shown)
    var found: [Finding] = []
    for index in candidates.indices {
      if candidates[index].links == nil {
        guard candidates[index].source.contains(Array(identity.name)) else { continue }
        read(&candidates[index])
      }
      let links = candidates[index].links?.filter { $0.target == identity } ?? []
      guard let document = candidates[index].document, !links.isEmpty else { continue }
      found.append(Finding(path: candidates[index].path, document: document, links: links.map(\.link)))
    }
    folders[folder] = candidates
    return found
  }

  private func candidates(in folder: Path, shownAs shown: Path) -> [Candidate] {
    var names: [[UInt8]] = []
    try? files.list(folder) { entry in
      if entry.kind == .file, TemplateName.matches(entry.name) { names.append(entry.name) }
    }
    let shown = (try? files.resolve(shown)) == folder ? shown : folder
    return names.sorted { $0.lexicographicallyPrecedes($1) }.prefix(Self.maximumCandidates).compactMap {
      name in
      let path = shown.appending(name)
      guard let source = try? files.source(at: path, limits: discovery.limits),
        Template.isMentioned(in: source)
      else { return nil }
      return Candidate(path: path, source: source)
    }
  }

  private func read(_ candidate: inout Candidate) {
    candidate.document = discovery.document(candidate.source, origin: .walked)
    let folder = candidate.path.parent ?? .currentFolder
    candidate.links =
      candidate.document?.links.compactMap { link in
        let path = Path(link.path)
        return (try? files.resolve(path.isAbsolute ? path : folder.appending(path.bytes))).map { (link, $0) }
      } ?? []
  }
}

extension Path {
  /// Whether a walk of a folder names files so.
  fileprivate func isShown(below folder: Path) -> Bool {
    folder == .currentFolder ? !isAbsolute && !bytes.starts(with: "..".utf8) : isIn(folder)
  }
}
