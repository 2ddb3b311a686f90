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
    firstIndex(of: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), from: start)
  }

  func firstIndex(of text: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
    guard start >= 0, start <= count else { return text.isEmpty ? start : nil }
    guard let first = text.first, let textBase = text.baseAddress else { return start }
    guard let base = baseAddress else { return nil }
    var offset = start
    while offset + text.count <= count,
      let place = memchr(base + offset, Int32(first), count - text.count - offset + 1)
    {
      let index = UnsafeRawPointer(base).distance(to: place)
      if memcmp(place, textBase, text.count) == 0 { return index }
      offset = index + 1
    }
    return nil
  }

  /// Where the bytes of `text` stand, none of the places inside another, up to a number of them.
  ///
  /// Looks at one byte in as many as `text` has, as a rule (Horspool's method): for long texts that begin with a letter
  /// as frequent as any.
  ///
  /// - Precondition: `text` has 1 to 255 bytes.
  public func indices(of text: StaticString, atMost maximumCount: Int = .max) -> [Int] {
    let length = text.utf8CodeUnitCount
    precondition(1...255 ~= length)
    guard let base = baseAddress, count >= length else { return [] }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256) { skips in
      // How far the end of `text` may move on when it stands at a byte.
      skips.initialize(repeating: UInt8(length))
      for index in 0..<(length - 1) { skips[Int(text.utf8Start[index])] = UInt8(length - 1 - index) }
      let last = text.utf8Start[length - 1]
      var result: [Int] = []
      var end = length - 1
      while end < count, result.count < maximumCount {
        let byte = base[end]
        if byte == last, memcmp(base + (end - length + 1), text.utf8Start, length) == 0 {
          result.append(end - length + 1)
          end += length
        } else {
          end += Int(skips[Int(byte)])
        }
      }
      return result
    }
  }
}
