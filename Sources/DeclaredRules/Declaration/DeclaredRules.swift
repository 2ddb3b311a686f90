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

extension DeclaredRule {
  /// Every word with a meaning in a declaration but for the names of fields and types: members, elements, conditions and
  /// checks.
  public static var vocabulary: [String] {
    DeclarationKey.allCases.map(\.rawValue) + ElementKind.named.map(\.name)
      + ConditionWord.allCases.map(\.rawValue) + ["field", "exists", "absent", "eventually"]
      + ValueCheckKey.allCases.map(\.rawValue) + FlowCheckKey.allCases.map(\.rawValue)
      + Casing.allCases.map(\.rawValue)
  }
}
