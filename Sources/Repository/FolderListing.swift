#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Calls `visit` with each entry of a folder but `.` and `..`, in the order of the disk.
///
/// The disk mostly says with the name what kind of file it is, so that a large folder costs no call per entry.
func listFolder(_ folder: Path, _ visit: (FolderEntry) -> Void) throws(ReadFailure.Reason) {
  let stream = try folder.withCString { (text) throws(ReadFailure.Reason) in
    guard let stream = opendir(text) else { throw errno == ENOTDIR ? .notFolder : .lastError }
    return stream
  }
  defer { closedir(stream) }
  while true {
    // The end and a failure differ in nothing else.
    errno = 0
    guard let row = readdir(stream) else {
      if errno != 0 { throw .lastError }
      return
    }
    let name = name(of: row)
    if name.first == dot, name == [dot] || name == [dot, dot] { continue }
    let kind = FileKind(entryType: Int32(row.pointee.d_type)) ?? kindByAsking(row, in: dirfd(stream))
    // It may be gone since the folder was opened.
    if kind != .missing { visit(FolderEntry(name: name, kind: kind)) }
  }
}

private func name(of row: UnsafeMutablePointer<dirent>) -> [UInt8] {
  let start = nameStart(of: row)
  return Array(UnsafeRawBufferPointer(start: start, count: strlen(start)))
}

/// For the file systems that do not say the kind with the name.
private func kindByAsking(_ row: UnsafeMutablePointer<dirent>, in folder: Int32) -> FileKind {
  let status = try? FileStatus(of: nameStart(of: row), in: folder, followingLinks: false)
  return status?.kind ?? .missing
}

/// Where the name begins, without a copy of the 256 bytes (1,024 on macOS) that are declared for it.
private func nameStart(of row: UnsafeMutablePointer<dirent>) -> UnsafePointer<CChar> {
  let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
  return UnsafePointer((UnsafeRawPointer(row) + offset).assumingMemoryBound(to: CChar.self))
}

extension FileKind {
  /// From a folder entry's `d_type`; nil where it does not tell.
  fileprivate init?(entryType: Int32) {
    switch entryType {
    case Int32(DT_REG): self = .file
    case Int32(DT_DIR): self = .folder
    case Int32(DT_LNK): self = .link
    case Int32(DT_FIFO): self = .pipe
    case Int32(DT_SOCK): self = .socket
    case Int32(DT_CHR), Int32(DT_BLK): self = .device
    default: return nil
    }
  }
}
