import Diagnostics

/// Calls of intrinsic functions.
let intrinsicOperators: [Operator] = [
  // A function may be newer than the table.
  intrinsic(
    "unknown-function", .refused, level: .warning, ["States.Foo()", "States.Concat('a', 'b')"]),
  intrinsic(
    "function-in-other-case", .refused, ["States.format('a')", "states.UUID()", "States.Uuid()"]),
  intrinsic(
    "wrong-argument-count", .refused,
    [
      "States.UUID(1)", "States.ArrayLength()", "States.Hash('a')", "States.MathAdd(1, 2, 3)",
      "States.StringSplit('a')",
    ]),
  intrinsic(
    "unclosed-call", .refused, ["States.UUID(", "States.Array(1, 2", "States.Format('{}', $.a"]),
  intrinsic(
    "text-behind-a-call", .refused, ["States.UUID() x", "States.Array(1))", "States.UUID().a"]),
  intrinsic("illegal-escape", .refused, [#"States.Format('a\"b')"#, #"States.Format('\n')"#]),
  intrinsic("double-quoted-argument", .refused, [#"States.Format("a")"#]),
  intrinsic("unclosed-string", .refused, ["States.Format('a)", "States.Array('a, 1)"]),
  intrinsic("bare-word-argument", .refused, ["States.Format(order)", "States.Array(1, two)"]),
  intrinsic("path-argument-broken", .refused, ["States.Array($.a[)", "States.ArrayLength($.)"]),
  intrinsic(
    "argument-of-the-wrong-type", .fails,
    [
      "States.MathAdd('1', 2)", "States.ArrayLength('abc')", "States.StringSplit(1, 2)",
      "States.StringToJson(5)", "States.MathRandom('a', 'b')",
    ]),
  intrinsic(
    "unknown-hash-algorithm", .fails, ["States.Hash('a', 'MD4')", "States.Hash('a', 'SHA-3')"]),
  // Documented, but no answer of AWS is recorded.
  intrinsic(
    "template-holes-without-values", .fails, level: .warning,
    ["States.Format('{} {}', 1)", "States.Format('{}')"]),
  intrinsic(
    "number-that-cannot-be", .fails, ["States.ArrayRange(1, 9, 0)", "States.ArrayPartition($.a, 0)"]),
]

private func intrinsic(
  _ name: String, _ treatment: Treatment, level: Severity = .error, _ calls: [String]
) -> Operator {
  Operator("intrinsic-\(name)", treatment, "3", level: level) { original in
    calls.flatMap { templateMutations(original, $0) }
  }
}
