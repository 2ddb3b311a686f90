public import Diagnostics
public import Linting
public import SourceText
public import Syntax

/// Reads configurations, and says of each part that is wrong where and why.
///
/// What is wrong is left out; a caller that goes by the rest all the same does something else than was asked for.
public struct ConfigurationReader: Sendable {
  /// Makes a rule of what stands under a name in `rules` that no rule of Stateline has, if that is a mapping.
  ///
  /// - Returns: The rule, or nil and at least one problem. Problems go under the id that the caller gives them.
  public typealias RuleReader =
    @Sendable (_ tree: SyntaxTree, _ key: NodeID, _ value: NodeID) -> (rule: Rule?, problems: [Diagnostic])

  private let rules: [Rule]
  private let topics: [String: [String]]
  private let limits: Limits
  private let readRule: RuleReader?

  /// - Parameters:
  ///   - rules: Those of Stateline.
  ///   - topics: The ids of the rules about each.
  ///   - readRule: Nil if a project cannot declare rules.
  public init(
    rules: [Rule], topics: [String: [String]] = [:], limits: Limits = Limits(), readRule: RuleReader? = nil
  ) {
    self.rules = rules
    self.topics = topics
    self.limits = limits
    self.readRule = readRule
  }

  /// Reads a text: JSON if its path says so, else YAML. O(bytes).
  public func read(_ source: SourceFile) -> Configuration {
    let tree = SyntaxTree.read(source, as: source.path.hasSuffix(".json") ? .json : .yaml, limits: limits)
    var reading = ConfigurationReading(tree, RuleNames(rules, topics: topics))
    if !tree.defects.isEmpty { reading.problems.add(Self.textDiagnostics(of: tree, rules, limits)) }
    guard let root = tree.roots.first, tree.kind(root) != .missing, tree.kind(root) != .null else {
      return reading.finish()
    }
    if tree.roots.count > 1 {
      reading.problems.add(tree.roots[1], "A second document begins here; a configuration is one document.")
    }
    declareRules(in: root, &reading)
    reading.read(root)
    return reading.finish()
  }

  /// What is wrong with the text alone, in the words of the rules about that.
  static func textDiagnostics(of tree: SyntaxTree, _ rules: [Rule], _ limits: Limits) -> [Diagnostic] {
    let rules = rules.filter { !$0.claimedSyntaxDefects.isEmpty }
    return Linter(rules: rules, limits: limits).lintText(tree, except: [.emptyText])
  }

  /// Declared before anything is read, since their names may stand anywhere.
  private func declareRules(in root: NodeID, _ reading: inout ConfigurationReading) {
    let tree = reading.tree
    guard let readRule, let rules = tree.value(root, "rules") else { return }
    tree.forEachMember(rules) { key, value in
      guard tree.kind(value) == .object, reading.names.meaning(of: tree.text(key)) == nil else { return }
      let (rule, problems) = readRule(tree, key, value)
      reading.problems.add(problems)
      reading.declare(tree.text(key), rule)
    }
    reading.names = RuleNames(self.rules + reading.configuration.ownRules, topics: topics)
  }
}
