import SourceText

/// Where in the source each byte of a YAML scalar's text comes from, in any of the five styles.
///
/// The scalar is read a second time, beside the text that libyaml made of it: what is not white space stands in both,
/// spelt as it is or by an escape, and runs of white space with a line end in them may differ in length.
struct YAMLScalarPositions {
  /// By byte of the decoded text: where what it comes from begins.
  private var starts: [UInt32] = []
  /// By byte of the decoded text: where what it comes from ends.
  private var ends: [UInt32] = []

  private let source: ArraySlice<UInt8>
  private let text: [UInt8]
  private let style: Style
  private var position: Int

  private enum Style {
    case doubleQuoted, singleQuoted, block, plain
  }

  /// Nil if the text is not what stands there. O(bytes).
  ///
  /// - Parameter source: The scalar with its quotes or its block header.
  init?(_ source: ArraySlice<UInt8>, decodedAs text: [UInt8]) {
    self.text = text
    position = source.startIndex
    switch source.first {
    case UInt8(ascii: "\""):
      style = .doubleQuoted
      self.source = source.dropLast()
      position += 1
    case UInt8(ascii: "'"):
      style = .singleQuoted
      self.source = source.dropLast()
      position += 1
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      style = .block
      self.source = source
      position = source.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? source.endIndex
    default:
      style = .plain
      self.source = source
    }
    starts.reserveCapacity(text.count)
    ends.reserveCapacity(text.count)
    while starts.count < text.count {
      guard readNext() else { return nil }
    }
  }

  /// The part of the source that a part of the text comes from; what lies beyond the text is cut off.
  func range(_ part: ByteRange) -> ByteRange? {
    guard let last = ends.last else { return nil }
    let end = min(Int(part.end), ends.count)
    let first = min(Int(part.start), end)
    let start = first < starts.count ? starts[first] : last
    return ByteRange(start, first < end ? max(start, ends[end - 1]) : start)
  }

  private mutating func readNext() -> Bool {
    guard position < source.endIndex else { return readRest() }
    let byte = source[position]
    if byte.isWhite { return readWhite() }
    if style == .doubleQuoted, byte == UInt8(ascii: "\\") { return readEscape() }
    let isDoubled =
      style == .singleQuoted && byte == UInt8(ascii: "'") && position + 1 < source.endIndex
      && source[position + 1] == byte
    guard text[starts.count] == byte else { return false }
    take(isDoubled ? 2 : 1)
    return true
  }

  /// The line end that is left of a block scalar whose last line ends with the file.
  private mutating func readRest() -> Bool {
    guard text[starts.count...].allSatisfy(\.isWhite) else { return false }
    while starts.count < text.count { take(0) }
    return true
  }

  /// Spells one byte of the text by the next bytes of the source.
  private mutating func take(_ length: Int, decoded: Int = 1) {
    for _ in 0..<decoded {
      starts.append(UInt32(position))
      ends.append(UInt32(position + length))
    }
    position += length
  }
}

// MARK: - White space

extension YAMLScalarPositions {
  private mutating func readWhite() -> Bool {
    let run = source[position...].prefix(while: \.isWhite)
    let length = decodedLength(of: run)
    guard starts.count + length <= text.count,
      text[starts.count..<(starts.count + length)].allSatisfy(\.isWhite)
    else { return false }
    let end = run.endIndex
    for _ in 0..<length {
      let isLast = position + 1 >= end
      starts.append(UInt32(min(position, end)))
      ends.append(UInt32(min(position + 1, end)))
      if !isLast { position += 1 }
    }
    position = end
    return true
  }

  /// How many bytes of the text a run of white space stands for.
  private func decodedLength(of run: ArraySlice<UInt8>) -> Int {
    let lineEnds = run.count { $0 == UInt8(ascii: "\n") }
    switch style {
    // Indentation is known to libyaml only: the run in the text is what it came to.
    case .block: return text[starts.count...].prefix(while: \.isWhite).count
    case .plain, .singleQuoted, .doubleQuoted: return lineEnds == 0 ? run.count : max(1, lineEnds - 1)
    }
  }
}

// MARK: - Escapes

extension YAMLScalarPositions {
  private mutating func readEscape() -> Bool {
    guard position + 1 < source.endIndex else { return false }
    switch source[position + 1] {
    case UInt8(ascii: "x"): return readScalar(digits: 2)
    case UInt8(ascii: "u"): return readScalar(digits: 4)
    case UInt8(ascii: "U"): return readScalar(digits: 8)
    // A line separator, a paragraph separator, a next line and a no-break space.
    case UInt8(ascii: "L"), UInt8(ascii: "P"): take(2, decoded: 3)
    case UInt8(ascii: "N"), UInt8(ascii: "_"): take(2, decoded: 2)
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      // An escaped line end and the blanks behind it stand for nothing.
      position = source[(position + 1)...].firstIndex { !$0.isWhite } ?? source.endIndex
    default: take(2)
    }
    return starts.count <= text.count
  }

  private mutating func readScalar(digits: Int) -> Bool {
    guard position + 2 + digits <= source.endIndex else { return false }
    let value = source[(position + 2)..<(position + 2 + digits)].reduce(UInt32(0)) {
      $0 << 4 | UInt32($1.hexadecimalValue ?? 0)
    }
    guard let scalar = Unicode.Scalar(value) else { return false }
    take(2 + digits, decoded: UTF8.width(scalar))
    return starts.count <= text.count
  }
}

extension UInt8 {
  fileprivate var isWhite: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
