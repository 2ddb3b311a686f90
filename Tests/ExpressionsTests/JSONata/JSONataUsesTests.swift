import Expressions
import SourceText
import Testing

struct JSONataUsesTests {
  private func uses(of text: String) throws -> (JSONataExpression, JSONataUses) {
    let expression = try JSONataExpression.parse(Array(text.utf8))
    return (expression, expression.uses())
  }

  /// The first three groups are what Step Functions was seen to refuse and to accept; the rest follows from
  /// JSONata.
  @Test(arguments: [
    ("phone", "phone"), ("phone[0]", "phone"), ("aaa + bbb", "aaa bbb"), ("$.phone", "$"), ("$$", "$$"),
    ("{aaa: 1}", "aaa"), ("$map($x, function($v){ b })", "b"), ("phone = 1", "phone"),

    ("$states.input.phone", ""), ("$states.input.items[phone > 3]", ""), ("$phone", ""),
    ("$map($states.input.a, function($x){ $x.phone })", ""),

    ("a.b", "a"), ("a.b.c[d].e", "a"), ("a^(b)", "a"), ("a{b: c}", "a"), ("$x^(>b)", ""), ("$x{b: c}", ""),
    ("$x.{'k': v}", ""), ("$x.(a; b)", ""), ("(a; $y)", "a"), ("[a, 'b']", "a"), ("-a", "a"),
    ("a ? b : c", "a b c"),
    ("$y := a", "a"), ("$f(a)", "a"), ("$f(?, a)", "a"), ("a ~> $f(b)", "a b"), ("|a|{b: c}|", ""),
    ("'a'.b", "'a'"),
    ("'a'", ""), ("'a'[0].b", "'a'"), ("$x.'a'", ""), ("$x[$f(function(){ a })]", ""), ("$x[$ > 1]", ""),
    ("`a b`", "`a b`"),
    ("$x[$$.y]", "$$"), ("and", "and"), ("*", ""), ("$x.$", ""), ("uppercase($x)", "uppercase"),
  ])
  func onlyFirstStepsReadTheContext(text: String, expected: String) throws {
    let (expression, uses) = try uses(of: text)
    #expect(uses.contextReads.map { spelling(expression, $0.node) }.joined(separator: " ") == expected)
  }

  private func spelling(_ expression: JSONataExpression, _ id: JSONataNode.ID) -> String {
    let range = expression[id].tokenRange
    return String(decoding: expression.text[Int(range.start)..<Int(range.end)], as: UTF8.self)
  }

  @Test func kindsOfContextReads() throws {
    let (_, uses) = try uses(of: "[a, f(1), $, $$]")
    #expect(uses.contextReads.map(\.kind) == [.field, .callee, .context, .root])
  }

  @Test(arguments: [
    ("$a + $b.c", "a b.c"),
    ("$states.input.items[0].id", "states.input.items"),
    ("$states.context.Execution.Input", "states.context.Execution.Input"),
    ("$states.`result`.\"a b\".*.c", "states.result.a b"),
    ("($states.input).x", "states.input.x"),
    ("($a; $states.input).x", "a states.input"),
    ("$states.input.items[].id", "states.input.items.id"),
    ("$states.input.a{k: v}.b", "states.input.a"),
    ("$states.input.a.$f(b)", "states.input.a f"),
    // Bound by the expression itself.
    ("($x := 1; $x)", ""),
    ("($x := $x + 1; $x)", "x"),
    ("(($x := 1); $x)", "x"),
    ("function($x){ $x + $y }", "y"),
    ("(function($x){ 1 }; $x)", "x"),
    ("($f := function($n){ $n < 1 ? 1 : $f($n - 1) }; $f(3))", ""),
    ("($even := function($n){ $odd($n) }; $odd := function($n){ $even($n) }; $even(2))", ""),
    ("($y; $y := 1)", "y"),
    ("function(){ ($y; $y := 1) }", "y"),
    ("$l.books@$b[$b.id = $id].{'t': $b.title}", "l.books id"),
    ("$l.books#$i.{'n': $i}", "l.books"),
    ("$f($x := 1, $x)", "f"),
  ])
  func variablesAreFreeOrBound(text: String, expected: String) throws {
    let (expression, uses) = try uses(of: text)
    let reads = uses.variables.map { read in
      ([read.node] + uses.steps(of: read)).map(expression.name).joined(separator: ".")
    }
    #expect(reads.joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ("$count($x)", "count/1"),
    ("$x ~> $map($f) ~> $sum", "map/2 sum/1"),
    ("$substring(?, 1)", "substring/2?"),
    ("$x ~> $substring(?, 1)", "substring/2?"),
    ("length($x)", "length/1"),
    ("($f := function(){1}; $f(2))", "f/1 local"),
    ("$x.($eval('1'))", "eval/1"),
    ("function(){1}(2)", ""),
    ("$map($x, $string)", "map/2"),
  ])
  func callsCountArguments(text: String, expected: String) throws {
    let (expression, uses) = try uses(of: text)
    let calls = uses.calls.map { call in
      let count = "\(call.argumentCount)\(call.isPartial ? "?" : "")"
      return expression.name(call.callee) + "/" + count + (call.isLocal ? " local" : "")
    }
    #expect(calls.joined(separator: " ") == expected)
  }
}
