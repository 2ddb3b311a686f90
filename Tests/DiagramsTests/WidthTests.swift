import Testing

@testable import Diagrams

@Suite struct WidthTests {
  @Test func addsTheWidthsOfHelvetica() {
    let regular = Font(size: 1000, isBold: false)
    let bold = Font(size: 1000, isBold: true)
    #expect(regular.width(of: "") == 0)
    #expect(regular.width(of: "Wi ~") == 944 + 222 + 278 + 584)
    #expect(bold.width(of: "Wi ~") == 944 + 278 + 278 + 584)
    #expect(regular.width(of: "é") == regular.width(of: "e"))
    #expect(regular.width(of: "e\u{301}") == regular.width(of: "e"))
    #expect(regular.width(of: "…→") == 2000)
    #expect(regular.width(of: "漢🙂") == 2000)
  }

  @Test func tablesHaveAnEntryForEachCharacter() {
    for table in [HelveticaWidths.regularASCII, HelveticaWidths.boldASCII] {
      #expect(table.count == 0x7F - 0x20)
    }
    for table in [HelveticaWidths.regularLatin, HelveticaWidths.boldLatin] {
      #expect(table.count == 0x100 - 0xA0)
    }
  }
}
