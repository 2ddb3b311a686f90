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
  let rules: [Rule]

  /// The rule with this id, or that had it once.
  func rule(named name: String) throws -> Rule {
    if let rule = rules.first(where: { $0.id == name || $0.aliases.contains(name) }) { return rule }
    let names = rules.map(\.id) + rules.flatMap(\.aliases)
    let advice =
      Spelling.closest(to: name, in: names).map { "did you mean \"\($0)\"?" }
      ?? "\"stateline rules\" lists them all"
    throw UsageError("there is no rule \"\(name)\"; \(advice)")
  }

  /// The rules that `only` and `skip` leave, in the order of the catalogue.
  func selection(only: [RuleList], skip: [RuleList]) throws -> [Rule] {
    let wanted = try ids(in: only)
    let unwanted = try ids(in: skip)
    let selected = rules.filter { (wanted.isEmpty || wanted.contains($0.id)) && !unwanted.contains($0.id) }
    if selected.isEmpty, !rules.isEmpty { throw UsageError("--only and --skip leave no rule to check") }
    return selected
  }

  private func ids(in lists: [RuleList]) throws -> Set<String> {
    Set(try lists.flatMap(\.names).map { try rule(named: $0).id })
  }
}
