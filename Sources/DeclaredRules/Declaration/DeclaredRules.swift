public import Linting

extension DeclaredRule {
  /// What a configuration declares: each mapping in its `rules` whose name is none of a rule that Stateline has.
  ///
  /// - Parameter isTaken: Whether a rule, category or topic has a name.
  public static func all(in tree: SyntaxTree, besides isTaken: (String) -> Bool) -> [DeclaredRule] {
    guard let root = tree.roots.first, let rules = tree.value(root, "rules") else { return [] }
    return tree.members(rules).compactMap { key, value in
      guard tree.kind(value) == .object, !isTaken(tree.text(key)) else { return nil }
      return DeclaredRule(tree, key: key, value: value)
    }
  }
}
