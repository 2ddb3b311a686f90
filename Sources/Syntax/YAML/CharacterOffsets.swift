/// Finds the bytes of a text at which libyaml's marks stand, which count characters.
///
/// Marks that are asked for in the order of the text cost one pass over it together.
struct CharacterOffsets {
  private let text: UnsafeBufferPointer<UInt8>
  private let isASCII: Bool
  private var character = 0
  private var byte = 0

  /// - Parameter text: well-formed UTF-8; must outlive this value.
  init(_ text: UnsafeBufferPointer<UInt8>, isASCII: Bool) {
    self.text = text
    self.isASCII = isASCII
  }

  /// The offset of the first byte of a character, counted from 0; that of the end for one behind the text.
  mutating func offset(ofCharacter target: Int) -> Int {
    if isASCII { return min(target, text.count) }
    while character < target, byte < text.count { moveForward(towards: target) }
    while character > target, byte > 0 { moveBack() }
    return byte
  }

  private mutating func moveForward(towards target: Int) {
    if target - character >= 8, byte + 8 <= text.count, isASCIIWord(at: byte) {
      character += 8
      byte += 8
      return
    }
    character += 1
    byte += 1
    while byte < text.count, text[byte].isContinuation { byte += 1 }
  }

  private mutating func moveBack() {
    character -= 1
    byte -= 1
    while byte > 0, text[byte].isContinuation { byte -= 1 }
  }

  private func isASCIIWord(at offset: Int) -> Bool {
    let word = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    return word & 0x8080_8080_8080_8080 == 0
  }
}

extension UInt8 {
  /// Whether the byte continues a UTF-8 sequence that began before it.
  var isContinuation: Bool { self & 0xC0 == 0x80 }
}
