import Diagnostics
public import Linting

/// What is to become of a rule.
public enum RuleLevel: String, CaseIterable, Sendable {
  case off, note, warning, error
  /// As if nothing were said.
  case `default`

  /// The rule at this level; nil if it is off.
  public func applied(to rule: Rule) -> Rule? {
    self == .off ? nil : rule.reporting(at: Severity(rawValue: rawValue))
  }
}

/// The levels that one mapping of a configuration gives to rules. The name of a rule goes before that of a topic, and
/// that before the one of a category.
struct RuleLevels: Sendable {
  private var byRule: [String: RuleLevel] = [:]
  private var byTopic: [String: RuleLevel] = [:]
  private var byCategory: [Category: RuleLevel] = [:]

  mutating func set(_ level: RuleLevel, for meaning: RuleNames.Meaning) {
    switch meaning {
    case .rule(let rule): byRule[rule.id] = level
    case .topic(let rules): for rule in rules { byTopic[rule] = level }
    case .category(let category): byCategory[category] = level
    }
  }

  /// Nil if nothing is said about the rule.
  func level(of rule: Rule) -> RuleLevel? {
    byRule[rule.id] ?? byTopic[rule.id] ?? byCategory[rule.category]
  }
}
