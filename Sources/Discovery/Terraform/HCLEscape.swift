/// How characters are spelt in HCL, and in JSON.
enum HCLEscape {
  /// What an escape stands for; one that HCL does not know stands for itself.
  static func decode(_ escape: ArraySlice<UInt8>) -> [UInt8] {
    guard escape.first == UInt8(ascii: "\\") else {
      // A sign is doubled before a brace.
      return Array(escape.dropFirst())
    }
    switch escape.dropFirst().first {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "\""): return [UInt8(ascii: "\"")]
    case UInt8(ascii: "\\"): return [UInt8(ascii: "\\")]
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let digits = String(decoding: escape.dropFirst(2), as: UTF8.self)
      guard let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) else { return Array(escape) }
      return Array(String(Character(scalar)).utf8)
    default: return Array(escape)
    }
  }

  static func encodeForJSON(_ text: [UInt8]) -> [UInt8] {
    text.flatMap { byte -> [UInt8] in
      switch byte {
      case 0x0A: Array(#"\n"#.utf8)
      case 0x0D: Array(#"\r"#.utf8)
      case 0x09: Array(#"\t"#.utf8)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): [UInt8(ascii: "\\"), byte]
      case 0..<0x20: Array(#"\u00"#.utf8) + hexadecimal(byte)
      default: [byte]
      }
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
