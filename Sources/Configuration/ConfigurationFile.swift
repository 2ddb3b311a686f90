public import Repository

/// Where configurations are.
public enum ConfigurationFile {
  /// The names that a configuration can have; of several in one folder the first counts.
  public static let names = ["stateline.yaml", "stateline.yml", "stateline.json"]

  /// The nearest configuration at or above the current folder. What is above the root of a repository is none of its
  /// business.
  ///
  /// - Returns: Its path as seen from the current folder, and the absolute one of its folder. Costs a few looks at the
  ///   disk for each folder.
  public static func nearest(in files: some FileSystem) -> (path: Path, folder: Path)? {
    var climb: [UInt8] = []
    var candidate = try? files.resolve(.currentFolder)
    while let folder = candidate {
      for name in names where (try? files.kind(of: folder.appending(name))) == .file {
        return (Path(bytes: climb + name.utf8), folder)
      }
      let git = try? files.kind(of: folder.appending(".git"))
      if git == .folder || git == .file { return nil }
      climb += "../".utf8
      candidate = folder.parent
    }
    return nil
  }
}
