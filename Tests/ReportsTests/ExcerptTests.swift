import SourceText
import Testing

@testable import Reports

@Suite struct ExcerptTests {
  /// The excerpt around the places of `marked` between `«»` (primary) and `‹›` (related, labelled "here").
  private func excerpt(_ marked: String, width: Int = 60) -> String {
    var bytes: [UInt8] = []
    var marks: [Excerpt.Mark] = []
    var starts: [UInt32] = []
    for scalar in marked.unicodeScalars {
      let offset = UInt32(bytes.count)
      switch scalar {
      case "«", "‹": starts.append(offset)
      case "»": marks.append(Excerpt.Mark(ByteRange(starts.removeLast(), offset), isPrimary: true))
      case "›":
        marks.append(Excerpt.Mark(ByteRange(starts.removeLast(), offset), label: "here", isPrimary: false))
      default: bytes += Array(String(scalar).utf8)
      }
    }
    return excerpt(
      of: SourceFile(path: "a", bytes: bytes), marks.sorted { $0.isPrimary && !$1.isPrimary }, width: width)
  }

  private func excerpt(of source: SourceFile, _ marks: [Excerpt.Mark], width: Int = 60) -> String {
    let rows = Excerpt(marks, in: LineIndex(source), width: width).rows(.plain, style: .error)
    // What is before the bar is the same in all of these.
    return rows.dropFirst().map { "\($0)\n" }.joined()
  }

  @Test func underlinesARange() {
    #expect(excerpt("one\n  two «three» four\n") == "2 |   two three four\n  |       ^^^^^\n")
  }

  @Test func underlinesAnEmptyRangeWithOneMark() {
    #expect(excerpt("ab«»c") == "1 | abc\n  |   ^\n")
  }

  @Test func showsTheEndOfTheFile() {
    #expect(excerpt("ab«»") == "1 | ab\n  |   ^\n")
    #expect(excerpt("ab\n«»") == "2 |\n  | ^\n")
    #expect(excerpt("«»") == "1 |\n  | ^\n")
  }

  @Test func clampsRangesToTheFile() {
    let mark = Excerpt.Mark(ByteRange(2, 4_000_000_000), isPrimary: true)
    #expect(excerpt(of: SourceFile(path: "a", text: "abcd"), [mark]) == "1 | abcd\n  |   ^^\n")
    let beyond = Excerpt.Mark(ByteRange(3_000_000_000, 4_000_000_000), isPrimary: true)
    #expect(excerpt(of: SourceFile(path: "a", text: "abcd"), [beyond]) == "1 | abcd\n  |     ^\n")
  }

  @Test func showsTheFirstLineOfSeveral() {
    #expect(excerpt("a «b\nc\nd» e\n") == "1 | a b\n  |   ^ … to line 3\n")
    // A range that ends with its line does not reach the next.
    #expect(excerpt("a «b\n»c\n") == "1 | a b\n  |   ^\n")
    #expect(excerpt("a«\nb»\n") == "1 | a\n  |  ^ … to line 2\n")
  }

  @Test func putsRelatedPlacesOfALineBelow() {
    #expect(excerpt("‹a› «b»") == "1 | a b\n  |   ^\n  | - here\n")
    // One inside the other.
    #expect(excerpt("‹a «b»›") == "1 | a b\n  |   ^\n  | --- here\n")
  }

  @Test func showsRelatedPlacesOfOtherLines() {
    #expect(excerpt("‹a›\nx\n«b»\n") == "1 | a\n  | - here\n...\n3 | b\n  | ^\n")
    #expect(excerpt("«a»\n‹b›\n") == "1 | a\n  | ^\n2 | b\n  | - here\n")
  }

  @Test func alignsLineNumbers() {
    let text = "‹a›" + String(repeating: "\n", count: 9) + "«b»\n"
    #expect(excerpt(text) == " 1 | a\n   | - here\n...\n10 | b\n   | ^\n")
  }

  @Test func expandsTabs() {
    #expect(excerpt("\t\ta «\tb» c") == "1 |         a     b c\n  |           ^^^^^\n")
  }

  @Test func measuresCellsNotScalars() {
    #expect(excerpt("日本 «語é🚀» x") == "1 | 日本 語é🚀 x\n  |      ^^^^^\n")
    #expect(excerpt("👩‍👩‍👧 «x»") == "1 | 👩‍👩‍👧 x\n  |    ^\n")
    #expect(excerpt("e\u{301}\u{327} «e\u{301}» x") == "1 | e\u{301}\u{327} e\u{301} x\n  |   ^\n")
  }

  @Test func leavesOutLineEnds() {
    #expect(excerpt("a\r\nb «c»\r\nd") == "2 | b c\n  |   ^\n")
    #expect(excerpt("a\rb «c»\rd") == "2 | b c\n  |   ^\n")
    #expect(excerpt("a\r«\n»b") == "1 | a\n  |  ^\n")
  }

  @Test func leavesOutTheByteOrderMark() {
    #expect(excerpt("\u{FEFF}a «b»") == "1 | a b\n  |   ^\n")
    #expect(excerpt("«\u{FEFF}a» b") == "1 | a b\n  | ^\n")
  }

  @Test func showsWhatWouldSteerTheTerminal() {
    #expect(excerpt("\u{1B}[31m«x»\u{7}\u{202E}") == "1 | ·[31mx·\u{FFFD}\n  |      ^\n")
  }

  @Test func showsBytesThatAreNoText() {
    let source = SourceFile(path: "a", bytes: [0x61, 0xFF, 0xC3, 0x62, 0xE2, 0x82])
    let mark = Excerpt.Mark(ByteRange(1, 2), isPrimary: true)
    #expect(excerpt(of: source, [mark]) == "1 | a\u{FFFD}\u{FFFD}b\u{FFFD}\n  |  ^\n")
  }

  @Test func marksARangeInsideAScalar() {
    let mark = Excerpt.Mark(ByteRange(2, 3), isPrimary: true)
    #expect(excerpt(of: SourceFile(path: "a", text: "a語b"), [mark]) == "1 | a語b\n  |  ^^\n")
  }
}

@Suite struct ClippedExcerptTests {
  private func rows(_ text: String, _ ranges: [ByteRange], width: Int) -> [String] {
    let marks = ranges.enumerated().map { Excerpt.Mark($1, isPrimary: $0 == 0) }
    let source = SourceFile(path: "a", text: text)
    return Array(Excerpt(marks, in: LineIndex(source), width: width).rows(.plain, style: .error).dropFirst())
  }

  private func range(of part: String, in text: String) throws -> ByteRange {
    let range = try #require(text.ranges(of: part).first)
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return ByteRange(UInt32(start), UInt32(start + part.utf8.count))
  }

  private let long = String(repeating: "x", count: 100) + "NEEDLE" + String(repeating: "y", count: 100)

  @Test func clipsOnBothSides() throws {
    #expect(
      rows(long, [try range(of: "NEEDLE", in: long)], width: 34) == [
        "1 | …xxxxxxxxxxxNEEDLEyyyyyyyyyyy…",
        "  |             ^^^^^^",
      ])
  }

  @Test func clipsOneSideNearAnEnd() throws {
    let start = "NEEDLE" + String(repeating: "y", count: 100)
    #expect(
      rows(start, [ByteRange(0, 6)], width: 24) == ["1 | NEEDLEyyyyyyyyyyyy…", "  | ^^^^^^"])
    let end = String(repeating: "x", count: 100) + "NEEDLE"
    #expect(
      rows(end, [ByteRange(100, 106)], width: 24) == ["1 | …xxxxxxxxxxxxNEEDLE", "  |              ^^^^^^"])
    #expect(
      rows(end, [ByteRange(at: 106)], width: 24) == [
        "1 | …xxxxxxxxxxxxNEEDLE", "  |                    ^",
      ])
  }

  @Test func showsTheBeginningOfARangeThatDoesNotFit() {
    #expect(
      rows(long, [ByteRange(100, 200)], width: 24) == [
        "1 | …NEEDLEyyyyyyyyyyyy…",
        "  |  ^^^^^^^^^^^^^^^^^^^",
      ])
  }

  @Test func doesNotClipWhatFits() {
    let text = String(repeating: "x", count: 20)
    #expect(
      rows(text, [ByteRange(19, 20)], width: 24) == [
        "1 | \(text)", "  | " + String(repeating: " ", count: 19) + "^",
      ])
  }

  @Test func showsFarPlacesOfALineApart() {
    let text = "A" + String(repeating: "x", count: 100) + "B"
    #expect(
      rows(text, [ByteRange(101, 102), ByteRange(0, 1)], width: 16) == [
        "1 | Axxxxxxxxx…", "  | -", "...", "1 | …xxxxxxxxxB", "  |           ^",
      ])
  }

  @Test func countsCellsOfWideCharacters() {
    let text = String(repeating: "語", count: 100)
    #expect(rows(text, [ByteRange(150, 153)], width: 16) == ["1 | …語語語語語…", "  |      ^^"])
  }

  @Test func keepsMegabytesOfMarksApart() {
    // Nothing of this takes a cell: what is shown is bounded all the same.
    let text = "a" + String(repeating: "\u{301}", count: 1_000_000)
    let rows = rows(text, [ByteRange(1_000_001, 1_000_003)], width: 80)
    #expect(rows.count == 2)
    #expect(rows.allSatisfy { $0.utf8.count < 3_000 })
  }

  @Test func costsTheSameInALongLine() {
    let text = String(repeating: "x", count: 20_000_000)
    let source = SourceFile(path: "a", text: text)
    let lines = LineIndex(source)
    let clock = ContinuousClock()
    let time = clock.measure {
      for offset in 0..<200 {
        let mark = Excerpt.Mark(ByteRange(UInt32(offset * 99_000), 20_000_000), isPrimary: true)
        _ = Excerpt([mark], in: lines, width: 100).rows(.plain, style: .error)
      }
    }
    // Two hundred passes over the line would take minutes in a debug build.
    #expect(time < .seconds(10))
  }

  @Test(arguments: [1, 11, 12, 13, 14, 40])
  func staysWithinTheWidth(_ width: Int) {
    let text = String(repeating: "語\t🚀x", count: 10)
    for start in UInt32(0)..<90 {
      for end in [start, start + 1, 90] {
        let rows = rows(text, [ByteRange(start, end)], width: width)
        #expect(rows.count == 2)
        for row in rows {
          var cells = CellWidth()
          let count = row.unicodeScalars.reduce(0) { $0 + cells.add($1) }
          // Eight cells of text and one mark behind them are the least that is shown.
          #expect(count <= max(width, 4 + 8 + 1), "\(row)")
        }
      }
    }
  }
}
