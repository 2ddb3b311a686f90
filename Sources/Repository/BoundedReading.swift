import SourceText

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads an open file up to its end.
///
/// A file that keeps its size costs one allocation of it; one that grew or shrank since `size` was asked for is
/// read as far as it goes now.
///
/// - Parameters:
///   - size: What to expect, in bytes; 0 if unknown.
///   - limit: In bytes. At most one more byte is read, and memory follows what has been read, not the limit.
func readToEnd(
  of descriptor: Int32, expecting size: Int, limit: Int
) throws(ReadFailure.Reason) -> [UInt8] {
  guard size <= limit else { throw .tooLarge(limit: limit) }
  let expected = size > 0 ? size : 1 << 16
  var bytes: [UInt8] = []
  while true {
    // Room for one more byte, since only a read that finds nothing tells the end.
    let room = min(max(expected, bytes.count), limit - bytes.count) + 1
    let (chunk, isLast) = try readChunk(of: descriptor, upTo: room)
    if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
    guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
    if isLast { return bytes }
  }
}

/// Reads until `count` bytes are there or the file ends, which makes the chunk the last.
private func readChunk(
  of descriptor: Int32, upTo count: Int
) throws(ReadFailure.Reason) -> (bytes: [UInt8], isLast: Bool) {
  var failure: ReadFailure.Reason?
  var isLast = false
  let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
    preferLargePages(buffer.baseAddress, byteCount: count)
    while filled < count, !isLast, failure == nil {
      let room = UnsafeMutableBufferPointer(rebasing: buffer[filled..<count])
      switch uninterrupted({ read(descriptor, room.baseAddress, room.count) }) {
      case 0: isLast = true
      case -1 where errno == EAGAIN: waitForInput(on: descriptor)
      case -1: failure = .lastError
      case let read: filled += read
      }
    }
  }
  if let failure { throw failure }
  return (bytes, isLast)
}

/// Whoever shares standard input may have made it non-blocking.
private func waitForInput(on descriptor: Int32) {
  var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  // Woken early by a signal, the next read just waits again.
  _ = poll(&request, 1, -1)
}
