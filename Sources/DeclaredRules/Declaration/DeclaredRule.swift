public import Linting

/// A rule that a project declares in its configuration, and what is wrong with the declaration.
///
/// ```yaml
/// rules:
///   state-name-casing:
///     summary: State names are in PascalCase.
///     given: state
///     then: { field: name, casing: PascalCase }
///     bad: [ '{ "StartAt": "a", "States": { «"a"»: { "Type": "Succeed" } } }' ]
/// ```
public struct DeclaredRule: Sendable {
  /// Like those that Stateline has; nil if a problem leaves none.
  public let rule: Rule?
  /// The name under which it is declared.
  public let key: NodeID
  /// In the order of the text.
  public let problems: [Diagnostic]
  /// Bad ones first.
  public let examples: [DeclaredExample]

  /// Reads a declaration. O(its nodes, and a bounded amount for each pattern).
  ///
  /// - Parameters:
  ///   - tree: Of the configuration.
  ///   - key: The rule's id.
  ///   - value: What stands under it.
  public init(_ tree: SyntaxTree, key: NodeID, value: NodeID) {
    var reader = DeclarationReader(tree)
    rule = reader.rule(key, value)
    self.key = key
    examples = reader.examples
    problems = reader.problems.sorted(by: Diagnostic.precedes)
  }

  /// The id under which a configuration's own faults are reported.
  static let problemRule = "invalid-configuration"
}

/// An example in a declaration, and where it stands.
public struct DeclaredExample: Sendable {
  public let example: Example
  public let isBad: Bool
  /// Among the bad or the good ones, from 1.
  public let number: Int
  /// Its text in the configuration.
  public let node: NodeID
}
