import SourceText

/// The part of one line that fits the terminal, chosen to show a range of it.
///
/// Costs the width of the window, however long the line is.
struct LineWindow {
  /// Counted from 1.
  let line: Int
  /// What is shown, with `…` where the line is cut.
  let text: String
  private let glyphs: ArraySlice<Glyph>
  private let isCutBefore: Bool
  private let isCutBehind: Bool

  private static let ellipsis = "…"

  /// - Parameters:
  ///   - range: What to show; if it spans several lines, its part in the first.
  ///   - width: In cells, at least 8.
  init(showing range: ByteRange, in lines: LineIndex, width: Int) {
    line = lines.line(at: range.start)
    let bytes = lines.range(ofLine: line)
    // At most 4 bytes to a scalar; twice that, as some scalars take no cell.
    let reach = UInt32(8 * width)
    let start = max(bytes.start, min(range.start, bytes.end) - min(range.start, bytes.end, reach))
    let end = min(bytes.end, max(start, range.start) + reach)
    let near = Self.scalarBoundaries(ByteRange(start, max(start, end)), within: bytes, of: lines.source)
    let all = Glyph.glyphs(in: near, of: lines.source)
    if near == bytes, all.cells <= width {
      glyphs = all[...]
    } else {
      glyphs = all[Self.window(in: all, showing: range, cells: width - 2)]
    }
    isCutBefore = (glyphs.first?.range.start ?? near.start) > bytes.start
    isCutBehind = (glyphs.last?.range.end ?? near.end) < bytes.end
    let visible = glyphs.map(\.text).joined()
    text = (isCutBefore ? Self.ellipsis : "") + visible + (isCutBehind ? Self.ellipsis : "")
  }

  /// Whether all of `range` in this line, or as much of it as fits, can be seen.
  func shows(_ range: ByteRange) -> Bool {
    guard let first = glyphs.first, let last = glyphs.last else { return false }
    let endsInside = range.end <= last.range.end || !isCutBehind
    return range.start >= first.range.start && range.start <= last.range.end && endsInside
  }

  /// Where to underline `range`: cells before it, and cells of its visible part, at least one.
  func underline(_ range: ByteRange) -> (start: Int, count: Int) {
    let before = glyphs.prefix { $0.range.end <= range.start }
    let inside = glyphs[before.endIndex...].prefix { $0.range.start < range.end }
    let isCut = isCutBehind && inside.endIndex == glyphs.endIndex && !inside.isEmpty
    let count = range.isEmpty ? 1 : max(1, inside.cells + (isCut ? 1 : 0))
    return ((isCutBefore ? 1 : 0) + before.cells, count)
  }

  /// Moves the ends of a range that do not end the line off the middle of a scalar.
  private static func scalarBoundaries(
    _ range: ByteRange, within line: ByteRange, of source: SourceFile
  ) -> ByteRange {
    func isInsideScalar(_ offset: UInt32) -> Bool { source.bytes[Int(offset)] & 0xC0 == 0x80 }
    var (start, end) = (range.start, range.end)
    for _ in 0..<3 where start > line.start && start < end && isInsideScalar(start) { start += 1 }
    for _ in 0..<3 where end < line.end && end > start && isInsideScalar(end) { end -= 1 }
    return ByteRange(start, end)
  }

  /// The glyphs to show when there is room for only `cells`: the range, and as much before it as behind it,
  /// unless the line ends sooner.
  private static func window(in glyphs: [Glyph], showing range: ByteRange, cells: Int) -> Range<Int> {
    var start = glyphs.firstIndex { $0.range.end > range.start } ?? glyphs.count
    var end = start
    var room = cells
    func extendForward(while isWanted: (Glyph) -> Bool) {
      while end < glyphs.count, glyphs[end].cells <= room, isWanted(glyphs[end]) {
        room -= glyphs[end].cells
        end += 1
      }
    }
    func extendBackward(keeping reserve: Int) {
      while start > 0, glyphs[start - 1].cells <= room - reserve {
        start -= 1
        room -= glyphs[start].cells
      }
    }
    extendForward { $0.range.start < range.end }
    extendBackward(keeping: room / 2)
    extendForward { _ in true }
    extendBackward(keeping: 0)
    return start..<end
  }
}
