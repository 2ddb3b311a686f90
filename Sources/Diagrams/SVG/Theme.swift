/// The colours of a picture.
public enum Theme: String, CaseIterable, Sendable {
  case light, dark
  /// Follows the viewer's setting, where styles are understood; elsewhere light.
  case auto

  var palette: Palette { self == .dark ? .dark : .light }
}

extension SVGWriter {
  /// The classes that ``paint(fill:stroke:width:)`` names, for both settings of the viewer.
  mutating func styleSheet() {
    raw("<style>")
    classes(.light)
    raw("@media (prefers-color-scheme:dark){")
    classes(.dark)
    raw("}</style>\n")
  }

  private mutating func classes(_ palette: Palette) {
    for ink in Ink.allCases {
      for (prefix, property) in [("f", "fill"), ("s", "stroke")] as [(StaticString, StaticString)] {
        raw(".")
        raw(prefix)
        raw("-")
        text(ink.rawValue)
        raw("{")
        raw(property)
        raw(":")
        raw(ink.color(palette))
        raw("}")
      }
    }
  }
}
