/// A walk under way: depth first, with the open levels on a stack of its own, so that depth costs no call stack.
struct Traversal<Files: FileSystem> {
  let fileSystem: Files
  let extensions: FileExtensions?
  let isExcluded: ((_ path: Path, _ isFolder: Bool) -> Bool)?
  private(set) var files: [Path] = []
  private(set) var failures: [ReadFailure] = []

  init(
    fileSystem: Files, extensions: FileExtensions?, isExcluded: ((_ path: Path, _ isFolder: Bool) -> Bool)?
  ) {
    self.fileSystem = fileSystem
    self.extensions = extensions
    self.isExcluded = isExcluded
  }

  /// A folder that is being walked.
  private struct Level {
    let folder: Folder
    /// What is left to visit, last first.
    var entries: [FolderEntry]
  }

  private struct Folder {
    /// As people see it.
    let path: Path
    /// From the root of the outermost repository, with a trailing slash; empty for that root.
    let pathInRepository: [UInt8]
    /// Those of the folders above, until its own are added.
    var rules: IgnoreRules

    func ignores(_ entry: FolderEntry) -> Bool {
      rules.ignores(
        pathInRepository + entry.name, nameStart: pathInRepository.count, isFolder: entry.kind == .folder)
    }

    func child(_ name: [UInt8]) -> Folder {
      Folder(path: path.appending(name), pathInRepository: pathInRepository + name + [slash], rules: rules)
    }
  }

  mutating func run(from start: Path) {
    var levels: [Level] = []
    if let first = open(outermost(start), isStart: true) { levels.append(first) }
    while var level = levels.popLast() {
      guard let entry = level.entries.popLast() else { continue }
      levels.append(level)
      if entry.kind == .file {
        files.append(level.folder.path.appending(entry.name))
      } else if let child = open(level.folder.child(entry.name), isStart: false) {
        levels.append(child)
      }
    }
  }

  /// Lists a folder and sorts out what to visit in it.
  private mutating func open(_ folder: Folder, isStart: Bool) -> Level? {
    var folder = folder
    var entries: [FolderEntry] = []
    var hasIgnoreFile = false
    var isRepository = false
    do {
      try fileSystem.list(folder.path) { entry in
        if entry.name == ignoreFileName { hasIgnoreFile = entry.kind == .file }
        if entry.name == gitName { isRepository = entry.kind == .folder || entry.kind == .file }
        if isWanted(entry) { entries.append(entry) }
      }
    } catch {
      // A folder may go away while its parent is being walked.
      if isStart || error.reason != .missing { failures.append(error) }
      return nil
    }
    if isRepository { folder.rules = privateRules(of: RepositoryRoot(folder: folder.path), at: folder) }
    if hasIgnoreFile { addIgnoreFile(folder.path.appending(ignoreFileName), to: &folder) }
    entries.removeAll { folder.ignores($0) }
    if let isExcluded {
      entries.removeAll { isExcluded(folder.path.appending($0.name), $0.kind == .folder) }
    }
    entries.sort { $1.name.lexicographicallyPrecedes($0.name) }
    return Level(folder: folder, entries: entries)
  }

  private func isWanted(_ entry: FolderEntry) -> Bool {
    switch entry.kind {
    case .file: extensions?.contain(entry.name) ?? true
    case .folder: !skippedFolders.contains(entry.name)
    case .link, .pipe, .device, .socket, .missing: false
    }
  }
}

// MARK: - Ignore files

extension Traversal {
  /// The start of a walk, with the rules of the folders above it.
  private mutating func outermost(_ start: Path) -> Folder {
    let lone = Folder(path: start, pathInRepository: [], rules: IgnoreRules())
    guard let resolved = try? fileSystem.resolve(start),
      let root = RepositoryRoot(at: resolved, in: fileSystem), root.folder != resolved
    else { return lone }
    var folder = Folder(path: root.folder, pathInRepository: [], rules: IgnoreRules())
    folder.rules = privateRules(of: root, at: folder)
    for name in resolved.bytes.dropFirst(root.folder.bytes.count).split(separator: slash) {
      let ignoreFile = folder.path.appending(ignoreFileName)
      // Neither here nor below does git follow a link to an ignore file.
      if (try? fileSystem.kind(of: ignoreFile, followingLinks: false)) == .file {
        addIgnoreFile(ignoreFile, to: &folder)
      }
      folder = folder.child(Array(name))
    }
    return Folder(path: start, pathInRepository: folder.pathInRepository, rules: folder.rules)
  }

  /// The rules that a repository begins with; those of a repository around it end here.
  private mutating func privateRules(of root: RepositoryRoot, at folder: Folder) -> IgnoreRules {
    var folder = folder
    folder.rules = IgnoreRules()
    addIgnoreFile(root.excludeFile(in: fileSystem), to: &folder)
    return folder.rules
  }

  private mutating func addIgnoreFile(_ path: Path, to folder: inout Folder) {
    do {
      // Nobody waits for the writer of a pipe that a walk comes upon.
      guard try fileSystem.kind(of: path) == .file else { return }
      let bytes = try fileSystem.read(path, limit: IgnoreFile.maximumSize)
      folder.rules.add(IgnoreFile(bytes), about: folder.pathInRepository)
    } catch {
      if error.reason != .missing { failures.append(error) }
    }
  }
}

/// What tools installed, built or cached; nobody's own work.
private let skippedFolders: Set<[UInt8]> = Set(
  [
    ".git", "node_modules", ".terraform", ".build", ".venv", "venv", "__pycache__", ".tox", ".serverless",
    ".aws-sam",
  ].map { Array($0.utf8) })

private let gitName = Array(".git".utf8)
private let ignoreFileName = Array(".gitignore".utf8)
