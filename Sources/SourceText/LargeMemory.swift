#if canImport(Glibc)
  import Glibc
#endif

/// Asks the system to map a large piece of fresh memory in pages of megabytes.
///
/// Memory is mapped page by page when it is first touched. In small pages that is a tenth of what it takes to lint a
/// file of several megabytes. Only Linux knows the wish, and where it cannot be granted nothing happens.
package func preferLargePages(_ memory: UnsafeMutableRawPointer?, byteCount: Int) {
  #if os(Linux)
    let largePage = 2 << 20
    guard let memory, byteCount >= largePage else { return }
    let page: UInt = 4096
    let start = (UInt(bitPattern: memory) + page - 1) & ~(page - 1)
    let end = (UInt(bitPattern: memory) + UInt(byteCount)) & ~(page - 1)
    _ = madvise(UnsafeMutableRawPointer(bitPattern: start), Int(end - start), MADV_HUGEPAGE)
  #endif
}

extension Array {
  /// Reserves room in an empty array that is about to be filled.
  package mutating func reserveLargePages(_ count: Int) {
    reserveCapacity(count)
    withUnsafeMutableBufferPointer { buffer in
      preferLargePages(buffer.baseAddress, byteCount: count * MemoryLayout<Element>.stride)
    }
  }
}
