/// A size and weight of the pictures' one typeface.
struct Font: Sendable {
  /// In points.
  let size: Double
  let isBold: Bool

  static let title = Font(size: 17, isBold: true)
  static let subtitle = Font(size: 11.5, isBold: false)
  static let capsule = Font(size: 11.5, isBold: true)
  static let name = Font(size: 13, isBold: true)
  static let detail = Font(size: 10.5, isBold: false)

  /// Helvetica and its relatives of the same widths.
  static let family = "'Helvetica Neue',Helvetica,Arial,'Liberation Sans',sans-serif"
}

extension Font {
  /// How wide a text is set in one line, in points. O(length).
  func width(of text: some StringProtocol) -> Double {
    var units = 0
    for scalar in text.unicodeScalars { units += width(of: scalar) }
    return Double(units) * size / 1000
  }

  /// In thousandths of the font size.
  private func width(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    switch value {
    case 0x20...0x7E:
      let table = isBold ? HelveticaWidths.boldASCII : HelveticaWidths.regularASCII
      return Int(table[Int(value - 0x20)])
    case 0xA0...0xFF:
      let table = isBold ? HelveticaWidths.boldLatin : HelveticaWidths.regularLatin
      return Int(table[Int(value - 0xA0)])
    // Combining marks, joiners and variation selectors take no room of their own.
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: return 0
    case ..<0x2000: return 600
    case ..<0x2E80: return HelveticaWidths.symbols[value].map(Int.init) ?? 800
    // Ideographs and emoji stand on a square.
    default: return 1000
    }
  }
}
