import Testing

@testable import Reports

@Suite struct XMLWriterTests {
  private func written(_ write: (inout XMLWriter) -> Void) -> String {
    var xml = XMLWriter()
    write(&xml)
    return String(xml.text.drop { $0 != "\n" }.dropFirst())
  }

  @Test func indentsElements() {
    let text = written { xml in
      xml.element("a", ["b": "c", "d": ""]) { xml in
        xml.element("e")
        xml.element("f") { _ in }
        xml.element("g", text: "h")
      }
    }
    #expect(text == "<a b=\"c\" d=\"\">\n  <e/>\n  <f/>\n  <g>h</g>\n</a>\n")
  }

  @Test(arguments: [
    ("<&>\"'", "&lt;&amp;&gt;&quot;'", "&lt;&amp;&gt;\"'"), ("a\n\t\rb", "a&#10;&#9;&#13;b", "a\n\t&#13;b"),
    ("\u{0}\u{1B}\u{85}", "···", "···"), ("\u{FFFE}\u{FFFF}", "\u{FFFD}\u{FFFD}", "\u{FFFD}\u{FFFD}"),
    ("é日😀", "é日😀", "é日😀"),
  ])
  func escapesText(_ text: String, _ attribute: String, _ content: String) {
    #expect(written { $0.element("a", ["b": text]) } == "<a b=\"\(attribute)\"/>\n")
    #expect(written { $0.element("a", text: text) } == "<a>\(content)</a>\n")
  }
}
