import SourceText

/// A text as libyaml can read it.
///
/// libyaml reads ahead and stops at the first byte that it does not allow, thousands of bytes before it would
/// be that byte's turn. Here such bytes become underscores, so that everything around them is read, at its
/// place.
struct ScreenedText {
  /// The bytes behind a byte order mark, as many as in the file.
  let bytes: ArraySlice<UInt8>
  /// The first characters that YAML does not allow, adjacent ones together; not the ill-formed UTF-8, which
  /// ``EncodingCheck`` reports.
  let forbidden: [ByteRange]
  let isASCII: Bool
  /// The first directive beyond ``maximumTagDirectives``.
  let excessiveDirective: ByteRange?

  /// Every `%TAG` line is compared with every other one, and with every tag.
  static let maximumTagDirectives = 100

  /// - Parameter maximumForbidden: how many of the forbidden characters are kept.
  init(_ source: SourceFile, maximumForbidden: Int) {
    var screening = Screening(
      source.bytes, from: source.byteOrderMarkLength, maximumForbidden: maximumForbidden)
    screening.run()
    bytes = screening.screened[source.byteOrderMarkLength...]
    forbidden = screening.forbidden
    isASCII = screening.isASCII
    excessiveDirective = screening.excessiveDirective
  }
}

private struct Screening {
  private let bytes: [UInt8]
  private var position: Int
  private var tagDirectives = 0
  private let maximumForbidden: Int
  /// A copy of `bytes` from the first change on.
  private(set) var screened: [UInt8]
  private(set) var forbidden: [ByteRange] = []
  private(set) var isASCII = true
  private(set) var excessiveDirective: ByteRange?

  init(_ bytes: [UInt8], from position: Int, maximumForbidden: Int) {
    self.bytes = bytes
    self.position = position
    self.maximumForbidden = maximumForbidden
    screened = bytes
  }

  /// O(bytes); where neither a line ends nor a character outside ASCII stands, an eighth of a step a byte.
  mutating func run() {
    noteDirective()
    bytes.withUnsafeBytes { raw in
      while position < raw.count {
        if position + 8 <= raw.count,
          isPlain(raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
        {
          position += 8
        } else {
          step(raw[position])
        }
      }
    }
  }

  /// Whether all eight bytes are printable ASCII. Rarely says no when they are, which costs a few steps.
  private func isPlain(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highBits: UInt64 = 0x8080_8080_8080_8080
    // Subtracting borrows from the highest bit of a byte that is smaller.
    let belowSpace = (word &- (ones &* 0x20)) & ~word
    let differenceToDelete = word ^ (ones &* 0x7F)
    let isDelete = (differenceToDelete &- ones) & ~differenceToDelete
    return (word | belowSpace | isDelete) & highBits == 0
  }

  private mutating func step(_ byte: UInt8) {
    switch byte {
    case 0x0A, 0x0D:
      position += 1
      noteDirective()
    case 0x09, 0x20..<0x7F: position += 1
    case 0x80...: stepOverScalar()
    default: replace(1, isForbidden: true)
    }
  }

  private mutating func stepOverScalar() {
    isASCII = false
    let length = bytes.withUnsafeBufferPointer { EncodingCheck.scalarLength(in: $0, at: position) }
    guard let length else { return replace(1, isForbidden: false) }
    if isForbidden(length) { replace(length, isForbidden: true) } else { position += length }
  }

  /// Whether the character here, outside ASCII, is a control character, a byte order mark or no character.
  private func isForbidden(_ length: Int) -> Bool {
    switch (length, bytes[position], bytes[position + 1]) {
    case (2, 0xC2, let second): second < 0xA0 && second != 0x85
    case (3, 0xEF, 0xBB): bytes[position + 2] == 0xBF
    case (3, 0xEF, 0xBF): bytes[position + 2] >= 0xBE
    default: false
    }
  }

  private mutating func replace(_ length: Int, isForbidden: Bool) {
    for index in position..<(position + length) { screened[index] = UInt8(ascii: "_") }
    if isForbidden { report(ByteRange(UInt32(position), UInt32(position + length))) }
    position += length
  }

  private mutating func report(_ range: ByteRange) {
    if let last = forbidden.last, last.end == range.start {
      forbidden[forbidden.count - 1] = last.union(range)
    } else if forbidden.count < maximumForbidden {
      forbidden.append(range)
    }
  }

  /// At the beginning of a line: counts a `%TAG` directive.
  private mutating func noteDirective() {
    guard bytes[min(position, bytes.count)...].starts(with: "%TAG".utf8) else { return }
    tagDirectives += 1
    if tagDirectives == ScreenedText.maximumTagDirectives + 1 {
      excessiveDirective = ByteRange(UInt32(position), UInt32(position + 4))
    }
  }
}
