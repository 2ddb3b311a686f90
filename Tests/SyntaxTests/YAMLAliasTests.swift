import SourceText
import Syntax
import Testing

@Suite struct YAMLAliasTests {
  @Test func repeatWhatTheyName() {
    let tree = SyntaxTree.yaml("a: &x\n  k: [1, !T yes]\nb: *x\nc: &s \"q\\n\"\nd: *s\ne: &t on\nf: [*t]\n")
    #expect(
      tree.values == [
        #"{"a":{"k":[1,"yes"]},"b":{"k":[1,"yes"]},"c":"q\n","d":"q\n","e":true,"f":[true]}"#
      ])
    let copy = tree.members(NodeID(0))[1].value
    #expect(tree.source.text(in: tree.range(copy)) == "*x")
    #expect(tree.source.text(in: tree.range(tree.members(copy)[0].value)) == "[1, !T yes]")
    #expect(tree.tags.values.sorted() == ["!T", "!T"])
    #expect(tree.pointer(to: tree.elements(tree.members(copy)[0].value)[1], from: NodeID(0)) == "/b/k/1")
    #expect(tree.defects.isEmpty)
  }

  @Test func nameTheLatestAnchorOfTheirDocument() {
    #expect(SyntaxTree.yaml("[&a 1, *a, &a 2, *a]").values == ["[1,1,2,2]"])
    #expect(SyntaxTree.yaml("&a [&a 1, *a]").values == ["[1,1]"])
    let tree = SyntaxTree.yaml("&a 1\n--- \n*a\n")
    #expect(tree.values == ["1", "?"])
    #expect(tree.problems == ["unknownAnchor *a"])
  }

  @Test func mayBeKeys() {
    let tree = SyntaxTree.yaml("- {&k a: &v on}\n- {*k : *v, *v : *k}\n- &l []\n- {*l : 1, *no : 2}")
    #expect(tree.values == [#"[{"a":true},{"a":true,"true":"a"},[],{"*l":1,"*no":2}]"#])
    #expect(
      tree.problems == ["invalidYAML *l: a key must be a text, not a list or mapping", "unknownAnchor *no"])
  }

  @Test func cannotNameWhatHoldsThem() {
    let tree = SyntaxTree.yaml("a: &x\n  b: [*x]\n")
    #expect(tree.values == [#"{"a":{"b":[?]}}"#])
    #expect(tree.problems == ["recursiveAlias *x"])
  }

  @Test func cannotMakeASmallTextLarge() {
    var text = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
    for level in 1...20 {
      let aliases = [String](repeating: "*a\(level - 1)", count: 10)
      text += "a\(level): &a\(level) [\(aliases.joined(separator: ","))]\n"
    }
    let limits = Limits()
    var tree = SyntaxTree.yaml("")
    let duration = ContinuousClock().measure { tree = .yaml(text, limits: limits) }
    #if DEBUG
      #expect(duration < .seconds(1))
    #else
      #expect(duration < .milliseconds(100))
    #endif
    #expect(tree.nodes.count < limits.maximumAliasedNodes + 1_000)
    #expect(tree.defects.map(\.kind) == [.tooManyAliases])
    #expect(tree.spans.contains("missing *a19"))
  }

  @Test func paySmallSumsForSmallCopiesAndLargeOnesForTexts() {
    var limits = Limits()
    limits.maximumAliasedNodes = 6
    #expect(SyntaxTree.yaml("[&a [1, 2], *a, *a, 3]", limits: limits).values == ["[[1,2],[1,2],[1,2],3]"])
    #expect(
      SyntaxTree.yaml("[&a [1, 2], *a, *a, *a, 3]", limits: limits).values == ["[[1,2],[1,2],[1,2],?,3]"])
    let long = String(repeating: "x", count: 200)
    #expect(SyntaxTree.yaml("[&a \(long), *a]", limits: limits).values == ["[\"\(long)\",?]"])
  }

  @Test func cannotNestWithoutEnd() {
    var limits = Limits()
    limits.maximumNesting = 4
    let tree = SyntaxTree.yaml("[&a [0], &b [*a], &c [*b], &d [*c], 1]", limits: limits)
    #expect(tree.values == ["[[0],[[0]],[[[0]]],[?],1]"])
    #expect(tree.problems == ["nestingTooDeep *c"])
  }
}

@Suite struct YAMLMergeTests {
  @Test func addsWhatTheMappingDoesNotHave() {
    let text = """
      a: &a { x: 1, y: &y [ 2 ] }
      b: &b { x: 3, z: !T 4 }
      one: { y: 0, <<: *a, w: *y }
      many:
        <<: [ *a, *b ]
        v: 5
      twice: { <<: *b, <<: *a }
      """
    let tree = SyntaxTree.yaml(text)
    #expect(
      tree.values == [
        #"{"a":{"x":1,"y":[2]},"b":{"x":3,"z":"4"},"one":{"y":0,"w":[2],"x":1},"#
          + #""many":{"v":5,"x":1,"y":[2],"z":"4"},"twice":{"x":3,"z":"4","y":[2]}}"#
      ])
    #expect(tree.defects.isEmpty)
    let many = tree.value(NodeID(0), "many") ?? NodeID(0)
    #expect(tree.count(many) == 4)
    #expect(tree.source.text(in: tree.range(many)) == "<<: [ *a, *b ]\n  v: 5")
    #expect(tree.tags.count == 3)
  }

  @Test func mergesWhatStandsThere() {
    let text =
      "a: { <<: &n { x: !T 1, y: 2 }, y: 3 }\nb: *n\nc: { <<: { <<: *n, z: 4 } }\nd: { <<: [ { x: 5 }, *n ] }"
    let tree = SyntaxTree.yaml(text)
    #expect(
      tree.values == [
        #"{"a":{"y":3,"x":"1"},"b":{"x":"1","y":2},"c":{"z":4,"x":"1","y":2},"d":{"x":5,"y":2}}"#
      ])
    #expect(tree.defects.isEmpty)
    #expect(tree.tags.count == 3)
  }

  @Test func reportsRepeatedKeysOfTheMappingOnly() {
    let tree = SyntaxTree.yaml("a: &a { x: 1 }\nb: { x: 1, <<: *a, x: 2, 'x': 3 }\n")
    #expect(tree.problems == ["duplicateKey x", "duplicateKey 'x'"])
    #expect(tree.defects.map(\.related) == [ByteRange(20, 21), ByteRange(20, 21)])
  }

  @Test(arguments: ["3", "~", "[ 1 ]", "[ { a: b }, [] ]", ""])
  func mergesMappingsOnly(_ value: String) {
    let tree = SyntaxTree.yaml("a: { x: 1, <<: \(value) }\n")
    #expect(tree.values == [#"{"a":{"x":1}}"#])
    #expect(tree.defects.map(\.detail) == ["'<<' merges mappings only"])
  }

  @Test func saysOneThingOfAnUnknownAnchor() {
    #expect(SyntaxTree.yaml("a: { <<: *x, b: 1 }").problems == ["unknownAnchor *x"])
    #expect(SyntaxTree.yaml("a: { <<: [ *x ], b: 1 }").problems == ["unknownAnchor *x"])
    #expect(SyntaxTree.yaml("a: &x { <<: *x, b: 1 }").problems == ["recursiveAlias *x"])
  }

  @Test func keepsQuotedAndTaggedNamesAsTheyAre() {
    #expect(SyntaxTree.yaml("{ '<<': 1, a: << }").values == [#"{"<<":1,"a":"<<"}"#])
  }

  /// Each level is copied into the one around it.
  @Test func staysBoundedInDeepMerges() {
    let members = (0..<2_000).map { "k\($0): 1" }.joined(separator: ", ")
    let text =
      (0..<240).map { "{ k: &x\($0) { <<: " }.joined() + "{\(members)}" + String(repeating: "}}", count: 240)
    let tree = SyntaxTree.yaml(text)
    #expect(tree.defects.map(\.kind) == [.tooManyAliases])
    #expect(tree.nodes.count < 200_000)
  }
}
