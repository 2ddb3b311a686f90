/// Control characters as scenario files spell them: by their pictures, `␛` for U+001B. Line feeds stay.
enum ControlPictures {
  private static let base: UInt32 = 0x2400

  static func drawn(_ text: String) -> String {
    mapped(text) { $0.value < 0x20 && $0 != "\n" ? Unicode.Scalar(base + $0.value) : nil }
  }

  static func resolved(_ text: some StringProtocol) -> String {
    mapped(text) { (base..<(base + 0x20)).contains($0.value) ? Unicode.Scalar($0.value - base) : nil }
  }

  private static func mapped(_ text: some StringProtocol, _ map: (Unicode.Scalar) -> Unicode.Scalar?)
    -> String
  {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(map(scalar) ?? scalar) }
    return String(result)
  }
}
