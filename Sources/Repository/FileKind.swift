/// What a path leads to.
public enum FileKind: Hashable, Sendable {
  case file, folder, pipe, device, socket
  /// A symbolic link that was not followed.
  case link
  case missing
}

/// One name in a folder.
public struct FolderEntry: Hashable, Sendable {
  /// Never empty, `.` or `..`; holds no slash.
  public let name: [UInt8]
  /// Links are not followed, so a link is a ``FileKind/link`` whatever it leads to.
  public let kind: FileKind

  public init(name: [UInt8], kind: FileKind) {
    self.name = name
    self.kind = kind
  }
}
