import Linting

extension Fix {
  /// Writes what was probably meant in place of a whole text; safe if the two are so alike that nothing else can be.
  static func replacing(_ node: NodeID, with text: String, in tree: SyntaxTree) -> Fix? {
    let likeness = Spelling.suggestion(for: tree.text(node), in: [text])
    return respelling(
      node, as: Spelling.Suggestion(name: text, isSure: likeness?.isSure ?? false), in: tree)
  }

  /// Writes what was probably meant in place of a misspelt name; safe if that is sure.
  static func respelling(_ node: NodeID, as suggestion: Spelling.Suggestion?, in tree: SyntaxTree) -> Fix? {
    guard let suggestion else { return nil }
    return Fix(
      "Replace with \(quoted(suggestion.name))", isSafe: suggestion.isSure,
      tree.replacement(of: node, with: suggestion.name))
  }
}
