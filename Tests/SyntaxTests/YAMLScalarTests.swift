import SourceText
import Syntax
import Testing

@Suite struct YAMLScalarTests {
  private func value(_ scalar: String) -> String { SyntaxTree.yaml("- \(scalar)\n").values[0] }

  @Test(arguments: [
    "y", "n", "Y", "N", "tRUE", "nULL", "~~", "x", "$.a", "arn:aws:sns:eu-west-1:1:x", "${Name}", "<<", "=",
    "2001-12-14", "2001-12-14T21:59:43Z", "1.2.3", "1e", "1e+", "--", "+", ".", "..", "-.", "._5", "+-1",
    "0x",
    "0xG", "0b2", "08", "0o17", "012e3", "12:60", "1:2_", "0:30", "01:30", "8080:80", "1:a", ".inf", "-.INF",
    ".nan",
    "1 2", "é", "0x1_0000_0000_0000_0000", "777777777777:30:30:30:30:30:30",
  ])
  func staysAText(_ scalar: String) {
    #expect(value(scalar) == "[\"\(scalar)\"]")
    #expect(SyntaxTree.yaml("- \(scalar)").defects.isEmpty)
  }

  @Test(arguments: [
    ("yes", true), ("Yes", true), ("YES", true), ("on", true), ("On", true), ("ON", true), ("true", true),
    ("True", true), ("TRUE", true), ("no", false), ("No", false), ("NO", false), ("off", false),
    ("Off", false), ("OFF", false), ("false", false), ("False", false), ("FALSE", false),
  ])
  func isABoolean(_ scalar: String, _ expected: Bool) {
    let tree = SyntaxTree.yaml(scalar)
    #expect(tree.boolean(NodeID(0)) == expected)
    #expect(tree.text(NodeID(0)) == (expected ? "true" : "false"))
    #expect(tree.spans == ["boolean \(scalar)"])
  }

  @Test(arguments: ["~", "null", "Null", "NULL", "", "# nothing"])
  func isNull(_ scalar: String) {
    #expect(value(scalar) == "[null]")
  }

  @Test(arguments: [
    ("0", "0"), ("-0", "-0"), ("12", "12"), ("+5", "5"), ("-7", "-7"), ("1_000", "1000"), ("0x1F", "31"),
    ("-0x1f", "-31"), ("0b101", "5"), ("007", "7"), ("0.5", "0.5"), (".5", "0.5"), ("-.5", "-0.5"),
    ("5.", "5.0"),
    ("00.50", "0.50"), ("1e3", "1e3"), ("1.5E-3", "1.5E-3"), ("1.e+3", "1.0e+3"), ("1_0.2_5", "10.25"),
    ("123456789012345678901234567890", "123456789012345678901234567890"),
    ("0xFFFFFFFFFFFFFFFF", "18446744073709551615"),
  ])
  func isANumber(_ scalar: String, _ expected: String) {
    let tree = SyntaxTree.yaml("- \(scalar)")
    #expect(tree.values == ["[\(expected)]"])
    #expect(tree.spans[1] == "number \(scalar)")
    #expect(tree.defects.isEmpty)
  }

  @Test(arguments: [
    ("012", "10"), ("-010", "-8"), ("0_12", "10"), ("012345670123", "1402433619"), ("1:30", "90"),
    ("190:20:30", "685230"), ("-1:30", "-90"), ("22:22", "1342"), ("1:30.25", "90.25"),
  ])
  func isAnotherNumberThanItSeems(_ scalar: String, _ expected: String) {
    let tree = SyntaxTree.yaml("a: \(scalar) # b")
    #expect(tree.values == [#"{"a":\#(expected)}"#])
    #expect(tree.problems == ["surprisingNumber \(scalar): \(expected)"])
  }

  @Test func isATextInQuotesAndAsAKey() {
    let tree = SyntaxTree.yaml("12: '12'\nyes: \"yes\"\n~: |-\n  1\nnull: >-\n  true\n1:30: ''\n")
    #expect(tree.values == [#"{"12":"12","yes":"yes","~":"1","null":"true","1:30":""}"#])
    #expect(tree.defects.isEmpty)
  }

  @Test func decodesWhatTheSourceSpellsOtherwise() {
    let tree = SyntaxTree.yaml(#"["a\u00e9\n\x41\U0001F600", 'it''s', "", '', 'a\n', "a b"]"#)
    #expect(tree.elements(NodeID(0)).map(tree.text) == ["aé\nA😀", "it's", "", "", "a\\n", "a b"])
  }

  @Test func obeysTagsOfYAML() {
    let text = """
      - !!str 12
      - !!str
      - !!int "12"
      - !!float 1
      - !!int x
      - !!bool 'yes'
      - !!null ''
      - !!null x
      - !<tag:yaml.org,2002:str> true
      - !!binary aGk=
      - !!seq [!!str 1]
      - ! 12
      """
    let tree = SyntaxTree.yaml(text)
    #expect(
      tree.values == [#"["12","",12,1,"x",true,null,null,"true","aGk=",["1"],"12"]"#])
    #expect(tree.tags.isEmpty)
  }

  @Test func keepsOtherTags() {
    let text = """
      %TAG !e! tag:example.com,2000:
      ---
      - !Sub 12
      - !If [ !Ref a, !GetAtt b.c ]
      - !Map
        k: !Empty
      - !e!x yes
      - !<!Long> z
      """
    let tree = SyntaxTree.yaml(text)
    let tags = tree.tags.sorted { $0.key < $1.key }
    #expect(
      tags.map { "\($0.value) \(tree.kind($0.key)) \(tree.text($0.key))" } == [
        "!Sub string 12", "!If array ", "!Ref string a", "!GetAtt string b.c", "!Map object ",
        "!Empty string ",
        "tag:example.com,2000:x string yes", "!Long string z",
      ])
  }
}
