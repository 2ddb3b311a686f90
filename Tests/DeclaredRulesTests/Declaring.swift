import DeclaredRules
import Discovery
import Linting
import TestSupport
import Testing

/// Reads the declaration of one rule: the text is what stands under its name.
func declared(_ declaration: String, id: String = "own-rule") throws -> (rule: DeclaredRule, tree: SyntaxTree)
{
  let indented = declaration.split(separator: "\n", omittingEmptySubsequences: false).joined(
    separator: "\n    ")
  let tree = SyntaxTree.read(
    SourceFile(path: "stateline.yaml", text: "rules:\n  \(id):\n    \(indented)\n"), as: .yaml)
  return (try #require(DeclaredRule.all(in: tree, besides: { _ in false }).first), tree)
}

/// What a declared rule finds in a definition, which is in JSON if it begins with a brace.
func findings(_ declaration: String, in text: String) throws -> [Diagnostic] {
  let (declared, _) = try declared(declaration)
  let rule = try #require(declared.rule, "\(declared.problems.map(\.message))")
  return try findings(of: rule, in: text)
}

func findings(of rule: Rule, in text: String) throws -> [Diagnostic] {
  let isMachine = text.contains("StartAt")
  let path = (isMachine ? "flow.asl" : "flow") + (text.first == "{" ? ".json" : ".yaml")
  let document = try #require(Discovery().document(SourceFile(path: path, text: text), origin: .named))
  return Linter(rules: [rule]).lint(document).diagnostics
}

/// Expects a rule to find exactly what is marked.
func expectMarks(
  _ declaration: String, _ markedText: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  let marked = MarkedText(markedText)
  let found = try findings(declaration, in: marked.text)
  let texts = { (ranges: [ByteRange]) in
    ranges.map { "\($0) \(SourceFile(path: "", text: marked.text).text(in: $0))" }
  }
  #expect(
    texts(found.map(\.range)) == texts(marked.marked), "\(declaration)\n\(found.map(\.message))",
    sourceLocation: sourceLocation)
}
