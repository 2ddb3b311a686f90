import ArgumentParser
import Linting

/// Names of rules, separated by commas.
struct RuleList: ExpressibleByArgument {
  let names: [String]

  init?(argument: String) {
    names = argument.split(separator: ",").map(String.init).filter { !$0.isEmpty }
    if names.isEmpty { return nil }
  }

  static var defaultCompletionKind: CompletionKind { .ruleIDs }
}

extension CompletionKind {
  /// The ids are asked for when somebody completes one, of the program that is then installed.
  static var ruleIDs: CompletionKind { .shellCommand("stateline rules | cut -d ' ' -f 1") }
}

/// Finds rules by what people call them.
struct RuleIndex {
  private let names: RuleNames

  init(rules: [Rule]) {
    names = RuleNames(rules)
  }

  /// The rule with this id, or that had it once.
  func rule(named name: String) throws -> Rule {
    if let rule = names.rule(name) { return rule }
    let advice =
      names.closestRule(to: name).map { "did you mean \"\($0)\"?" } ?? "\"stateline rules\" lists them all"
    throw UsageError("there is no rule \"\(name)\"; \(advice)")
  }

  func ids(in lists: [RuleList]) throws -> Set<String> {
    Set(try lists.flatMap(\.names).map { try rule(named: $0).id })
  }
}
