import Diagnostics
import Discovery
import Linting
import Rules
import SourceText
import TestSupport

/// Applies operators to accepted definitions and looks at what the linter says of the mutants.
struct Study {
  let seed: UInt64
  /// How many mutants an operator makes of one definition at most.
  let limit: Int

  private let standard = Linter(rules: catalog, machineType: .standard)
  private let express = Linter(rules: catalog, machineType: .express)

  init(seed: UInt64, limit: Int) {
    self.seed = seed
    self.limit = limit
  }

  func run(_ operators: [Operator], on originals: [any AcceptedDefinition]) -> [OperatorResult] {
    var results = operators.map { OperatorResult($0) }
    for original in originals {
      let known = findings(in: original.document, as: original.machineType)
      for index in results.indices {
        for mutation in pick(results[index].operation, of: original) {
          results[index].add(judge(mutation, by: results[index].operation, of: original, known))
        }
      }
    }
    return results
  }

  /// Some of what an operator proposes. What it is depends on the seed, the operator and the definition, not on the
  /// operators before it.
  private func pick(_ operation: Operator, of original: any AcceptedDefinition) -> [Mutation] {
    let proposed = operation.proposals(for: original)
    guard proposed.count > limit else { return proposed }
    var random = SplitMix64(seed: seed ^ fingerprint("\(operation.name) \(original.id)"))
    return Array(proposed.shuffled(using: &random).prefix(limit))
  }

  private func judge(
    _ mutation: Mutation, by operation: Operator, of original: any AcceptedDefinition, _ known: [Diagnostic]
  ) -> Mutant {
    let text = MutatedText(original, mutation)
    guard let document = Discovery().document(text.source, origin: .named) else {
      return Mutant(original: original, mutation: mutation, outcome: .survived, findings: [])
    }
    let machineType = mutation.machineType ?? original.machineType
    let new = difference(findings(in: document, as: machineType), known, operation.likeness)
    let place = MutatedPlace(text, in: document)
    let outcome = operation.outcome(new) { place.isShown(by: $0) }
    return Mutant(original: original, mutation: mutation, outcome: outcome, findings: new)
  }

  private func findings(in document: Document, as machineType: MachineType) -> [Diagnostic] {
    (machineType == .express ? express : standard).lint(document).diagnostics
  }
}

/// The findings that were not there before. They are told apart by what they say, since places move.
private func difference(
  _ findings: [Diagnostic], _ known: [Diagnostic], _ likeness: (Diagnostic) -> String
) -> [Diagnostic] {
  var counts: [String: Int] = [:]
  for finding in known { counts[likeness(finding), default: 0] += 1 }
  return findings.filter { finding in
    counts[likeness(finding), default: 0] -= 1
    return counts[likeness(finding), default: 0] < 0
  }
}

extension Operator {
  /// What two findings have in common that are the same one. A mutant that means the same may have other names in it,
  /// and with them other messages.
  fileprivate func likeness(_ finding: Diagnostic) -> String {
    treatment == .accepted ? finding.rule : "\(finding.rule) \(finding.message)"
  }

  fileprivate func outcome(
    _ findings: [Diagnostic], isShown: (Diagnostic) -> Bool
  ) -> Mutant.Outcome {
    if treatment == .accepted {
      if findings.contains(where: { $0.severity == .error }) { return .reported }
      return findings.allSatisfy { remarks.contains($0.rule) } ? .survived : .remarked
    }
    let loud = findings.filter { $0.severity >= level }
    if loud.contains(where: isShown) { return .reported }
    if !loud.isEmpty { return .elsewhere }
    return findings.contains { $0.severity == .warning && isShown($0) } ? .remarked : .survived
  }
}

/// FNV-1a over UTF-8.
private func fingerprint(_ text: String) -> UInt64 {
  text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
}
