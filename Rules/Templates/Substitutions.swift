import Linting

/// What a template fills in, held against what a definition leaves open.
///
/// CloudFormation's handler of state machines replaces `${Name}` for each name that it is given, anywhere in the text,
/// repeatedly and before it parses anything, and leaves every other one as it is (`transformDefinition` in
/// aws-cloudformation-resource-providers-stepfunctions).
struct Substitutions {
  /// A name that the template does not give.
  struct Gap {
    let name: String
    /// In the definition, in order.
    let places: [Placeholder]
    /// What was probably meant: a name that is given.
    let suggestion: Spelling.Suggestion?
  }

  private(set) var gaps: [Gap] = []
  /// Those that the definition has no place for.
  private(set) var unused: [Substitution] = []

  /// - Parameter names: Those for which the definition has a place of any kind.
  init(given: [Substitution], _ placeholders: [Placeholder], mentioned names: Set<String>) {
    let givenNames = Set(given.map(\.name))
    unused = given.filter { !names.contains($0.name) && !$0.isMentioned(in: given) }
    var places: [String: [Placeholder]] = [:]
    var order: [String] = []
    for placeholder in placeholders where !placeholder.isEscaped && !givenNames.contains(placeholder.name) {
      // Pseudo parameters belong to CloudFormation, which may fill them in before.
      guard !placeholder.name.contains("::") else { continue }
      if places[placeholder.name] == nil { order.append(placeholder.name) }
      places[placeholder.name, default: []].append(placeholder)
    }
    // Rather one that nothing else needs.
    let free = unused.map(\.name)
    gaps = order.map { name in
      let suggestion =
        Spelling.suggestion(for: name, in: free)
        ?? Spelling.suggestion(for: name, in: given.map(\.name)).map { .init(name: $0.name, isSure: false) }
      return Gap(name: name, places: places[name] ?? [], suggestion: suggestion)
    }
    // One fault, one finding.
    let meant = Set(gaps.compactMap(\.suggestion?.name))
    unused.removeAll { meant.contains($0.name) }
  }
}

extension Substitution {
  /// Whether the value of one of them has a place for it, or whoever writes such a name cannot be understood.
  fileprivate func isMentioned(in others: [Substitution]) -> Bool {
    !name.utf8.allSatisfy(isOfPlainName) || others.contains { $0.value?.contains("${\(name)}") ?? false }
  }
}

private func isOfPlainName(_ byte: UInt8) -> Bool {
  (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || [0x5F, 0x2D, 0x2E].contains(byte)
}
