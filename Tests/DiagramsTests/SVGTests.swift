import Testing

@testable import Diagrams

@Suite struct SVGTests {
  private func written(_ body: (inout SVGWriter) -> Void) -> String {
    var writer = SVGWriter(theme: .light)
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func escapesText() {
    let text = "a\u{0}\u{1}\u{B}<b> & \"c\" 'd' ]]>\n\u{FFFE}\u{85}🙂"
    #expect(written { $0.text(text) } == "a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39; ]]&gt; 🙂")
  }

  @Test func writesOneDecimal() {
    let numbers: [Double] = [0, 1.25, -0.04, -12.34, 99.96, .nan, .infinity, 1e300]
    let written = numbers.map { number in self.written { $0.number(number) } }
    #expect(written == ["0", "1.3", "0", "-12.3", "100", "0", "0", "0"])
  }

  @Test(arguments: Theme.allCases)
  func carriesColoursForItsTheme(_ theme: Theme) {
    let svg = Samples.diagram(Samples.order).svg(theme: theme)
    #expect(svg.contains("prefers-color-scheme:dark") == (theme == .auto))
    #expect(svg.contains("fill=\"#0F151D\"") == (theme == .dark))
    #expect(svg.contains("class=\"f-bg\"") == (theme == .auto))
  }

  @Test func saysWhatItShowsToThoseWhoCannotSee() throws {
    let document = try XMLDocument(Samples.diagram(Samples.order).svg(idPrefix: "x-"))
    let roles = document.elements.compactMap { $0.attributes["role"] }
    #expect(roles.first == "graphics-document")
    #expect(roles.filter { $0 == "graphics-symbol" }.count == 8)
    #expect(roles.filter { $0 == "group" }.count == 2)
    let labels = document.elements.compactMap { $0.attributes["aria-label"] }
    #expect(labels.contains("Lambda: Invoke: Validate") && labels.contains("Missing state: Gone"))
    let ids = document.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count && ids.allSatisfy { $0.hasPrefix("x-st-") })
    #expect(document.elements.contains { $0.text == "In stock? → Fulfil: stock > 0" })
  }

  @Test func isTheSameEachTime() {
    for text in Samples.all {
      #expect(Samples.diagram(text).svg() == Samples.diagram(text).svg())
    }
  }
}
