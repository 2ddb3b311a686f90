import SourceText
import Syntax
import TestSupport
import Testing

/// Texts that are broken at random: whatever comes out, it is a tree that keeps its promises.
@Suite struct FuzzTests {
  static let snippets: [String] = [
    #"{"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": [1, -2.5e3, true, null], "End": true}}}"#,
    "{\r\n\t\"é\": \"😀 \\u00e9\\ud83d\\ude00 \\n\", \"x\": ${Name}, \"x\": []\r\n}",
    #"[[[], {}], {"a": {"b": {"c": "\"\\/"}}}, 0.1E+5, "", false] // c"#,
    "StartAt: A\nStates:\n  A:\n    Type: Pass\n    Result: [1, {x: y, z}, 012, 1:30]\n    End: yes\n",
    "base: &b { x: 1, y: &c [ 2 ] }\nm:\n  <<: [*b, { z: 3 }]\n  y: *c\n"
      + "n: { <<: &d { q: !Sub r }, *c : 1 }\no: *d\n",
    "a: |-\n  text {{ b }}\n\n  more\n\nb: >2+\n    x\n\n# c\nc: \"multi\n  line \\x41\\\n  end\"\n",
    "%YAML 1.1\n%TAG !e! tag:x,2:\n---\n- !e!y é😀\n"
      + "- - ? k\n    : 'it''s'\n  - \"q\": ~\n...\n--- !If\n- !Ref a\n",
    "? [a, {b: c}]\n: {% if %}\n? - d\n: &x [*x, *y]\nk:\r\n- 1\r\n-\r\n-   # e\r\n",
  ]
  private static let tokens: [String] = [
    "\n", "\r\n", "\r", " ", "  ", "\t", "- ", ": ", "? ", ",", "#", "\"", "'", "{", "}", "[", "]", "|\n",
    ">-\n", "&a ",
    "*a", "<<: *a", "!t ", "%", "{{ a }}", "{% if %}", "${", "}}", "---\n", "...\n", "\\", "\\u", "\\ud83d",
    "//", "/*", "é",
    "😀", "\u{2028}", "\u{85}", "\u{FEFF}", "\0", "\u{1}", "012", "1:30", "true", "null", "-", "0x", "1e",
  ]

  @Test(arguments: Notation.allCases, 0..<16)
  func brokenTextsMakeTrees(_ notation: Notation, _ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let clock = ContinuousClock()
    for _ in 0..<120 {
      let bytes = Self.brokenText(&random)
      var tree = SyntaxTree.yaml("")
      let duration = clock.measure {
        tree = SyntaxTree.read(SourceFile(path: "fuzz", bytes: bytes), as: notation)
      }
      #expect(tree.brokenPromises == [], "\(bytes)")
      // libyaml never meets a character that it does not allow: it would not say where.
      #expect(
        !tree.problems.contains { $0.contains("octet") || $0.contains("control character") }, "\(bytes)")
      #expect(duration < .seconds(2), "\(bytes)")
    }
  }

  /// Reading takes time in proportion to the text: thousands of anything are nothing.
  @Test(arguments: Notation.allCases, tokens + snippets)
  func repeatedTextsAreReadInTime(_ notation: Notation, _ text: String) {
    let source = SourceFile(path: "fuzz", text: String(repeating: text, count: 50_000 / text.utf8.count))
    let duration = ContinuousClock().measure {
      #expect(SyntaxTree.read(source, as: notation).source === source)
    }
    #expect(duration < .seconds(5))
  }

  private static func brokenText(_ random: inout SplitMix64) -> [UInt8] {
    var bytes = snippet(&random)
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 1...8, using: &random))
      switch Int.random(in: 0..<8, using: &random) {
      case 0, 1, 2: bytes.insert(contentsOf: (tokens.randomElement(using: &random) ?? "").utf8, at: place)
      case 3: bytes.removeSubrange(place..<end)
      case 4: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 5: bytes.insert(contentsOf: snippet(&random), at: place)
      case 6: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
      default: bytes.removeSubrange(place...)
      }
    }
    return bytes
  }

  private static func snippet(_ random: inout SplitMix64) -> [UInt8] {
    Array((snippets.randomElement(using: &random) ?? "").utf8)
  }
}
