public import Diagnostics

/// What rules are called: alone by their ids, together by categories and topics.
public struct RuleNames: Sendable {
  /// What a name stands for.
  public enum Meaning: Sendable {
    /// A rule that has the id, or had it once.
    case rule(Rule)
    case category(Category)
    /// The ids of the rules about a topic.
    case topic([String])
  }

  private let rules: [String: Rule]
  private let topics: [String: [String]]

  /// - Parameter topics: The ids of the rules about each.
  public init(_ rules: [Rule], topics: [String: [String]] = [:]) {
    var names: [String: Rule] = [:]
    for rule in rules {
      for alias in rule.aliases where names[alias] == nil { names[alias] = rule }
    }
    // An id goes before what another rule was called once.
    for rule in rules { names[rule.id] = rule }
    self.rules = names
    self.topics = topics
  }

  public func rule(_ name: String) -> Rule? { rules[name] }

  public func meaning(of name: String) -> Meaning? {
    if let rule = rules[name] { return .rule(rule) }
    if let category = Category(rawValue: name) { return .category(category) }
    return topics[name].map { .topic($0) }
  }

  /// The names of single rules, ordered.
  public var ofRules: [String] { rules.keys.sorted() }

  /// The names of several rules at a time, ordered.
  public var ofGroups: [String] { Category.allCases.map(\.rawValue) + topics.keys.sorted() }

  /// A name of a single rule that was probably meant.
  public func closestRule(to name: String) -> String? { Spelling.closest(to: name, in: ofRules) }

  /// Any name that was probably meant.
  public func closest(to name: String) -> String? { Spelling.closest(to: name, in: ofRules + ofGroups) }
}
