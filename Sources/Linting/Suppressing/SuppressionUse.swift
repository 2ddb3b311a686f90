import Diagnostics
import SourceText

/// The suppressions of one file while it is checked: which of them suppress anything.
struct SuppressionUse {
  private let directives: [PlacedDirective]
  /// By directive and name: the place of the rule among those that are checked.
  private let rules: [[Int?]]
  private var isUsed: [[Bool]]

  init(_ suppressions: Suppressions, _ rules: [Rule]) {
    directives = suppressions.directives
    var places: [String: Int] = [:]
    for (index, rule) in rules.enumerated() {
      for name in rule.aliases where places[name] == nil { places[name] = index }
    }
    for (index, rule) in rules.enumerated() { places[rule.id] = index }
    self.rules = directives.map { $0.names.map { places[$0.text] } }
    isUsed = directives.map { Array(repeating: false, count: $0.names.count) }
  }

  /// What suppresses a finding; each decision that does counts as used.
  ///
  /// - Parameters:
  ///   - place: In the file.
  ///   - inner: In the text of the definition.
  mutating func suppression(
    of rule: Int, _ place: ByteRange, _ inner: ByteRange, definition: Int?
  ) -> Suppression? {
    var result: Suppression?
    for (index, directive) in directives.enumerated()
    where !directive.isMisplaced && directive.covers(place, inner, definition: definition) {
      for (position, named) in rules[index].enumerated() where named == rule {
        isUsed[index][position] = true
        result = result ?? Suppression(.source, reason: directive.reason)
      }
    }
    return result
  }

  /// What there is to say about the suppressions.
  ///
  /// - Parameters:
  ///   - names: Of all rules, those that are not checked included; nil if they are not known.
  ///   - isComplete: Whether all was found that there is to find.
  func defects(_ names: RuleNames?, isComplete: Bool) -> [SuppressionDefect] {
    directives.indices.flatMap { index -> [SuppressionDefect] in
      let directive = directives[index]
      if directive.isMisplaced { return [SuppressionDefect(.misplaced, directive.range)] }
      if directive.names.isEmpty { return [SuppressionDefect(.withoutRule, directive.range)] }
      var defects: [SuppressionDefect] = []
      for (position, name) in directive.names.enumerated() where !isUsed[index][position] {
        if rules[index][position] != nil {
          if isComplete { defects.append(SuppressionDefect(.unused, name.range, name: name.text)) }
        } else if let names, names.rule(name.text) == nil {
          let meant = names.closestRule(to: name.text)
          defects.append(SuppressionDefect(.unknownRule, name.range, name: name.text, detail: meant))
        }
      }
      if directive.reason == nil { defects.append(SuppressionDefect(.withoutReason, directive.range)) }
      return defects
    }
  }
}
