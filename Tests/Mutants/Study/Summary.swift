import Diagnostics

/// What a study found, for people.
struct Summary {
  private let refusing: [OperatorResult]
  private let accepting: [OperatorResult]

  /// Of all mutants of refusing operators, how many have to be reported where they were mutated.
  private let demandedPercentage: Double

  init(_ results: [OperatorResult], demandedPercentage: Double) {
    self.demandedPercentage = demandedPercentage
    refusing = results.filter(\.isRefusing)
    accepting = results.filter { !$0.isRefusing }
  }

  var isGood: Bool {
    (refusing + accepting).allSatisfy { !$0.mutants.isEmpty }
      && (refusing.isEmpty || percentage(reported, of: made) >= demandedPercentage) && alarms == 0
  }

  private var made: Int { refusing.reduce(0) { $0 + $1.mutants.count } }
  private var reported: Int { refusing.reduce(0) { $0 + $1.count(.reported) } }
  private var warned: Int { refusing.reduce(0) { $0 + $1.warnedCount } }
  private var alarms: Int { accepting.reduce(0) { $0 + $1.count(.reported) } }

  var totals: String {
    let accepted = accepting.reduce(0) { $0 + $1.mutants.count }
    let remarked = accepting.reduce(0) { $0 + $1.count(.remarked) }
    return """
      \(refusing.count) refusing operators: \(made) mutants, \(reported) reported at the mutated place = \
      \(percent(reported, of: made)); as an error \(reported - warned) = \(percent(reported - warned, of: made))
      \(accepting.count) accepting operators: \(accepted) mutants, \(alarms) reported as an error, \
      \(remarked) remarked on

      """
  }
}

// MARK: - The table

extension Summary {
  var table: String {
    let head =
      "| operator | AWS | § | as | mutants | at place | elsewhere | milder | survived | | cascades | by |\n"
      + "|---|---|---|---|--:|--:|--:|--:|--:|--:|--:|---|\n"
    let rows = (refusing + accepting).map { result in
      let operation = result.operation
      let good = result.count(result.isRefusing ? .reported : .survived)
      let cells: [String] = [
        operation.name, operation.treatment.rawValue, operation.section,
        result.isRefusing ? operation.level.rawValue : "–", "\(result.mutants.count)",
        "\(result.count(.reported))", "\(result.count(.elsewhere))", "\(result.count(.remarked))",
        "\(result.count(.survived))", percent(good, of: result.mutants.count), "\(result.cascading.count)",
        result.rules.joined(separator: ", "),
      ]
      return "| " + cells.joined(separator: " | ") + " |\n"
    }
    return head + rows.joined()
  }
}

// MARK: - Survivors

extension Summary {
  static let survivorsHead = """
    # Mutants that survive

    What `make mutants` found with these rules: of the mutants that AWS refuses, or that fail, those that are not \
    reported as an error where they were mutated; of those that AWS accepts, those that are remarked on.

    """

  /// The mutants that were not judged as they should, by operator, with the reason and some of them each.
  var survivors: String {
    var text = ""
    for result in refusing + accepting where !result.misjudged.isEmpty {
      text +=
        "\n### \(result.operation.name) (\(result.operation.treatment.rawValue), §\(result.operation.section))\n\n"
      text +=
        "\(result.misjudged.count) of \(result.mutants.count). \(result.operation.reason ?? "No reason known.")\n\n"
      text += result.misjudged.prefix(3).map { "* \($0.original.id): `\($0.change)`\($0.said)\n" }.joined()
    }
    return text
  }

  /// The mutants that were misjudged, and those of which too much was said.
  var details: String {
    (refusing + accepting).flatMap { result in
      (result.misjudged + result.cascading).map { mutant in
        """
        --- \(result.operation.name) \(mutant.original.id) \(mutant.outcome): \(mutant.change)\(mutant.said)
        \(mutant.text)

        """
      }
    }.joined()
  }
}

extension Mutant {
  fileprivate var said: String {
    findings.map { " (\($0.severity.rawValue) \($0.rule): \($0.message))" }.joined()
  }
}

private func percentage(_ count: Int, of total: Int) -> Double {
  total == 0 ? 100 : Double(count) * 100 / Double(total)
}

/// Rounded down to a tenth, so that 100.0 means all.
private func percent(_ count: Int, of total: Int) -> String {
  total == 0 ? "never applied" : "\(Double(count * 1000 / total) / 10) %"
}
