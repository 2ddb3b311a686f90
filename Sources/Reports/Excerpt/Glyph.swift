import SourceText

/// A scalar of a line as a terminal shows it.
struct Glyph {
  /// Empty for nothing to see; several blanks for a tab.
  let text: String
  let cells: Int
  /// The bytes in the source that it stands for.
  let range: ByteRange

  private static let tab = "    "

  /// Decodes `range` of a source. Ill-formed UTF-8 is shown as U+FFFD.
  ///
  /// Tabs are as wide anywhere: in a clipped line nobody can see where its stops would be.
  static func glyphs(in range: ByteRange, of source: SourceFile) -> [Glyph] {
    var glyphs: [Glyph] = []
    glyphs.reserveCapacity(range.count)
    var width = CellWidth()
    var parser = Unicode.UTF8.ForwardParser()
    var bytes = source.bytes[Int(range.start)..<Int(range.end)].makeIterator()
    var offset = range.start
    while true {
      let scalar: Unicode.Scalar
      let length: Int
      switch parser.parseScalar(from: &bytes) {
      case .emptyInput: return glyphs
      case .error(let count): (scalar, length) = ("\u{FFFD}", count)
      case .valid(let encoded): (scalar, length) = (Unicode.UTF8.decode(encoded), encoded.count)
      }
      let bytesOfScalar = ByteRange(offset, offset + UInt32(length))
      offset = bytesOfScalar.end
      if scalar == "\t" {
        glyphs.append(Glyph(text: tab, cells: tab.utf8.count, range: bytesOfScalar))
      } else {
        let shown = scalar.printable
        glyphs.append(Glyph(text: String(shown), cells: width.add(shown), range: bytesOfScalar))
      }
    }
  }
}

extension Collection<Glyph> {
  var cells: Int { reduce(0) { $0 + $1.cells } }
}
