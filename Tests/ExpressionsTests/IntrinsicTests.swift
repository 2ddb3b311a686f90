import Expressions
import SourceText
import Testing

struct IntrinsicTests {
  /// `«…»` is where the problem is.
  @Test(
    arguments: [
      ("«»", .notAnExpression, true), ("«.x»", .notAnExpression, true),
      ("«hello» world", .notAnExpression, true),
      ("«States.UUID»", .missingParenthesis, true), ("States.Array(«foo»)", .missingParenthesis, true),
      ("States.UUID« »()", .blankBeforeParenthesis, false), ("States.Array(1 «2»)", .missingSeparator, true),
      ("States.Array(«1»", .missingSeparator, true),
      ("States.Array(«,»1)", .invalidArgument, true), ("States.Array(1,«)»", .invalidArgument, true),
      ("States.Array(«{»})", .invalidArgument, true), ("States.Array(«é»)", .invalidArgument, true),
      ("States.Array(1«x»)", .invalidArgument, true), ("States.Array(«-»)", .invalidArgument, true),
      ("States.Array(«'a)»", .unterminatedString, true), (#"States.Array('«\"»')"#, .invalidEscape, true),
      (#"States.Array('«\é»')"#, .invalidEscape, true), (#"States.Array(«"»a")"#, .doubleQuotes, true),
      ("States.UUID()«.x»", .textAfterCall, true), ("«States.uuid»()", .unknownFunction, true),
      ("«Format»('a')", .unknownFunction, true), ("«States.Nope»($.a)", .unknownFunction, false),
      ("States.UUID(«1»)", .wrongArgumentCount, true), ("States.Hash($.a«)»", .wrongArgumentCount, true),
      ("States.ArrayLength(«'a'»)", .wrongArgumentType, true),
      ("States.ArrayLength(«States.UUID()»)", .wrongArgumentType, false),
      ("States.JsonMerge($.a, $.b, «'false'»)", .wrongArgumentType, true),
      ("States.JsonMerge($.a, $.b, «true»)", .deepMerge, false),
      ("States.Hash($.a, «'sha-256'»)", .unknownHashAlgorithm, true),
      ("States.ArrayPartition($.a, «0»)", .sizeNotPositive, true),
      ("States.ArrayRange(1, 2, «0»)", .zeroStep, true),
      ("«States.ArrayRange(0, 1000, 1)»", .rangeTooLong, false),
      ("States.Format(«'{} {}'», $.a)", .placeholderCount, false),
    ] as [(String, IntrinsicProblem.Kind, Bool)])
  func problemsAreWhereTheyAre(_ marked: String, _ kind: IntrinsicProblem.Kind, _ isCertain: Bool) {
    let text = marked.replacing("«", with: "").replacing("»", with: "")
    let intrinsic = withBytes(text, Intrinsic.parse)
    #expect(intrinsic.problems.map(\.kind) == [kind])
    #expect(intrinsic.problems.first?.isCertain == isCertain)
    #expect(intrinsic.problems.first.map { mark($0.range, in: text) } == marked)
  }

  @Test(arguments: [
    "States.Format('no holes')", #"States.Format('\{\} \'{}\' \\', 1)"#, "States.ArrayRange(0, 999, 1)",
    "States.ArrayRange(9, -990, -1)", "States.ArrayRange(5, 1, 1)", "States.MathRandom(1, 5, $.seed)",
    "States.JsonMerge($.a, States.StringToJson($.b), false)", " States.UUID( ) ", "States.Array()",
    "States.Hash('x', 'SHA-512')", "States.MathAdd(-1.5e3, $n)", "States.Array(null, true, false)",
  ])
  func callsPass(_ text: String) {
    #expect(withBytes(text, Intrinsic.parse).problems == [])
  }

  @Test func pathsAreCollectedInOrder() {
    let text = "States.Format('{}{}{}', $['a,)'], States.JsonToString($$.Execution.Input), $v[?(@.a == ')')])"
    let intrinsic = withBytes(text, Intrinsic.parse)
    #expect(intrinsic.problems == [])
    #expect(
      intrinsic.paths.map { part($0.range, of: text) } == [
        "$['a,)']", "$$.Execution.Input", "$v[?(@.a == ')')]",
      ])
    #expect(intrinsic.paths.map(\.root) == [.input, .context, .variable])
    #expect(part(intrinsic.paths[1].segments[0].range, of: text) == ".Execution")
    #expect(intrinsic.result == .string)
  }

  @Test func pathsKeepTheirOwnProblems() {
    let text = "States.Array($., $.a['x)"
    let intrinsic = withBytes(text, Intrinsic.parse)
    #expect(intrinsic.paths.flatMap(\.problems).map(\.kind) == [.trailingDot, .unterminatedQuote])
  }

  @Test func unknownFunctionsAreReadOn() {
    let intrinsic = withBytes("States.Nope($.a, States.UUID(1))", Intrinsic.parse)
    #expect(intrinsic.problems.map(\.kind) == [.unknownFunction, .wrongArgumentCount])
    #expect(intrinsic.paths.count == 1)
    #expect(intrinsic.result == .any)
  }

  @Test func nestingIsBounded() {
    func nested(_ depth: Int) -> String {
      String(repeating: "States.Array(", count: depth) + String(repeating: ")", count: depth)
    }
    #expect(withBytes(nested(10), Intrinsic.parse).problems == [])
    #expect(withBytes(nested(11), Intrinsic.parse).problems.map(\.kind) == [.nestingTooDeep])
    #expect(withBytes(nested(100_000), Intrinsic.parse).problems.map(\.kind) == [.nestingTooDeep])
  }

  @Test func dataIsBounded() {
    let limit = IntrinsicFunction.maximumDataLength
    let longest = String(repeating: "é", count: limit)
    #expect(withBytes("States.Base64Encode('\(longest)')", Intrinsic.parse).problems == [])
    let problems = withBytes("States.Base64Encode('\(longest)é')", Intrinsic.parse).problems
    #expect(problems.map(\.kind) == [.dataTooLong])
  }

  @Test func namesAreCandidates() {
    #expect(IntrinsicFunction.names.count == 18)
    #expect(IntrinsicFunction.meant(by: "arraylength") == .arrayLength)
    #expect(IntrinsicFunction.meant(by: "states.uuid") == .uuid)
    #expect(IntrinsicFunction.meant(by: "States.Size") == nil)
  }

  @Test func templateValuesArePathsOrCalls() {
    guard case .path(let path) = withBytes(" $.a", TemplateValue.parse) else {
      Issue.record("not a path")
      return
    }
    #expect(path.problems.map(\.kind) == [.missingRoot])
    guard case .intrinsic(let call) = withBytes("States.UUID()", TemplateValue.parse) else {
      Issue.record("not a call")
      return
    }
    #expect(call.call?.function == .uuid)
  }
}
