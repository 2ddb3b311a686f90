import TestSupport

/// The files below `Samples/`, named from there.
enum SampleFiles {
  static let folder = project("Samples")

  static func project(_ path: String) -> String {
    let components = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return (components.dropLast(3) + [path[...]]).joined(separator: "/")
  }

  /// The definitions of a folder: everything but documents and folders, so that no sample escapes by its name.
  static func definitions(in subfolder: String = "") throws -> [String] {
    try TestFiles.names(in: folder + "/" + subfolder)
      .map { subfolder + $0 }
      .filter { !$0.hasSuffix(".md") && !TestFiles.isFolder(folder + "/" + $0) }
  }
}
