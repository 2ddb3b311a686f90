import Diagnostics
import SourceText
import Syntax

/// A mutant and what the linter said of it.
struct Mutant {
  enum Outcome: Sendable {
    /// Of a refusing operator: as loudly as the operator demands, at the mutated place. Of an accepting one: as an
    /// error, wherever.
    case reported
    /// As loudly, but not at the mutated place; only of refusing operators.
    case elsewhere
    /// Less loudly.
    case remarked
    case survived
  }

  let original: any AcceptedDefinition
  let mutation: Mutation
  let outcome: Outcome
  /// What was found in the mutant and not in its original.
  let findings: [Diagnostic]

  var text: String { MutatedText(original, mutation).source.text }

  /// What was changed, on one line, such as `"B" → "Nowhere"`.
  var change: String {
    let edits = mutation.edits.prefix(3).map { edit in
      let before = original.tree.source.text(in: edit.range).excerpt
      return before.isEmpty ? "+ \(edit.text.excerpt)" : "\(before) → \(edit.text.excerpt)"
    }
    return edits.joined(separator: "; ")
  }
}

extension SourceFile {
  fileprivate var text: String { text(in: range) }
}

extension String {
  /// On one line and not long.
  fileprivate var excerpt: String {
    let words = split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.count <= 60 ? words : words.prefix(59) + "…"
  }
}

/// The mutants of one operator.
struct OperatorResult {
  let operation: Operator
  private(set) var mutants: [Mutant] = []

  init(_ operation: Operator) {
    self.operation = operation
  }

  mutating func add(_ mutant: Mutant) { mutants.append(mutant) }

  func count(_ outcome: Mutant.Outcome) -> Int { mutants.count { $0.outcome == outcome } }

  var isRefusing: Bool { operation.treatment != .accepted }

  /// Those with which the linter did not do what it should, in the order in which they were made.
  var misjudged: [Mutant] {
    mutants.filter { $0.outcome != (isRefusing ? .reported : .survived) }
  }

  /// How many were reported as no more than a warning.
  var warnedCount: Int {
    mutants.count { mutant in
      mutant.outcome == .reported && !mutant.findings.contains { $0.severity == .error }
    }
  }

  /// Those of which more than one error is reported: one fault should be one finding.
  var cascading: [Mutant] {
    mutants.filter { mutant in mutant.findings.count { $0.severity == .error } > 1 }
  }

  /// The rules that found the mutants which were reported, the most frequent first.
  var rules: [String] {
    var counts: [String: Int] = [:]
    for mutant in mutants where mutant.outcome == .reported {
      for finding in mutant.findings where finding.severity >= operation.level {
        counts[finding.rule, default: 0] += 1
      }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}
