import Expressions
import SourceText
import TestSupport
import Testing

struct PathTests {
  @Test func rootsAreToldApart() {
    #expect(withBytes("$.a", Path.parse).root == .input)
    #expect(withBytes("$$.Execution.Id", Path.parse).root == .context)
    for (text, name) in [("$orders[0].id", "orders"), ("$_x", "_x"), ("$été.a", "été")] {
      let path = withBytes(text, Path.parse)
      #expect(path.root == .variable)
      #expect(withBytes(text) { path.variable?.text(in: $0) } == name)
      #expect(part(path.rootRange, of: text) == "$" + name)
    }
  }

  @Test func namesAreDecodedOnDemand() {
    let text = #"$.store\.book['it\'s']['é']"#
    let path = withBytes(text, Path.parse)
    let names = withBytes(text) { bytes in path.segments.map { $0.name?.text(in: bytes) } }
    #expect(names == ["store.book", "it's", "é"])
    #expect(path.segments.map { part($0.range, of: text) } == [#".store\.book"#, #"['it\'s']"#, "['é']"])
    let isBook = withBytes(text) { bytes in path.segments[0].name?.equals("store.book", in: bytes) }
    #expect(isBook == true)
  }

  @Test(arguments: [
    ("$", true), ("$.a.b[0]['c d']", true), ("$$.Map.Item", true), ("$v[1]", true),
    ("$.a[*]", false), ("$..a", false), ("$.a[-1]", false), ("$.a[0,1]", false), ("$.a[0:1]", false),
    ("$.a[?(@.b)]", false), ("$.a[(@.length-1)]", false), ("$.a.length()", false), ("a", false),
    ("$.", false),
  ])
  func referencePathsAreNamesAndIndexes(_ text: String, _ isReferencePath: Bool) {
    #expect(withBytes(text, Path.parse).isReferencePath == isReferencePath)
  }

  @Test func pathsToManyValuesAreIndefinite() {
    for text in ["$.a[*]", "$..a", "$.a[0,1]", "$['a','b']", "$.a[1:]", "$.a[?(@.b)]"] {
      #expect(!withBytes(text, Path.parse).isDefinite, "\(text)")
    }
    for text in ["$", "$.a", "$.a[0]", "$.a[-1]", "$.a[(@.length-1)]"] {
      #expect(withBytes(text, Path.parse).isDefinite, "\(text)")
    }
  }

  /// `«…»` is where the problem is. In a path that ends too early, that is its last character.
  @Test(
    arguments: [
      ("«»", .missingRoot, true), ("«a».b", .missingRoot, true), ("«é»", .missingRoot, true),
      ("$a«-»b", .unexpectedAfterRoot, true),
      ("$$«a»", .unexpectedAfterRoot, true),
      ("$.a«.»", .trailingDot, true), ("$.a«..»", .trailingDot, true), ("$..«.»a", .extraDot, true),
      ("$.a« »b", .blankInName, true), ("$.a«[»", .unclosedBracket, false),
      ("$.a«[»'x'", .unclosedBracket, true),
      ("$.a«[»*", .unclosedBracket, true), ("$.a«[]»", .emptyBrackets, true),
      ("$.a[«x»]", .unexpectedInBrackets, true),
      ("$.a[«é»]", .unexpectedInBrackets, true), ("$.a[1,«]»", .unexpectedInBrackets, false),
      ("$.a['x'«y»]", .unexpectedInBrackets, false), ("$.a[0]«]»", .unexpectedInBrackets, false),
      ("$.a[«'x»", .unterminatedQuote, true), ("$.a[«'x]»", .unterminatedQuote, false),
      ("$.a«[:]»", .malformedSlice, true), ("$.a[1:«x»]", .malformedSlice, true),
      ("$.a[«99999999999»]", .indexOutOfRange, true), ("$.a[0]«b»", .missingDot, false),
      (#"$.a[«"x"»]"#, .doubleQuotedName, false), ("$.a[«(@.length-1)»]", .script, false),
      ("$.a[«(1+1)»]", .unsupportedScript, false), ("$.a.«length()»", .function, false),
      ("$.a[1:2«:3»]", .sliceStep, false),
      ("$.a[?«@».b]", .filterWithoutParentheses, true), ("$.a[?(«)»]", .missingOperand, true),
      ("$.a[?(@.b==«)»]", .missingOperand, false), ("$.a[?(@.b «=» 1)]", .unknownFilterOperator, false),
      ("$.a[?«(»@.b==1]", .unclosedFilter, true), ("$.a«[»?(@.b==1)", .unclosedBracket, true),
      ("$.a[?(«1»)]", .literalAsCondition, false), ("$.a[?(@.b == «x»)]", .unquotedLiteral, true),
      ("$.a[?(@.b == «'x)]»", .unterminatedQuote, true),
    ] as [(String, PathProblem.Kind, Bool)])
  func problemsAreWhereTheyAre(_ marked: String, _ kind: PathProblem.Kind, _ isCertain: Bool) {
    let text = marked.replacing("«", with: "").replacing("»", with: "")
    let path = withBytes(text, Path.parse)
    #expect(path.problems.map(\.kind) == [kind])
    #expect(path.problems.first?.isCertain == isCertain)
    #expect(path.problems.first.map { mark($0.range, in: text) } == marked)
  }

  @Test func fieldsTakeLess() {
    let text = "$$..a[0,1][*][-1][1:][?(@.b)][(@.length-1)].size()"
    let path = withBytes(text, Path.parse)
    #expect(path.problems(for: .path).map(\.kind) == [.script, .function])
    let problems = path.problems(for: .resultPath)
    #expect(
      problems.map(\.kind) == [
        .contextAsResultPath, .deepScanInReferencePath, .unionInReferencePath, .wildcardInReferencePath,
        .negativeIndexInReferencePath, .sliceInReferencePath, .filterInReferencePath, .scriptInReferencePath,
        .function,
      ])
    #expect(problems.filter { !$0.isCertain }.map(\.kind) == [.deepScanInReferencePath, .function])
    #expect(path.problems(for: .comparison).allSatisfy { !$0.isCertain })
    #expect(withBytes("$v", Path.parse).problems(for: .resultPath).map(\.kind) == [.variableAsResultPath])
    #expect(withBytes("$v", Path.parse).problems(for: .referencePath).isEmpty)
    #expect(withBytes("a", Path.parse).problems(for: .comparison).map(\.isCertain) == [true])
  }

  @Test func longNamesOfVariablesAreDoubted() {
    let name = String(repeating: "é", count: 80)
    #expect(withBytes("$\(name).a", Path.parse).problems.isEmpty)
    #expect(withBytes("$\(name)x.a", Path.parse).problems.map(\.kind) == [.variableNameTooLong])
  }

  @Test func nestingInFiltersIsBounded() {
    func filter(_ depth: Int) -> String {
      "$[?" + String(repeating: "(", count: depth) + "@.a" + String(repeating: ")", count: depth) + "]"
    }
    #expect(withBytes(filter(Path.maximumFilterNesting), Path.parse).problems.isEmpty)
    #expect(
      withBytes(filter(Path.maximumFilterNesting + 1), Path.parse).problems.map(\.kind) == [
        .filterNestingTooDeep
      ])
    #expect(withBytes(filter(1_000_000), Path.parse).problems.count == 1)
  }
}

/// The text with `«…»` around a range.
func mark(_ range: ByteRange, in text: String) -> String {
  let bytes = Array(text.utf8)
  let parts = [0..<Int(range.start), Int(range.start)..<Int(range.end), Int(range.end)..<bytes.count]
  let texts = parts.map { String(decoding: bytes[$0], as: UTF8.self) }
  return "\(texts[0])«\(texts[1])»\(texts[2])"
}

@Suite struct PlainPathTests {
  private func isPlain(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { Path.isPlain($0) }
  }

  @Test func acceptsTheUsualOnly() {
    #expect(["$", "$.a", "$.a_b.c-d[0].E9[12]"].allSatisfy(isPlain))
    #expect(
      !["", "a", "$.", "$a", "$$.a", "$.a..b", "$.a[", "$.a[]", "$.a[*]", "$.é", "$[-1]", "$.a b"].contains(
        where: isPlain))
  }

  /// It may only spare a look at paths that have nothing wrong with them.
  @Test func saysNothingOfWrongPaths() {
    let alphabet = Array("$.a[0]*' -é")
    var random = SplitMix64(seed: 3)
    for _ in 0..<20_000 {
      let text = String(
        (0..<Int.random(in: 0...8, using: &random)).map { _ in
          alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        })
      guard isPlain("$" + text) else { continue }
      var copy = "$" + text
      let path = copy.withUTF8 { Path.parse($0) }
      #expect(path.problems.isEmpty && path.isReferencePath && path.root == .input, "\(copy)")
    }
  }
}
