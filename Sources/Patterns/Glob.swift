#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A text in which `*` stands for anything, nothing included, and `\*` for a star.
///
/// It describes whole texts. `?` stands for itself: people ask questions in the names of states.
public struct Glob: Sendable, Equatable {
  /// As it was written.
  public let pattern: String
  /// What stands between the stars; at least one.
  private let parts: [[UInt8]]

  /// In bytes: with longer parts, looking for one could take long.
  public static let maximumLength = 1_000

  public init(_ pattern: String) throws(PatternProblem) {
    guard pattern.utf8.count <= Self.maximumLength else {
      throw PatternProblem("the pattern is longer than \(Self.maximumLength) bytes", 0..<pattern.utf8.count)
    }
    self.pattern = pattern
    var parts: [[UInt8]] = [[]]
    var bytes = pattern.utf8.makeIterator()
    while let byte = bytes.next() {
      if byte == UInt8(ascii: "*") {
        parts.append([])
      } else if byte == UInt8(ascii: "\\") {
        guard let next = bytes.next() else {
          parts[parts.count - 1].append(byte)
          break
        }
        if next != UInt8(ascii: "*") { parts[parts.count - 1].append(byte) }
        parts[parts.count - 1].append(next)
      } else {
        parts[parts.count - 1].append(byte)
      }
    }
    self.parts = parts
  }

  /// Whether it describes a text, of UTF-8. O(bytes × length of the pattern), and mostly O(bytes).
  public func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = parts[0]
    guard parts.count > 1 else { return text.elementsEqual(first) }
    let last = parts[parts.count - 1]
    guard text.count >= first.count + last.count, text.starts(with: first),
      text.suffix(last.count).elementsEqual(last)
    else { return false }
    // Of each part in between the first that there is: a later one leaves less room for the rest.
    var position = first.count
    let end = text.count - last.count
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let place = firstPlace(of: part, in: text, from: position, to: end) else { return false }
      position = place + part.count
    }
    return true
  }

  private func firstPlace(
    of part: [UInt8], in text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int? {
    guard let base = text.baseAddress else { return nil }
    var offset = start
    // The C library looks for a byte much faster than a loop.
    while offset + part.count <= end,
      let place = memchr(base + offset, Int32(part[0]), end - part.count - offset + 1)
    {
      offset = UnsafeRawPointer(base).distance(to: place)
      if memcmp(place, part, part.count) == 0 { return offset }
      offset += 1
    }
    return nil
  }

  public func matches(_ text: String) -> Bool {
    var text = text
    return text.withUTF8(matches)
  }
}
