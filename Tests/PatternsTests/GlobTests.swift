import Patterns
import TestSupport
import Testing

@Suite struct GlobTests {
  @Test(arguments: [
    ("Charge*", ["Charge", "ChargeCard"], ["charge", "ReCharge"]),
    ("*Card", ["Card", "ChargeCard"], ["Cards"]),
    ("arn:aws:states:::lambda:*", ["arn:aws:states:::lambda:invoke"], ["arn:aws:lambda:eu"]),
    ("*a*b*", ["ab", "xaxbx"], ["ba", "a"]), ("a*a", ["aa", "aba"], ["a"]), ("*", ["", "x"], []),
    ("Paid?", ["Paid?"], ["Paid!"]), ("a\\*b", ["a*b"], ["axb"]), ("a\\b\\", ["a\\b\\"], ["ab"]),
    ("", [""], ["x"]),
    ("**x**", ["x", "axb"], ["a"]),
  ])
  func matchesWhatItSays(_ pattern: String, matching: [String], others: [String]) throws {
    let glob = try Glob(pattern)
    for text in matching { #expect(glob.matches(text), "\(pattern) on \(text)") }
    for text in others { #expect(!glob.matches(text), "\(pattern) on \(text)") }
  }

  @Test func agreesWithARegularExpression() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<2_000 {
      let pattern = String(
        (0..<Int.random(in: 0...6, using: &random)).map { _ in Self.letter("ab*", &random) })
      let text = String((0..<Int.random(in: 0...8, using: &random)).map { _ in Self.letter("ab", &random) })
      let expression = try RegularExpression("^" + pattern.replacing("*", with: ".*") + "$")
      #expect(try Glob(pattern).matches(text) == expression.matches(text), "\(pattern) on \(text)")
    }
  }

  @Test(.timeLimit(.minutes(1))) func hostileGlobsEnd() throws {
    let text = String(repeating: "a", count: 1_000_000)
    #expect(try !Glob(String(repeating: "*a", count: 499) + "*b").matches(text))
    #expect(try !Glob("*" + String(repeating: "a", count: 990) + "b*").matches(text))
    #expect(throws: PatternProblem.self) { try Glob(String(repeating: "a", count: 1_001)) }
  }

  private static func letter(_ letters: String, _ random: inout SplitMix64) -> Character {
    letters.randomElement(using: &random) ?? "a"
  }
}
