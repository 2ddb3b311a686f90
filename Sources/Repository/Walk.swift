/// The files below a folder that are worth a look.
///
/// What git would ignore is passed over: by the `.gitignore` files of each folder and of those above, up to the
/// root of the repository, and by its `.git/info/exclude`. A repository inside another one has rules of its own.
/// What only this machine's user or the index knows (`core.excludesFile`, ignored files that are tracked all the
/// same) does not count, so that a walk finds the same everywhere. Outside a repository, as in an unpacked archive
/// of one, the `.gitignore` files from the start folder downwards apply.
///
/// The start was named by somebody, so it is walked even if it is ignored itself.
///
/// Symbolic links are not followed, as git does not: to it a link is the name of its target, not a folder or file
/// of its own. So a file that links lead to counts once, where it lies; links can neither make loops nor lead out of
/// the folder, where a stranger's repository could make the report quote files of this machine.
public struct Walk: Sendable {
  /// Regular files, in byte order of the components of their paths. Each begins with the start as it was given,
  /// but for `.`: below `flows` lies `flows/a.json`, and below `.` it is `a.json`.
  public private(set) var files: [Path] = []
  /// The folders and ignore files that could not be read, in the same order.
  public private(set) var failures: [ReadFailure] = []

  /// - Parameters:
  ///   - extensions: Other files are passed over; nil keeps all.
  ///   - isExcluded: Tells what else is passed over: files, and folders with all that is in them.
  public init(
    below start: Path, in fileSystem: some FileSystem, keeping extensions: FileExtensions? = nil,
    excluding isExcluded: ((_ path: Path, _ isFolder: Bool) -> Bool)? = nil
  ) {
    var traversal = Traversal(fileSystem: fileSystem, extensions: extensions, isExcluded: isExcluded)
    traversal.run(from: start.asPrefix)
    files = traversal.files
    failures = traversal.failures
  }
}
