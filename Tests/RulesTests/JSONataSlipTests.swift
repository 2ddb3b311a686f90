import Discovery
import Linting
import Rules
import Testing

/// What is said of slips in JSONata, and what their fixes make of them.
@Suite struct JSONataSlipTests {
  @Test(arguments: [
    ("$a == $b", "$a = $b"), ("$a === $b", "$a = $b"), ("$a !== $b", "$a != $b"), ("$a <> $b", "$a != $b"),
    ("$a && $b", "$a and $b"), ("$a&&$b", "$a and $b"), ("$a || $b", "$a or $b"),
    ("($a)||($b)", "($a) or ($b)"),
    ("$a AND $b", "$a and $b"), ("$a Or $b", "$a or $b"), ("$a IN $b", "$a in $b"),
    ("now() & '!'", "$now() & '!'"), ("$uppercas($a)", "$uppercase($a)"),
    ("$$.Execution.Id", "$states.context.Execution.Id"),
  ])
  func sureSlipIsMended(slip: String, mended: String) throws {
    #expect(try fixed(machine(slip)) == machine(mended))
  }

  @Test(arguments: [
    ("!$a", "$not"), ("$a ?? $b", "$exists"), ("$a ?: $b", "a ? a : b"), ("'it\\\\'s'", "double quotes"),
    ("// why", "/*"), ("$a[?(@.b)]", "JSONPath"), ("$a[1:3]", "[[0..2]]"), ("$a[:3]", "[[0..2]]"),
    ("$map($a, $v => $v)", "function($x)"), ("[1, 2,]", "comma"), ("{'a': 1,}", "comma"),
    ("$states.input..id", "**"), ("$a %}/{% $b", "&"), ("", "between {% and %}"),
    ("$sum($a", "\")\" is missing"),
    ("$states.input.my-field", "`my-field`"), ("States.Format('{}', $states.input.a)", "&"), ("own", "$own"),
    ("other", "$states.input.other"), ("$states.inputs", "$states.input"), ("$randomSeeded(1)", "$random"),
    ("$sum(1, 2)", "$sum([a, b])"), ("$eval('1')", "$parse"),
  ])
  func slipIsExplained(slip: String, words: String) throws {
    let findings = try lint(machine(slip))
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect((finding.message + (finding.help ?? "")).contains(words))
  }

  @Test(arguments: [
    "$own()", "$states.input.items[name = 'x'].id", "$map([1], function($v) { $v + 1 })",
    "$length('a') ~> $string",
    "($f := function($n) { $n < 1 ? 1 : $f($n - 1) }; $f(3))", "$merge([$states.input, {'a': 1}])",
  ])
  func soundExpressionIsNotJudged(text: String) throws {
    #expect(try lint(machine(text)).map(\.message) == [])
  }

  private func machine(_ expression: String) -> String {
    """
    { "QueryLanguage": "JSONata", "StartAt": "A", "States": {
      "A": { "Type": "Pass", "Assign": { "own": 1 }, "Next": "B" },
      "B": { "Type": "Pass", "Output": "{% \(expression) %}", "End": true } } }
    """
  }

  private func lint(_ text: String) throws -> [Diagnostic] {
    let source = SourceFile(path: "a.asl.json", text: text)
    let document = try #require(Discovery().document(source, origin: .named))
    return Linter(rules: catalog).lint(document).diagnostics
  }

  private func fixed(_ text: String) throws -> String {
    var text = text
    for _ in 0..<4 {
      let fixes = try lint(text).compactMap(\.fix).filter(\.isSafe)
      if fixes.isEmpty { break }
      text = String(
        decoding: FixedText(SourceFile(path: "a.asl.json", text: text), making: fixes).source.bytes,
        as: UTF8.self)
    }
    return text
  }
}
