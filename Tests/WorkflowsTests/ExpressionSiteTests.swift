import SourceText
import Syntax
import Testing
import Workflows

@Suite struct ExpressionSiteTests {
  /// The kinds of the sites of a Pass with these fields, in order.
  private func kinds(_ language: QueryLanguage, _ fields: String, type: String = "Pass") throws
    -> [ExpressionSite.Kind]
  {
    let text = """
      { "QueryLanguage": "\(language.name)", "StartAt": "A", "States": { "A": {
        "Type": "\(type)", \(fields) } } }
      """
    let tree = SyntaxTree.read(SourceFile(path: "a", text: text), as: .json)
    return StateMachine(tree, root: try #require(tree.roots.first)).expressionSites().map(\.kind)
  }

  @Test(arguments: [
    (#""{% 1 %}""#, ExpressionSite.Kind.jsonata), (#""{%""#, .jsonata), (#""1 %}""#, .jsonata),
    (#""$states.input""#, .undelimitedText), (#""States.UUID()""#, .undelimitedText),
    (#"" {% 1 %} ""#, .undelimitedText), (#""a {b} {% c""#, .undelimitedText),
  ])
  func stringsInJSONata(text: String, kind: ExpressionSite.Kind) throws {
    #expect(try kinds(.jsonata, #""Output": \#(text)"#) == [kind])
    #expect(try kinds(.jsonata, #""Assign": { "a": [ 1, \#(text) ] }"#) == [kind])
    #expect(try kinds(.jsonata, #""Comment": \#(text)"#).isEmpty)
  }

  @Test(arguments: [#""""#, #""{""#, #""a""#, #""{ %}x""#, #""a { b""#, #""a {""#, #""Stateside""#])
  func textsInJSONata(text: String) throws {
    #expect(try kinds(.jsonata, #""Output": \#(text)"#).isEmpty)
  }

  @Test func expressionsInJSONPath() throws {
    let text = #""{% 1 %}""#
    #expect(
      try kinds(.jsonPath, #""Parameters": { "a": \#(text), "b": [ \#(text), "{% 1" ] }"#) == [
        .jsonataText, .jsonataText,
      ])
    #expect(try kinds(.jsonPath, #""Result": \#(text)"#) == [.jsonataText])
    #expect(
      try kinds(.jsonPath, #""Cause": \#(text), "Error": \#(text)"#, type: "Fail") == [
        .jsonataText, .jsonataText,
      ])
    #expect(
      try kinds(.jsonPath, #""Parameters": { "a": "$.b", "b.$": "{% 1 %}" }"#) == [
        .templateText, .templateValue,
      ])
    #expect(try kinds(.jsonPath, #""Comment": \#(text), "Parameters": "$.b""#).isEmpty)
  }
}
