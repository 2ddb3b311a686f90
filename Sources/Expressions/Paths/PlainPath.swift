extension Path {
  /// Whether a text is surely a Reference Path into the input: `$`, then names of ASCII letters, digits, `_` and `-`
  /// behind dots, and small indexes in brackets. Most paths are, and need no closer look; others may be right as well.
  ///
  /// O(bytes), without any allocation.
  public static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.first == .dollar else { return false }
    var index = 1
    while index < text.count {
      let start = index + 1
      switch text[index] {
      case UInt8(ascii: "."):
        index = start
        while index < text.count, text[index].isPlainNameByte { index += 1 }
        if index == start { return false }
      case UInt8(ascii: "["):
        index = start
        while index < text.count, text[index] &- UInt8(ascii: "0") < 10 { index += 1 }
        guard index > start, index < start + 6, index < text.count, text[index] == UInt8(ascii: "]") else {
          return false
        }
        index += 1
      default: return false
      }
    }
    return true
  }
}

extension UInt8 {
  fileprivate var isPlainNameByte: Bool {
    let letter = (self | 0x20) &- UInt8(ascii: "a")
    return letter < 26 || self &- UInt8(ascii: "0") < 10 || self == UInt8(ascii: "_")
      || self == UInt8(ascii: "-")
  }
}
