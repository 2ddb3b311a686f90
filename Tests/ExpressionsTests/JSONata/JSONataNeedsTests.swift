import Expressions
import Testing

struct JSONataNeedsTests {
  private func need(of text: String) throws -> JSONataNeed? {
    let expression = try JSONataExpression.parse(Array(text.utf8))
    return expression.needs(expression.uses())["x"]
  }

  /// The results that the reference gives, 2.0.6, where its suite has a case.
  @Test(arguments: [
    "$x", "$x.a.b", "$x[0]", "$x[]", "$x.a[]", "-$x", "24 * $x", "$x + $y", "1 < $x", "($y := 1; $x)",
    "$y := $x", "$abs($x)",
    "$sum($x.price)", "$x ~> $sum", "$x ~> $sum()", "$split($x, ' ')", "$uppercase($string($x))",
    "$x ~> $map(function($v) { $v })", "$x + ($y := $x & 'a'; 1)",
  ])
  func nothingComesOfNothing(_ text: String) throws {
    #expect(try need(of: text) == .indispensable)
  }

  @Test(arguments: [
    "$x & 'a'", "[$x]", "{ 'a': $x }", "$x = 1", "$x != null", "1 in $x", "$append($x, 1)",
    "$merge([$x, $y])",
    "$map($y, function($v) { $v + $x })", "$y[$x = id]", "$y.($x)", "$y ? $x : 1", "$x{ 'a': b }",
    "($x; 1)", "$f($x)", "($sum := function($a) { 1 }; $sum($x))", "[1..$x]", "$contains('a', $x)",
  ])
  func somethingMayComeOfNothing(_ text: String) throws {
    #expect(try need(of: text) == .optional)
  }

  @Test(arguments: [
    "$exists($x)", "$exists($x.a) ? $x.a : 0", "$x ? 1 : 2", "$x ~> $exists", "$not($exists($x))",
    "$exists($x) and $x > 3", "$type($x) = 'number'", "$x.a > 1 or $y", "$count($x) > 0 ? $x[0] : null",
  ])
  func aTestIsForAllReads(_ text: String) throws {
    #expect(try need(of: text) == .tested)
  }

  @Test(arguments: ["1", "$x()", "function($x) { $x }", "($x := 1; $x)", "'$x'"])
  func isNoReadOfAVariable(_ text: String) throws {
    #expect(try need(of: text) == nil)
  }
}
