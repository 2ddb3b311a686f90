import Expressions
import SourceText
import Testing

struct JSONataParserTests {
  /// What an expression means, with all brackets that could have been written; the operands in the table's
  /// words.
  @Test(arguments: [
    ("a.b.c", "((a . b) . c)"),
    ("a + b * c", "(a + (b * c))"),
    ("a * b + c", "((a * b) + c)"),
    ("a = b = c", "((a = b) = c)"),
    ("a or b and c", "(a or (b and c))"),
    ("$x := $y := 1", "($x := ($y := 1))"),
    ("-a.b", "(-(a . b))"),
    ("-a*b", "((-a) * b)"),
    ("a.b[0].c", "((a . (b [ 0)) . c)"),
    ("a.b{c: d}", "((a . b) { c d)"),
    ("a ? b ? c : d", "(a ? (b ? c d))"),
    ("and and and", "(and and and)"),
    ("a in in", "(a in in)"),
    ("'a'.%", "(a . %)"),
    ("**.*.%", "((** . *) . %)"),
    ("a#$i@$v.b", "(((a # $i) @ $v) . b)"),
    ("[1..2, 3]", "([(1 .. 2) 3)"),
    ("f(1)(2)", "((f ( 1) ( 2)"),
    ("a ~> $f ~> $g", "((a ~> $f) ~> $g)"),
    ("a^(>b, <c)", "(a ^ b c)"),
    ("|a|{'b': 1}, 'c'|", "(|a ({b 1) c)"),
    ("(a; b;)", "((a b)"),
    ("()", "(()"),
    ("`a b`.\"c\\n\"", "(a b . c\n)"),
    ("a /* not b */ . /**/ c", "(a . c)"),
    ("a$b.é", "(a$b . é)"),
    ("1.5e3/2", "(1.5e3 / 2)"),
  ])
  func operatorsBind(text: String, expected: String) throws {
    let expression = try JSONataExpression.parse(Array(text.utf8))
    #expect(bracketed(expression, expression.root) == expected)
  }

  private func bracketed(_ expression: JSONataExpression, _ id: JSONataNode.ID) -> String {
    let node = expression[id]
    var parts = expression.children(id).map { bracketed(expression, $0) }
    guard ![.name, .string, .number, .variable, .wildcard, .descendant, .parent].contains(node.kind) else {
      return node.kind == .variable ? "$" + expression.name(id) : expression.name(id)
    }
    let isInfix = expression.children(id).first.map { expression.range($0).start < node.tokenRange.start }
    if isInfix == true {
      parts.insert(expression.name(id), at: 1)
      return "(" + parts.joined(separator: " ") + ")"
    }
    return "(" + expression.name(id) + parts.joined(separator: " ") + ")"
  }

  /// `«…»` marks where the error is.
  @Test(
    arguments: [
      ("a.«'b»", .unclosedString), ("«`b»", .unclosedQuotedName), ("a «/* b»", .unclosedComment),
      ("a ~> «/b»", .unclosedRegex), ("«//»", .emptyRegex), ("/a|«*»b/", .danglingQuantifier),
      ("1 + «1e999»", .numberOutOfRange), ("'a\\«é»'", .unknownEscape), ("'\\«u12»x'", .badUnicodeEscape),
      ("a «!» b", .unknownOperator), ("a +«»", .unexpectedEnd), ("«»", .unexpectedEnd),
      ("a «b»", .unexpectedToken), ("[1 «2»]", .expected(.rightBracket, atEnd: false)),
      ("(a«»", .expected(.rightParenthesis, atEnd: true)), ("{'a' «,»}", .expected(.colon, atEnd: false)),
      ("a = «=» b", .operandExpected), ("[1,«]»", .operandExpected), ("(«/»a/)", .operandExpected),
      ("a «?:» b", .operatorOfLaterVersion), ("$f(a «??» b)", .operatorOfLaterVersion),
      ("function($a, «1»){2}", .parameterIsNotVariable), ("«a.b» := 1", .assignmentToExpression),
      ("a@«b»", .bindingToExpression), ("function($a)«<n<n>>»{1}", .typeParametersNotAllowed),
      ("function($a)«<(na<n>)>»{1}", .typeParametersInChoice), ("a.«1»", .literalStep),
      ("«true».a", .literalStep),
      ("$a{b: c}«[»0]", .predicateAfterGroup), ("a{b: c}«{»d: e}", .secondGroup),
      ("a[0]«@»$b", .bindingAfterPredicate), ("a^(b)«@»$c", .bindingAfterSort), ("a + «%»", .noParent),
      ("$x[«%».a]", .noParent),
    ] as [(String, JSONataError.Kind)])
  func errorsAreAtTheirPlace(marked: String, kind: JSONataError.Kind) {
    let parts = marked.split(separator: "«", omittingEmptySubsequences: false)
    let rest = parts[1].split(separator: "»", omittingEmptySubsequences: false)
    let text = parts[0] + rest[0] + rest[1]
    let error = #expect(throws: JSONataError.self) { try JSONataExpression.parse(Array(text.utf8)) }
    #expect(error?.kind == kind)
    let start = UInt32(parts[0].utf8.count)
    #expect(error?.range == ByteRange(start, start + UInt32(rest[0].utf8.count)))
  }

  @Test(arguments: ["(/a/i)", "a[]/2"])
  func slashesAreRegexesWhereTheReferenceTakesThemForSuch(text: String) {
    #expect(throws: JSONataError.self) { try JSONataExpression.parse(Array(text.utf8)) }
  }

  @Test func escapesAreDecoded() throws {
    let expression = try JSONataExpression.parse(Array(#""a\t\"\u00e9\uD83D\uDE00\/é""#.utf8))
    #expect(expression.name(expression.root) == "a\t\"é😀/é")
    #expect(expression.name(expression.root, is: "a\t\"é😀/é"))
    #expect(!expression.name(expression.root, is: "a"))
  }

  @Test(arguments: [
    ("(", ")"), ("[", "]"), ("-", ""), ("{'a':", "}"), ("$f(", ")"), ("function(){", "}"), ("a[", "]"),
    ("a.", ""), ("1 + ", ""), ("a ? ", ""), ("$x := ", ""), ("a{b:", "}"),
  ])
  func nestingIsBounded(open: String, close: String) {
    func nested(_ count: Int) -> [UInt8] {
      Array((String(repeating: open, count: count) + "a" + String(repeating: close, count: count)).utf8)
    }
    #expect(throws: Never.self) { try JSONataExpression.parse(nested(200)) }
    let error = #expect(throws: JSONataError.self) { try JSONataExpression.parse(nested(100_000)) }
    #expect(error?.kind == .tooDeep)
  }

  @Test(arguments: ["((1))", "1+2+3", "[[1]]", "f(g(1))"])
  func depthCountsTheNodesOnTheWayToALeaf(text: String) throws {
    let bytes = Array(text.utf8)
    #expect(throws: Never.self) { try JSONataExpression.parse(bytes, maximumNesting: 3) }
    let error = #expect(throws: JSONataError.self) { try JSONataExpression.parse(bytes, maximumNesting: 2) }
    #expect(error?.kind == .tooDeep)
  }
}
