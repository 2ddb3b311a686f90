import SourceText
import Testing

@Suite struct LineIndexTests {
  private func index(_ text: String) -> LineIndex { LineIndex(SourceFile(path: "test", text: text)) }

  /// Line and column of every offset, those inside a character included.
  private func places(_ text: String, _ unit: ColumnUnit = .unicodeScalars) -> [String] {
    let index = index(text)
    return (0...text.utf8.count).map { offset in
      let position = index.position(at: UInt32(offset), columnsIn: unit)
      return "\(position.line):\(position.column)"
    }
  }

  private func lines(_ text: String) -> [String] {
    let index = index(text)
    return (1...index.lineCount).map { index.source.text(in: index.range(ofLine: $0)) }
  }

  @Test(arguments: ["\n", "\r", "\r\n"])
  func endsLinesAsEditorsDo(_ ending: String) {
    #expect(lines("ab\(ending)\(ending)c") == ["ab", "", "c"])
    #expect(lines("ab\(ending)") == ["ab", ""])
    #expect(lines(ending) == ["", ""])
    let second = index("ab\(ending)c").range(ofLine: 2)
    #expect(second == ByteRange(UInt32(2 + ending.utf8.count), UInt32(3 + ending.utf8.count)))
  }

  @Test func tellsEndingsApart() {
    #expect(lines("a\r\r\nb\n\rc\u{2028}d\u{85}e\u{B}f") == ["a", "", "b", "", "c\u{2028}d\u{85}e\u{B}f"])
  }

  @Test func hasOneLineInAnEmptyFile() {
    #expect(lines("") == [""])
    #expect(places("") == ["1:1"])
  }

  @Test func countsColumnsInCharacters() {
    #expect(places("aé\n😀b") == ["1:1", "1:2", "1:3", "1:3", "2:1", "2:2", "2:2", "2:2", "2:2", "2:3"])
  }

  @Test func countsColumnsInOtherUnits() {
    let text = "\té\n😀b"
    let utf16 = ["1:1", "1:2", "1:3", "1:3", "2:1", "2:3", "2:3", "2:3", "2:3", "2:4"]
    let bytes = ["1:1", "1:2", "1:3", "1:4", "2:1", "2:2", "2:3", "2:4", "2:5", "2:6"]
    // Inside of a character columns are of no use, but those around it count.
    let between = [0, 1, 3, 4, 8, 9]
    #expect(between.map { places(text, .utf16CodeUnits)[$0] } == between.map { utf16[$0] })
    #expect(places(text, .bytes) == bytes)
    #expect(places("ab", .utf16CodeUnits) == ["1:1", "1:2", "1:3"])
  }

  @Test func countsAByteOrderMarkInBytesOnly() {
    #expect(places("\u{FEFF}a", .utf16CodeUnits) == ["1:1", "1:1", "1:1", "1:1", "1:2"])
    #expect(places("\u{FEFF}a", .bytes) == ["1:1", "1:2", "1:3", "1:4", "1:5"])
  }

  @Test func countsLineEndingsAsPartOfTheirLine() {
    #expect(places("a\r\nb\rc") == ["1:1", "1:2", "1:3", "2:1", "2:2", "3:1", "3:2"])
  }

  @Test func leavesOutAByteOrderMark() {
    #expect(places("\u{FEFF}ab") == ["1:1", "1:1", "1:1", "1:1", "1:2", "1:3"])
    #expect(lines("\u{FEFF}ab\n\u{FEFF}c") == ["ab", "\u{FEFF}c"])
    #expect(lines("\u{FEFF}") == [""])
  }

  @Test func clampsToTheFile() {
    let position = index("ab\nc").position(at: 1_000)
    #expect(position == Position(line: 2, column: 2, offset: 4))
  }

  @Test func survivesIllFormedText() {
    let index = LineIndex(SourceFile(path: "test", bytes: [0x80, 0xBF, 0x0A, 0xF0, 0x9F, 0x0D]))
    #expect(index.lineCount == 3)
    for offset in 0...6 { #expect(index.position(at: UInt32(offset)).column >= 1) }
  }

  /// Columns in one line of megabytes must not cost a walk along it each.
  @Test func findsColumnsInAHugeLine() {
    let count = 200_000
    let index = index(String(repeating: "aé😀", count: count))
    let duration = ContinuousClock().measure {
      for step in 0..<2_000 {
        let position = index.position(at: UInt32(step * 7 * 100 + 3))
        #expect(position == Position(line: 1, column: step * 300 + 3, offset: step * 700 + 3))
      }
    }
    #expect(index.position(at: UInt32(count * 7)).column == count * 3 + 1)
    #expect(index.position(at: UInt32(count * 7), columnsIn: .utf16CodeUnits).column == count * 4 + 1)
    #expect(duration < .seconds(2))
  }

  @Test func findsLinesAmongMany() {
    let index = index(String(repeating: "ab\r\n", count: 50_000))
    #expect(index.lineCount == 50_001)
    for line in stride(from: 1, to: 50_000, by: 997) {
      #expect(index.line(at: UInt32(line - 1) * 4 + 3) == line)
      #expect(index.line(at: UInt32(line) * 4) == line + 1)
      #expect(index.source.text(in: index.range(ofLine: line)) == "ab")
    }
  }
}

@Suite struct SourceFileTests {
  @Test(arguments: ["", "a", "aé😀b", "ééééé", "12345678", "😀😀😀", "abcdefgé"])
  func countsCharacters(_ text: String) {
    let source = SourceFile(path: "test", text: text)
    #expect(source.scalarCount(in: source.range) == text.unicodeScalars.count)
  }

  @Test func findsTexts() {
    let source = SourceFile(path: "test", text: "aab StartAt")
    #expect(source.contains("ab"))
    #expect(source.contains("StartAt"))
    #expect(source.contains(""))
    #expect(!source.contains("StartAts"))
    #expect(!SourceFile(path: "test", text: "").contains("a"))
  }

  @Test func clampsRanges() {
    let source = SourceFile(path: "test", text: "abc")
    #expect(source.text(in: ByteRange(1, 9)) == "bc")
    #expect(source.text(in: ByteRange(7, 9)) == "")
    #expect(SourceFile(path: "test", bytes: [0x61, 0xFF]).text(in: ByteRange(0, 2)) == "a\u{FFFD}")
  }
}
