import Reports
import Testing

@Suite struct PrintableTests {
  @Test(arguments: [
    ("plain text", "plain text"), ("\u{1B}[31mred", "·[31mred"), ("a\tb\r\nc", "a·b··c"),
    ("\u{9B}31m", "·31m"),
    ("\u{7F}\u{0}", "··"), ("a\u{2028}b\u{2029}", "a·b·"), ("\u{202E}gpj.exe", "\u{FFFD}gpj.exe"),
    ("zero\u{FEFF}width\u{AD}", "zero\u{FFFD}width\u{FFFD}"), ("👩\u{200D}👧", "👩\u{200D}👧"),
    ("日本語 é", "日本語 é"),
  ])
  func showsWhatWouldSteerTheTerminal(_ text: String, _ expected: String) {
    #expect(text.printable == expected)
  }

  @Test func keepsLinesApart() {
    #expect("a\nb\u{7}\n".printableLines == "a\nb·\n")
  }
}
