import DeclaredRules
import Linting
import TestSupport
import Testing

/// The guide to rules of one's own: what it shows works.
@Suite struct GuideTests {
  private func guide() throws -> String {
    try TestFiles.text(
      #filePath.replacing("Tests/DeclaredRulesTests/GuideTests.swift", with: "docs/own-rules.md"))
  }

  @Test func itsRulesPassTheirExamples() throws {
    let blocks = try guide().split(separator: "```yaml\n").dropFirst().map { $0.split(separator: "\n```")[0] }
    #expect(blocks.count >= 3)
    for block in blocks {
      let tree = SyntaxTree.read(SourceFile(path: "stateline.yaml", text: String(block) + "\n"), as: .yaml)
      #expect(tree.defects.isEmpty)
      let declared = DeclaredRule.all(in: tree) { _ in false }
      #expect(!declared.isEmpty)
      for declared in declared {
        #expect(declared.problems.map(\.message) == [])
        let rule = try #require(declared.rule)
        #expect(declared.examples.contains { $0.isBad } && declared.examples.contains { !$0.isBad })
        for run in declared.examples.map({ ExampleRun(rule, $0) }) {
          #expect(run.isPassed, "\(rule.id): \(run.missing) \(run.unexpected) \(run.fault ?? "")")
        }
      }
    }
  }

  /// Every word that a declaration may hold is in the guide.
  @Test func itNamesEveryWord() throws {
    let guide = try guide()
    for word in DeclaredRule.vocabulary { #expect(guide.contains("`\(word)"), "\(word)") }
  }
}
