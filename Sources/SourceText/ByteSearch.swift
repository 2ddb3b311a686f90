#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension UnsafeBufferPointer<UInt8> {
  /// Where the bytes of `text` stand for the first time from `start` on; an empty text stands everywhere.
  ///
  /// O(bytes) for texts without repetition. The C library looks for a byte much faster than a loop.
  public func firstIndex(of text: StaticString, from start: Int = 0) -> Int? {
    let length = text.utf8CodeUnitCount
    guard start >= 0, start <= count, length > 0 else { return length == 0 ? start : nil }
    guard let base = baseAddress else { return nil }
    var offset = start
    while offset + length <= count,
      let place = memchr(base + offset, Int32(text.utf8Start.pointee), count - length - offset + 1)
    {
      let index = UnsafeRawPointer(base).distance(to: place)
      if memcmp(place, text.utf8Start, length) == 0 { return index }
      offset = index + 1
    }
    return nil
  }
}
