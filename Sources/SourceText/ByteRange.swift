/// A half-open range of byte offsets, counted from 0, into the bytes of one ``SourceFile``.
public struct ByteRange: Hashable, Sendable {
  public let start: UInt32
  public let end: UInt32

  /// - Precondition: `start <= end`.
  @inlinable
  public init(_ start: UInt32, _ end: UInt32) {
    assert(start <= end)
    self.start = start
    self.end = end
  }

  /// The empty range at `offset`.
  @inlinable
  public init(at offset: UInt32) {
    self.init(offset, offset)
  }

  /// Length in bytes.
  @inlinable public var count: Int { Int(end) - Int(start) }
  @inlinable public var isEmpty: Bool { start == end }

  @inlinable
  public func contains(_ other: ByteRange) -> Bool {
    start <= other.start && other.end <= end
  }

  /// The smallest range that covers both.
  @inlinable
  public func union(_ other: ByteRange) -> ByteRange {
    ByteRange(min(start, other.start), max(end, other.end))
  }
}

extension ByteRange: Comparable {
  /// Orders by start, then by end: the order in which a reader meets the ranges.
  @inlinable
  public static func < (left: ByteRange, right: ByteRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

extension ByteRange: CustomStringConvertible {
  public var description: String { "\(start)..<\(end)" }
}
