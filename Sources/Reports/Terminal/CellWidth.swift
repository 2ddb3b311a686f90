/// Measures text in the cells of a terminal, scalar by scalar: 0 for marks that sit on what is before them,
/// 2 for East Asian wide characters and emoji, 1 for the rest.
struct CellWidth {
  /// Whether the last scalar joins the next one to its emoji.
  private var isJoining = false
  /// Whether the last visible scalar can be turned into an emoji, and how many cells it took.
  private var emojiBase: Int?

  /// The cells that `scalar` adds to those before it. It must be a printable one.
  mutating func add(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 {
      // Keycaps aside, only ©, ® and digits are emoji down here.
      emojiBase = scalar.properties.isEmoji ? 1 : nil
      isJoining = false
      return 1
    }
    if scalar == "\u{FE0F}" { return widenToEmoji() }
    if isZeroWidth(scalar) {
      isJoining = scalar == "\u{200D}" && emojiBase != nil
      return 0
    }
    let properties = scalar.properties
    let joins = isJoining && properties.isEmoji || properties.isEmojiModifier && emojiBase == 2
    isJoining = false
    if joins { return 0 }
    let width = isWide(scalar) ? 2 : 1
    emojiBase = properties.isEmoji ? width : nil
    return width
  }

  /// U+FE0F asks for the picture of a character that has a narrow form too.
  private mutating func widenToEmoji() -> Int {
    guard emojiBase == 1 else { return 0 }
    emojiBase = 2
    return 1
  }
}

private func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
  // The vowels and final consonants that complete a Hangul syllable.
  if (0x1160...0x11FF).contains(scalar.value) { return true }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return true
  default: return false
  }
}

private func isWide(_ scalar: Unicode.Scalar) -> Bool {
  let properties = scalar.properties
  let isFlagHalf = (0x1F1E6...0x1F1FF).contains(scalar.value)
  if properties.isEmojiPresentation { return !isFlagHalf }
  return wideBlocks.contains { $0.contains(scalar.value) }
}

/// The blocks whose characters are wide or full-width (Unicode Standard Annex 11).
private let wideBlocks: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
  0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18D08,
  0x1AFF0...0x1B2FB, 0x1F200...0x1F265, 0x20000...0x3FFFD,
]
