extension Diagram {
  /// The picture as a well-formed SVG document, without reference to anything outside it.
  ///
  /// - Parameter idPrefix: Goes before every id, so that several pictures can stand in one page.
  public func svg(theme: Theme = .light, idPrefix: String = "") -> String {
    var writer = SVGWriter(theme: theme, idPrefix: idPrefix)
    writer.draw(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

extension SVGWriter {
  private static let margin = 24.0
  private static let headHeight = 52.0

  fileprivate mutating func draw(_ diagram: Diagram) {
    let details = ([diagram.subtitle] + diagram.notes.filter(\.isAboutContent).map(\.description)).filter {
      !$0.isEmpty
    }
    let subtitle = Font.subtitle.line(details.joined(separator: " · "), width: 1_200)
    let title = Font.title.line(diagram.title, width: 1_200)
    let texts = max(Font.title.width(of: title), Font.subtitle.width(of: subtitle))
    let width = max(diagram.scope.size.width, texts) + 2 * Self.margin
    let height = diagram.scope.size.height + 2 * Self.margin + Self.headHeight
    openDocument(width.rounded(.up), height.rounded(.up))
    self.title(diagram.title)
    raw("<desc>")
    text(details.joined(separator: " · "))
    raw("</desc>\n")
    if theme == .auto { styleSheet() }
    rect(Rect(minX: 0, minY: 0, maxX: width.rounded(.up), maxY: height.rounded(.up)), fill: .background)
    line(title, at: Point(x: Self.margin, y: 34), .title, .text)
    line(subtitle, at: Point(x: Self.margin, y: 53), .subtitle, .detail)
    let left = (width - diagram.scope.size.width) / 2
    draw(diagram.scope, at: Point(x: left, y: Self.margin + Self.headHeight), isMachine: true)
    raw("</svg>\n")
  }

  private mutating func openDocument(_ width: Double, _ height: Double) {
    raw("<svg xmlns=\"http://www.w3.org/2000/svg\"")
    attribute("width", width)
    attribute("height", height)
    raw(" viewBox=\"0 0 ")
    number(width)
    raw(" ")
    number(height)
    raw("\" role=\"graphics-document\"")
    attribute("font-family", Font.family)
    raw(">\n")
  }
}
