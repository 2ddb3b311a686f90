import Reports
import Testing

@Suite struct JSONWriterTests {
  @Test(arguments: [
    ("plain", #""plain""#), (#"a "b" \c"#, #""a \"b\" \\c""#), ("\n\r\t", #""\n\r\t""#),
    ("\u{0}\u{1B}\u{7F}", #""\u0000\u001b\u007f""#), ("\u{2028}\u{2029}", #""\u2028\u2029""#),
    ("\u{202E}", #""\u202e""#), ("\u{E0041}", #""\udb40\udc41""#), ("日本 🚀", #""日本 🚀""#), ("", #""""#),
  ])
  func escapesStrings(_ text: String, _ expected: String) {
    #expect(JSON.string(text).compact == expected)
    #expect((["k": .string(text)] as JSON).compact == #"{"k":\#(expected)}"#)
    #expect(JSON.object([(name: text, value: .null)]).compact == "{\(expected):null}")
  }

  @Test func writesOnOneLine() {
    let value: JSON = ["a": .array([1, .boolean(true), .boolean(false), .null]), "b": [:], "c": .array([])]
    #expect(value.compact == #"{"a":[1,true,false,null],"b":{},"c":[]}"#)
  }

  @Test func indentsCollectionsOfCollections() {
    let value: JSON = ["a": .array([1, 2]), "b": ["c": .array([[:], ["d": "e"]])], "f": .array([])]
    #expect(
      value.indented == """
        {
          "a": [ 1, 2 ],
          "b": {
            "c": [
              {},
              { "d": "e" }
            ]
          },
          "f": []
        }
        """)
  }
}
