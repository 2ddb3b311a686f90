import Linting

extension Fix {
  /// Writes what was probably meant in place of a misspelt name; safe if that is sure.
  static func respelling(_ node: NodeID, as suggestion: Spelling.Suggestion?, in tree: SyntaxTree) -> Fix? {
    guard let suggestion else { return nil }
    return Fix(
      "Replace with \(quoted(suggestion.name))", isSafe: suggestion.isSure,
      tree.replacement(of: node, with: suggestion.name))
  }
}
