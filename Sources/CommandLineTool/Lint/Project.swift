import Configuration
import Diagnostics
import Linting
import Reports
import Repository
import SourceText

/// A configuration in its place: its paths start from one folder, those of the run from another.
struct Project: Sendable {
  let configuration: Configuration
  /// Where the paths and patterns of the configuration start from.
  private let folder: ReportRoot
  private let folderPath: String
  /// The current folder.
  private let current: ReportRoot
  private let currentPath: String

  /// - Parameters:
  ///   - folder: The absolute path of what the configuration's paths start from.
  ///   - current: The absolute path of the current folder.
  init(_ configuration: Configuration, folder: String, current: String) {
    self.configuration = configuration
    self.folder = ReportRoot(folder)
    folderPath = folder
    self.current = ReportRoot(current)
    currentPath = current
  }

  /// A path as the configuration sees it; nil if that is outside of its folder.
  ///
  /// - Parameter path: As the run sees it.
  func path(of path: String) -> String? {
    let absolute = path.hasPrefix("/") ? path : "\(currentPath)/\(path)"
    return if case .inside(let path) = folder.place(of: absolute) { path } else { nil }
  }

  /// What to look into when the command line does not say it, as the run sees it.
  var paths: [String] {
    configuration.paths.map { path in
      if path.hasPrefix("/") { return path }
      return folderPath == currentPath ? path : current.relative("\(folderPath)/\(path)")
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
  /// What came of looking for a configuration.
  enum Search {
    case found(Project)
    case nothing
    case unreadable(ReadFailure)
  }

  /// Looks for the configuration of a run and reads it.
  ///
  /// - Parameter file: The one that somebody named.
  static func search(_ file: String?, _ invocation: Invocation) -> Search {
    let current = (try? invocation.files.resolve(.currentFolder))?.description ?? "/"
    let place: (path: Repository.Path, folder: String)
    if let file {
      place = (Repository.Path(file), current)
    } else if let nearest = ConfigurationFile.nearest(in: invocation.files) {
      place = (nearest.path, nearest.folder.description)
    } else {
      return .nothing
    }
    do throws(ReadFailure) {
      let source = try invocation.files.source(at: place.path, limits: invocation.limits)
      let reader = ConfigurationReader(
        rules: invocation.rules(), topics: invocation.topics(), limits: invocation.limits)
      return .found(Project(reader.read(source), folder: place.folder, current: current))
    } catch {
      return .unreadable(error)
    }
  }
}
