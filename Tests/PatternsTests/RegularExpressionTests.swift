import Patterns
import TestSupport
import Testing

@Suite struct RegularExpressionTests {
  @Test(arguments: [
    ("^[A-Z][A-Za-z0-9]+$", ["Charge", "A1"], ["charge", "A", "Charge Card", "", "É1"]),
    ("charge|refund", ["charge", "a refund"], ["Charge", "re fund"]),
    (":\\$LATEST$", ["f:$LATEST"], ["f:$LATEST:1", "f:1"]),
    ("a{2,3}b{2}c{1,}$", ["aabbc", "aaabbcc", "xaaaabbc"], ["abbc", "aabc", "aabb"]),
    ("^a{2}$", ["aa"], ["a", "aaa"]), ("^x{0}$", [""], ["x"]), ("a{,2}", ["a{,2}"], ["aa"]),
    ("{name}", ["{name}"], ["name"]), ("^(?:ab)+?c??$", ["ab", "ababc"], ["", "abcc"]),
    ("(?i)^approve[a-c]$", ["APPROVEB", "approvec"], ["approved"]), ("(?i)[^a]", ["b"], ["a", "A"]),
    ("\\bend\\b", ["the end.", "end"], ["weekend", "end_"]), ("a\\Bb", ["ab"], ["a b"]),
    ("^\\d+\\D\\w\\W\\s\\S$", ["12-a- x"], ["12-a-x"]), ("^[]a]+$", ["]a"], ["b"]),
    ("^[a\\-z-]+$", ["a-z"], ["b"]), ("^[^/]+$", ["a b"], ["a/b", ""]),
    ("^\\x41\\u00e9.$", ["Aé😀"], ["Aé\n"]),
    ("^(?<year>[0-9]{4})$", ["2026"], ["26"]), ("", ["", "x"], []),
    ("^(|a)(|b)$", ["", "a", "b", "ab"], ["ba"]),
    ("^[😀-😂]$", ["😁"], ["x", "é"]), ("^(a*)*$", ["", "aaa"], ["b"]), ("^((a+)+)+$", ["aaa"], ["", "ab"]),
    ("\\.|\\[|\\\\", [".", "[", "\\"], ["x"]), ("a$|^b", ["ba", "bc"], ["ab"]), ("\\Aab\\z", ["ab"], ["abc"]),
  ])
  func matchesWhatItSays(_ pattern: String, matching: [String], others: [String]) throws {
    let expression = try RegularExpression(pattern)
    for text in matching { #expect(expression.matches(text), "\(pattern) on \(text)") }
    for text in others { #expect(!expression.matches(text), "\(pattern) on \(text)") }
  }

  @Test(arguments: [
    ("a(b", 1..<2), ("a)b", 1..<2), ("[a-", 0..<1), ("*a", 0..<1), ("a**", 1..<3), ("é\\", 2..<3),
    ("(?=a)", 0..<3), ("(?<!a)b", 0..<4), ("(a)\\1", 3..<5), ("\\p{L}", 0..<2), ("[z-a]", 1..<4),
    ("a{3,2}", 1..<6), ("a{1001}", 1..<7), ("^*", 0..<2), ("(?x)a", 0..<2), ("\\x4", 0..<3),
    ("[[:alpha:]]", 1..<3),
    ("(a{1000}){1000}", 0..<15), ("((((){1000}){1000}){1000}){1000}", 0..<32),
    ("(?<n", 0..<4), ("[\\d-z]", 1..<3),
  ])
  func saysWhereAPatternIsWrong(_ pattern: String, range: Range<Int>) throws {
    let problem = #expect(throws: PatternProblem.self) { try RegularExpression(pattern) }
    #expect(problem?.range == range, "\(pattern): \(problem?.message ?? "")")
  }

  @Test func deepNestingIsRefused() {
    let deep = String(repeating: "(", count: 100_000)
    #expect(throws: PatternProblem.self) { try RegularExpression(deep) }
    #expect(throws: PatternProblem.self) {
      try RegularExpression(deep + "a" + String(repeating: ")+", count: 100_000))
    }
  }

  /// Patterns that take engines with backtracking years.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "^(a|a)*$", "^(a|aa)+$", "(a+)+$", "(.*)*x", "(a?){300}a{300}$", "^(([a-z])+.)+[A-Z]([a-z])+$",
      "(x+x+)+y",
      "(a|b)*a(a|b){200}$",
    ])
  func hostilePatternsEnd(_ pattern: String) throws {
    let expression = try RegularExpression(pattern)
    #expect(!expression.matches(String(repeating: "a", count: 3_000) + "!"))
  }

  @Test func aSpentBudgetAnswersNothing() throws {
    let expression = try RegularExpression("(a|b)*c$")
    var text = String(repeating: "ab", count: 10_000)
    var budget = 1_000
    #expect(text.withUTF8 { expression.matches($0, budget: &budget) } == nil)
    #expect(budget < 0)
  }

  @Test func illFormedTextIsRead() throws {
    let expression = try RegularExpression("^.+$")
    for bytes in [[0xFF], [0xC3], [0xE2, 0x82], [0xF0, 0x9F], [0x80, 0x41]] as [[UInt8]] {
      var budget = 1_000
      #expect(bytes.withUnsafeBufferPointer { expression.matches($0, budget: &budget) } == true)
    }
  }
}

/// The engine against the standard library's, which backtracks and understands more.
@Suite struct RandomPatternTests {
  @Test(arguments: 0..<12)
  func agreesWithTheStandardLibrary(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var matched = 0
    for _ in 0..<150 {
      let pattern = Self.pattern(depth: 3, &random)
      let expression = try RegularExpression(pattern)
      let other = try Regex(pattern)
      for _ in 0..<12 {
        let text = String((0..<Int.random(in: 0...8, using: &random)).map { _ in Self.letter(&random) })
        let expected = try other.firstMatch(in: text) != nil
        #expect(expression.matches(text) == expected, "\(pattern) on \(text)")
        if expected { matched += 1 }
      }
    }
    // Neither always nor never.
    #expect(matched > 200 && matched < 1_700)
  }

  /// Any text is a pattern or has a problem inside it.
  @Test(arguments: 0..<8)
  func anyTextIsRead(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(100 + seed))
    let tokens = Array("()[]{}|*+?^$.\\-,:<>=!iP0123456789abcdwsDWSBxué😀")
    for _ in 0..<3_000 {
      let pattern = String(
        (0..<Int.random(in: 0...24, using: &random)).map { _ in tokens.randomElement(using: &random) ?? "a" })
      do throws(PatternProblem) {
        _ = try RegularExpression(pattern).matches("abcé 😀012")
      } catch {
        #expect(error.range.upperBound <= pattern.utf8.count, "\(pattern)")
        #expect(!error.message.isEmpty)
      }
    }
  }

  private static func letter(_ random: inout SplitMix64) -> Character {
    ["a", "b", "c"].randomElement(using: &random) ?? "a"
  }

  private static func pattern(depth: Int, _ random: inout SplitMix64) -> String {
    let count = Int.random(in: 1...3, using: &random)
    let body = (0..<count).map { _ in part(depth: depth, &random) }.joined()
    switch Int.random(in: 0..<6, using: &random) {
    // In repeated groups, the library does not try an empty round before another one.
    case 0 where depth == 3: return "^" + body
    case 1 where depth == 3: return body + "$"
    case 2 where depth == 3: return "^" + body + "$"
    case 3 where depth > 0: return body + "|" + pattern(depth: depth - 1, &random)
    default: return body
    }
  }

  private static func part(depth: Int, _ random: inout SplitMix64) -> String {
    let atom =
      switch Int.random(in: 0..<6, using: &random) {
      case 0 where depth > 0: "(\(pattern(depth: depth - 1, &random)))"
      case 1: "[ab]"
      case 2: "[^a]"
      case 3: "."
      default: String(letter(&random))
      }
    let quantifier = ["", "", "", "*", "+", "?", "{2}", "{1,2}", "{0,1}", "{2,}", "*?"].randomElement(
      using: &random)
    return atom + (quantifier ?? "")
  }
}
