import SourceText
import Syntax

/// The comments of a text that hold a directive.
///
/// Readers drop comments: they are looked for in the lines that hold the keyword, and nowhere else.
struct CommentLines {
  struct Comment {
    /// From the mark to the end of the line.
    let range: ByteRange
    /// What a directive in it is about: the line, or, if nothing else is on it, also the next one that has content.
    let lines: ByteRange
  }

  private let bytes: [UInt8]
  /// Comments begin with one of these.
  private let marks: [[UInt8]]

  /// - Parameter marks: `#` in YAML; `#` and `//` in Terraform.
  init(_ source: SourceFile, marks: [String]) {
    bytes = source.bytes
    self.marks = marks.map { Array($0.utf8) }
  }

  /// The comment on the line of an offset, and where that line ends. O(length of the line, and of a few more).
  ///
  /// - Parameter isText: Whether a byte belongs to a string or another value, so that no comment begins there.
  func comment(onLineOf offset: Int, isText: (Int) -> Bool) -> (comment: Comment?, lineEnd: Int) {
    let line = lineStart(of: offset)
    let end = lineEnd(of: offset)
    guard let mark = (line..<end).first(where: { isMark(at: $0, in: line) && !isText($0) }) else {
      return (nil, end)
    }
    let isAlone = bytes[line..<mark].allSatisfy(isBlank)
    let comment = Comment(
      range: ByteRange(UInt32(mark), UInt32(end)),
      lines: ByteRange(UInt32(line), UInt32(isAlone ? endOfContent(behind: end) : end)))
    return (comment, end)
  }

  private func isMark(at offset: Int, in line: Int) -> Bool {
    guard offset == line || isBlank(bytes[offset - 1]) else { return false }
    return marks.contains { bytes[offset...].starts(with: $0) }
  }

  /// The end of the next line that holds more than a comment; nobody writes a hundred lines of comments before it.
  private func endOfContent(behind end: Int) -> Int {
    var end = end
    for _ in 0..<100 where end < bytes.count {
      let start = end + 1
      end = start < bytes.count ? lineEnd(of: start) : bytes.count
      guard let first = bytes[min(start, end)..<end].firstIndex(where: { !isBlank($0) }) else { continue }
      if !marks.contains(where: { bytes[first...].starts(with: $0) }) { break }
    }
    return end
  }

  /// Where the first line begins that holds more than a comment.
  var startOfContent: Int {
    var line = 0
    while line < bytes.count {
      let end = lineEnd(of: line)
      guard let first = bytes[line..<end].firstIndex(where: { !isBlank($0) }) else {
        line = end + 1
        continue
      }
      guard isMark(at: first, in: line) else { return line }
      line = end + 1
    }
    return bytes.count
  }

  private func lineStart(of offset: Int) -> Int {
    bytes[..<offset].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
  }

  private func lineEnd(of offset: Int) -> Int {
    bytes[offset...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}

/// Which bytes of a text belong to its scalars and keys.
struct ScalarBytes {
  /// In order; they do not overlap.
  private let ranges: [ByteRange]

  init(_ tree: SyntaxTree) {
    ranges = tree.nodes.lazy
      .filter { $0.kind != .object && $0.kind != .array && $0.start < $0.end }
      .map(\.range).sorted()
  }

  func contain(_ offset: Int) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 && offset < ranges[low - 1].end
  }
}
