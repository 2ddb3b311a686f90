#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Whether two texts of the same length are equal, or the shorter one begins the other; the C library compares many
/// bytes at a time.
public func haveSameBytes(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let first = left.baseAddress, let second = right.baseAddress else {
    return left.isEmpty && right.isEmpty
  }
  return memcmp(first, second, min(left.count, right.count)) == 0
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether these are the bytes of a literal.
  public func equals(_ expected: StaticString) -> Bool {
    count == expected.utf8CodeUnitCount && haveSameBytes(self, expected.utf8Buffer)
  }

  public func begins(with start: StaticString) -> Bool {
    count >= start.utf8CodeUnitCount && haveSameBytes(start.utf8Buffer, self)
  }

  public func ends(with end: StaticString) -> Bool {
    count >= end.utf8CodeUnitCount
      && haveSameBytes(UnsafeBufferPointer(rebasing: suffix(end.utf8CodeUnitCount)), end.utf8Buffer)
  }

  @inlinable
  func part(from start: UInt32, to end: UInt32) -> UnsafeBufferPointer<UInt8> {
    precondition(start <= end && Int(end) <= count)
    return UnsafeBufferPointer(rebasing: self[Int(start)..<Int(end)])
  }
}

extension StaticString {
  /// The bytes of the literal, which is not a single scalar; nothing is copied.
  @inlinable
  public var utf8Buffer: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
  }
}
