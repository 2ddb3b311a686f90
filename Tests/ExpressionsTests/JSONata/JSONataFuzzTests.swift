import Expressions
import SourceText
import TestSupport
import Testing

/// Whatever bytes come, the parser answers, and its ranges lie in the text.
struct JSONataFuzzTests {
  private static let seeds = [
    #"$states.input.items[price > 3 and name = "a\u00e9"].{'k': $sum(v) ~> $round(?, 2)}^(>a, b)"#,
    "($f := function($x, $y)<n-n?:n>{ $x ? $y : [1..$x] }; $f(1e3, `q u`) ~> |a|{\"b\": %.c}, ['d']|)",
    "a.b@$v#$i[$v.id = $$.%.x].**.*[]{c: d}[0] /* note */ & $match(s, /a(b|c)*[d-f]\\/+/im)",
  ]

  @Test func mutationsAreSurvived() {
    var random = SplitMix64(seed: 20)
    let pieces = Self.seeds.map { Array($0.utf8) }
    var accepted = 0
    for _ in 0..<20_000 {
      let bytes = mutation(of: pieces, &random)
      guard let expression = try? JSONataExpression.parse(bytes) else { continue }
      accepted += 1
      expectRangesNest(expression)
      let uses = expression.uses()
      for read in uses.variables {
        #expect(expression.kind(read.node) == .variable)
        // Its steps stand behind it, one behind the other.
        var end = expression.range(read.node).end
        for step in uses.steps(of: read) {
          #expect(
            [.name, .string].contains(expression.kind(step)) && expression[step].tokenRange.start > end)
          end = expression[step].tokenRange.end
        }
      }
    }
    #expect(accepted > 100)
  }

  private func mutation(of pieces: [[UInt8]], _ random: inout SplitMix64) -> [UInt8] {
    var bytes = pieces[Int.random(in: 0..<pieces.count, using: &random)]
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let other = pieces[Int.random(in: 0..<pieces.count, using: &random)]
      let from = Int.random(in: 0..<other.count, using: &random)
      let part = other[from..<min(other.count, from + Int.random(in: 0...6, using: &random))]
      let start = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, start + Int.random(in: 0...6, using: &random))
      bytes.replaceSubrange(start..<end, with: part)
      if !bytes.isEmpty, Int.random(in: 0..<4, using: &random) == 0 {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
    }
    return bytes
  }

  private func expectRangesNest(_ expression: JSONataExpression) {
    let whole = ByteRange(0, UInt32(expression.text.count))
    var rest = [expression.root]
    while let id = rest.popLast() {
      let range = expression.range(id)
      #expect(whole.contains(range) && range.contains(expression[id].tokenRange))
      for child in expression.children(id) {
        #expect(range.contains(expression.range(child)))
        rest.append(child)
      }
    }
  }

  @Test func prefixesAreSurvived() {
    for seed in Self.seeds {
      let bytes = Array(seed.utf8)
      for length in 0..<bytes.count {
        do throws(JSONataError) {
          _ = try JSONataExpression.parse(Array(bytes[..<length]))
        } catch {
          #expect(Int(error.range.end) <= length)
        }
      }
    }
  }

  /// Quadratic work on these would take minutes.
  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      "a", " ", "1", "\\", "'", "\"\\u", "/", "[]", "a[]", "a;", "1,", "$a:=1;", "/*", "(", "%", "é", "<",
      "function", "?",
      "a,%,", "`", "\"\",", "$f($x),",
    ])
  func longTextsAreSurvived(unit: String) {
    for (open, close) in [("", ""), ("[", "1]"), ("(", ")"), ("/", "/"), ("function(){(", ")}"), ("a", "")] {
      let text = open + String(repeating: unit, count: 200_000 / unit.utf8.count) + close
      let expression = try? JSONataExpression.parse(Array(text.utf8))
      _ = expression?.uses()
    }
  }
}
