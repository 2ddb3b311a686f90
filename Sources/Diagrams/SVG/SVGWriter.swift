/// Writes the elements of an SVG. Every text that comes from a definition passes ``text(_:)`` or
/// ``value(_:)``.
struct SVGWriter {
  private(set) var bytes: [UInt8] = []
  let theme: Theme
  let idPrefix: String

  init(theme: Theme, idPrefix: String = "") {
    self.theme = theme
    self.idPrefix = idPrefix
  }

  /// Writes markup of our own as it is.
  mutating func raw(_ markup: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// Writes a number with at most one decimal. What is not finite, or beyond any picture, becomes 0.
  mutating func number(_ value: Double) {
    guard value.isFinite, abs(value) < 1e12 else { return raw("0") }
    var tenths = Int((value * 10).rounded())
    if tenths < 0 {
      bytes.append(UInt8(ascii: "-"))
      tenths = -tenths
    }
    bytes.append(contentsOf: String(tenths / 10).utf8)
    guard tenths % 10 != 0 else { return }
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(tenths % 10))
  }

  /// Writes text between tags or in an attribute. Characters that XML 1.0 does not have are left out.
  mutating func text(_ text: some StringProtocol) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: raw("&amp;")
      case 0x3C: raw("&lt;")
      case 0x3E: raw("&gt;")
      case 0x22: raw("&quot;")
      case 0x27: raw("&#39;")
      case 0x09, 0x0A, 0x0D: raw(" ")
      case ..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: break
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }
}

// MARK: - Attributes

extension SVGWriter {
  /// ` name="12.5"`
  mutating func attribute(_ name: StaticString, _ value: Double) {
    open(name)
    number(value)
    raw("\"")
  }

  /// ` name="text"`
  mutating func attribute(_ name: StaticString, _ value: some StringProtocol) {
    open(name)
    text(value)
    raw("\"")
  }

  /// ` name="value"`, the value being ours.
  mutating func attribute(_ name: StaticString, raw value: StaticString) {
    open(name)
    raw(value)
    raw("\"")
  }

  private mutating func open(_ name: StaticString) {
    raw(" ")
    raw(name)
    raw("=\"")
  }

  /// The colours of an element. Renderers that know no style sheets get them as attributes, of the light
  /// theme if the picture follows the viewer's.
  mutating func paint(fill: Ink?, stroke: Ink? = nil, width: Double = 0) {
    if theme == .auto, fill != nil || stroke != nil {
      raw(" class=\"")
      if let fill {
        raw("f-")
        text(fill.rawValue)
      }
      if fill != nil, stroke != nil { raw(" ") }
      if let stroke {
        raw("s-")
        text(stroke.rawValue)
      }
      raw("\"")
    }
    attribute("fill", raw: fill?.color(theme.palette) ?? "none")
    if let stroke {
      attribute("stroke", raw: stroke.color(theme.palette))
      if width != 1 { attribute("stroke-width", width) }
    }
  }
}

// MARK: - Elements

extension SVGWriter {
  mutating func title(_ parts: String...) {
    raw("<title>")
    for part in parts { text(part.prefix(Font.longestText)) }
    raw("</title>")
  }

  mutating func rect(
    _ rect: Rect, radius: Double = 0, fill: Ink?, stroke: Ink? = nil, width: Double = 0,
    dash: StaticString? = nil
  ) {
    raw("<rect")
    attribute("x", rect.minX)
    attribute("y", rect.minY)
    attribute("width", rect.width)
    attribute("height", rect.height)
    if radius > 0 { attribute("rx", radius) }
    paint(fill: fill, stroke: stroke, width: width)
    if let dash { attribute("stroke-dasharray", raw: dash) }
    raw("/>\n")
  }

  mutating func circle(_ center: Point, radius: Double, fill: Ink?, stroke: Ink? = nil, width: Double = 0) {
    raw("<circle")
    attribute("cx", center.x)
    attribute("cy", center.y)
    attribute("r", radius)
    paint(fill: fill, stroke: stroke, width: width)
    raw("/>\n")
  }

  mutating func curve(_ curve: Curve, stroke: Ink, width: Double, dash: StaticString? = nil) {
    guard let start = curve.start, !curve.isEmpty else { return }
    raw("<path d=\"M")
    point(start)
    for first in stride(from: 1, to: curve.points.count - 2, by: 3) {
      raw("C")
      point(curve.points[first])
      raw(" ")
      point(curve.points[first + 1])
      raw(" ")
      point(curve.points[first + 2])
    }
    raw("\"")
    paint(fill: nil, stroke: stroke, width: width)
    if let dash { attribute("stroke-dasharray", raw: dash) }
    raw("/>\n")
  }

  private mutating func point(_ point: Point) {
    number(point.x)
    raw(" ")
    number(point.y)
  }

  /// A drawing of ``Icon`` or ``BadgeIcon``, its top-left corner at a point.
  mutating func icon(_ path: StaticString, at corner: Point, stroke: Ink, width: Double) {
    raw("<path transform=\"translate(")
    point(corner)
    raw(")\" d=\"")
    raw(path)
    raw("\"")
    paint(fill: nil, stroke: stroke, width: width)
    raw(" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>\n")
  }

  /// One line of text; `origin` is the left end of its base line, or the middle.
  mutating func line(
    _ string: String, at origin: Point, _ font: Font, _ ink: Ink, isItalic: Bool = false,
    isCentered: Bool = false
  ) {
    guard !string.isEmpty else { return }
    raw("<text")
    attribute("x", origin.x)
    attribute("y", origin.y)
    paint(fill: ink)
    attribute("font-size", font.size)
    if font.isBold { raw(" font-weight=\"700\"") }
    if isItalic { raw(" font-style=\"italic\"") }
    if isCentered { raw(" text-anchor=\"middle\"") }
    // Another font than Helvetica must not make a long text wider than its card.
    if string.utf8.count > 14 {
      attribute("textLength", font.width(of: string))
      raw(" lengthAdjust=\"spacingAndGlyphs\"")
    }
    raw(">")
    text(string)
    raw("</text>\n")
  }

  /// The head of a line at its tip, coming from another point.
  mutating func arrowhead(at tip: Point, from: Point, _ ink: Ink, isOpen: Bool) {
    let length = max(
      ((tip.x - from.x) * (tip.x - from.x) + (tip.y - from.y) * (tip.y - from.y)).squareRoot(), 0.01)
    let along = Point(x: (tip.x - from.x) / length, y: (tip.y - from.y) / length)
    let back = Point(x: tip.x - along.x * 8, y: tip.y - along.y * 8)
    raw("<path d=\"M")
    point(Point(x: back.x - along.y * 3.6, y: back.y + along.x * 3.6))
    raw("L")
    point(tip)
    raw("L")
    point(Point(x: back.x + along.y * 3.6, y: back.y - along.x * 3.6))
    if isOpen {
      raw("\"")
      paint(fill: nil, stroke: ink, width: 1.6)
      raw(" stroke-linejoin=\"round\" stroke-linecap=\"round\"/>\n")
    } else {
      raw("L")
      point(Point(x: back.x + along.x * 1.5, y: back.y + along.y * 1.5))
      raw("Z\"")
      paint(fill: ink)
      raw("/>\n")
    }
  }

  /// The sign of an error, left of a text with this base line.
  mutating func bolt(before origin: Point) {
    raw("<path d=\"M")
    point(Point(x: origin.x + 5, y: origin.y - 9))
    raw("l-4 5.6h3.4l-1.2 4.4 4.6-6h-3.4l1.4-4z\"")
    paint(fill: .catch)
    raw("/>\n")
  }
}
