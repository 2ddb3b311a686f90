import Testing

@testable import Reports

@Suite struct CellWidthTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let cells: Int

    init(_ text: String, _ cells: Int) {
      self.text = text
      self.cells = cells
    }

    var testDescription: String { text }
  }

  @Test(arguments: [
    Case("plain", 5), Case("日本語", 6), Case("한국어", 6), Case("ﾊﾝｶｸ", 4), Case("ＦＵＬＬ", 8),
    // Conjoining jamo and combining marks add nothing to what they complete.
    Case("\u{1112}\u{1161}\u{11AB}", 2), Case("e\u{301}tat", 4), Case("\u{5E9}\u{5C1}", 1),
    Case("🚀", 2), Case("👩‍👩‍👧", 2), Case("👋🏽", 2), Case("🇩🇪🇫🇷", 4), Case("❤", 1), Case("❤️", 2), Case("☕", 2),
    Case("1️⃣", 2), Case("©️", 2), Case("x\u{FE0F}", 1), Case("a\u{200D}b", 2), Case("𝒳", 1), Case("·…", 2),
  ])
  func measures(_ example: Case) {
    var width = CellWidth()
    #expect(example.text.unicodeScalars.reduce(0) { $0 + width.add($1) } == example.cells)
  }
}
