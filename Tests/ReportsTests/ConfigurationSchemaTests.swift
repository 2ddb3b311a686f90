import Configuration
import Linting
import Reports
import Rules
import SourceText
import Syntax
import TestSupport
import Testing

@testable import CommandLineTool

/// Holds the schema of configurations to what is read: both accept the same samples, and refuse the same.
@Suite struct ConfigurationSchemaTests {
  private let schema = JSONSchema(ConfigurationSchema(rules: catalog, topics: topics).document.indented)

  private func isSound(_ text: String) -> (bySchema: Bool, byReader: Bool) {
    let source = SourceFile(path: "stateline.yaml", text: text)
    let tree = SyntaxTree.read(source, as: .yaml)
    let reader = ConfigurationReader(rules: catalog, topics: topics) { tree, key, value in
      tree.value(value, "given") != nil ? (catalog[0], []) : (nil, [])
    }
    return (
      schema.problems(of: ReadJSON(tree, tree.roots[0])).isEmpty, reader.read(source).diagnostics.isEmpty
    )
  }

  @Test func acceptsThePageAboutIt() throws {
    let root = #filePath.replacing("/Tests/ReportsTests/ConfigurationSchemaTests.swift", with: "")
    let page = try TestFiles.text("\(root)/docs/configuration.md")
    let samples = MarkdownBlock.all(in: page).filter { $0.title == "file: stateline.yaml" }
    #expect(samples.count == 1)
    for sample in samples { #expect(isSound(sample.text) == (true, true)) }
  }

  @Test(arguments: [
    "{}", "rules:\npaths:\nexclude:\noverrides:\nmachine-types:\nfail-on:\nignore:\n",
    "rules: { missing-catch: off, unknown-field: 'off', risky: note, flow: error, fields: default }",
    "rules: { my-rule: { given: state } }",
    "paths: [ a, b/c.json, /abs, ../up ]\nexclude: []\n",
    "exclude: [ '!keep', 'a/', '**/x', '.hidden', 'a..b', '\\#x' ]",
    "overrides: [ { files: a, rules: { fails: warning }, machine-type: express } ]",
    "machine-types: { '*.json': standard }\nfail-on: never\n",
    "ignore: [ { rule: [ missing-catch ], path: [ a, b ], at: '', reason: x, until: 2028-02-29 } ]",
  ])
  func acceptsWhatIsSound(_ text: String) {
    #expect(isSound(text) == (true, true))
  }

  @Test(arguments: [
    "[]", "rules", "rule: {}", "rules: []", "rules: { missing-cach: error }",
    "rules: { missing-catch: eror }",
    "rules: { missing-catch: true }", "rules: { missing-catch: }",
    "rules: { missing-catch: { given: state } }",
    "rules: { risky: { given: state } }", "rules: { missing-catch: [ off ] }", "rules: { missing-catch: 1 }",
    "paths: 1", "paths: { a: b }", "paths: 'a/*'", "paths: ''", "paths: [ [ a ] ]", "exclude: 'a/../b'",
    "exclude: ./a", "exclude: ''", "exclude: '#a'", "exclude: [ 1 ]", "overrides: { files: a }",
    "overrides: [ { rules: {} } ]", "overrides: [ { files: [] } ]", "overrides: [ { files: a, rule: {} } ]",
    "overrides: [ { files: a, rules: { x: { given: state } } } ]",
    "overrides: [ { files: a, machine-type: Express } ]", "overrides: [ a ]", "machine-types: express",
    "machine-types: { a: b }", "machine-types: { '': express }", "fail-on: off", "fail-on: [ note ]",
    "ignore: missing-catch", "ignore: [ missing-catch ]", "ignore: [ {} ]", "ignore: [ { rule: [] } ]",
    "ignore: [ { rule: missing-catch, at: States } ]", "ignore: [ { rule: missing-catch, reason: 3 } ]",
    "ignore: [ { rule: missing-catch, until: 31.12.2030 } ]", "ignore: [ { rule: missing-catch, from: a } ]",
  ])
  func refusesWhatIsNot(_ text: String) {
    #expect(isSound(text) == (false, false))
  }

  /// Editors offer the names that there are.
  @Test func namesEveryRule() {
    let properties = ReadJSON(ConfigurationSchema(rules: catalog, topics: topics).document.indented)[
      "properties"]
    for rule in catalog {
      let schema = properties["rules"]["properties"][rule.id]
      #expect(schema["description"] == .string(rule.summary))
    }
  }
}
