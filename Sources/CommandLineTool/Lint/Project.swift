import Configuration
import DeclaredRules
import Linting
import Reports
import Repository
import SourceText

/// A configuration in its place: its paths start from one folder, those of the run from another.
struct Project: Sendable {
  let configuration: Configuration
  private let view: FolderView
  /// What the configuration's paths start from.
  private let folder: String
  private let current: String

  /// - Parameters:
  ///   - folder: The absolute path of what the configuration's paths start from.
  ///   - current: The absolute path of the current folder.
  init(_ configuration: Configuration, folder: String, current: String) {
    self.configuration = configuration
    view = FolderView(folder, from: current)
    self.folder = folder
    self.current = current
  }

  /// A path as the configuration sees it; nil if that is outside of its folder.
  ///
  /// - Parameter path: As the run sees it.
  func path(of path: String) -> String? { view.path(of: path) }

  /// What to look into when the command line does not say it, as the run sees it.
  var paths: [String] {
    configuration.paths.map { path in
      if path.hasPrefix("/") || folder == current { return path }
      return ReportRoot(current).relative("\(folder)/\(path)")
    }
  }

  /// Whether something is passed over that a walk meets.
  func excludes(_ path: Repository.Path, isFolder: Bool) -> Bool {
    guard let patterns = configuration.exclude, let path = self.path(of: path.description) else {
      return false
    }
    return patterns.match(path, isFolder: isFolder)
  }
}

extension Project {
  /// The configuration of a run: the one that somebody named, or the nearest; nil if there is none.
  init?(_ options: LintCommand, _ invocation: Invocation) throws(ReadFailure) {
    guard !options.noConfig else { return nil }
    try self.init(options.config, invocation)
  }

  /// The configuration that somebody named, or the nearest; nil if there is none.
  init?(_ file: String?, _ invocation: Invocation) throws(ReadFailure) {
    let place: (path: Repository.Path, folder: String)
    if let file {
      place = (Repository.Path(file), invocation.currentFolder)
    } else if let nearest = ConfigurationFile.nearest(in: invocation.files) {
      place = (nearest.path, nearest.folder.description)
    } else {
      return nil
    }
    let source = try invocation.files.source(at: place.path, limits: invocation.limits)
    let reader = ConfigurationReader(
      rules: invocation.rules(), topics: invocation.topics(), limits: invocation.limits
    ) { tree, key, value in
      let declared = DeclaredRule(tree, key: key, value: value)
      return (declared.rule, declared.problems)
    }
    self.init(reader.read(source), folder: place.folder, current: invocation.currentFolder)
  }
}

extension Invocation {
  /// The absolute path of the folder that the process runs in. If it is gone, absolute paths stay what they are.
  var currentFolder: String { (try? files.resolve(.currentFolder))?.description ?? "/" }
}
