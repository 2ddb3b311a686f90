import ArgumentParser
import TestSupport

/// Studies which mutants of accepted definitions the linter reports.
@main
struct MutantsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mutants", abstract: "Study which mutants of accepted definitions are reported.",
    discussion: """
      Fails if less than 95 % of the mutants of state machines, or 97 % of those of pipelines, that AWS would \
      refuse, or that would fail, are reported where they were mutated, if a mutant that AWS would accept is \
      reported as an error, or if an operator is never applied.
      """)

  @Option(help: "What decides which of the possible mutants are made.")
  var seed: UInt64 = 1

  @Option(help: "How many mutants an operator makes of one definition at most.")
  var limit = 3

  @Option(name: .customLong("operator"), help: "The operators to apply; all if none is named.")
  var names: [String] = []

  @Option(help: "Write the list of survivors into this file.")
  var survivors: String?

  @Flag(help: "Print each mutant that was misjudged, or of which more than one error was reported.")
  var verbose = false

  func run() throws {
    guard SharedCorpus.isAvailable else {
      print(SharedCorpus.skipped + ".")
      return
    }
    let machines = study("state machines", machineOperators, on: try Original.all(), demanding: 95)
    let pipelines = study("pipelines", pipelineOperators, on: try PipelineOriginal.all(), demanding: 97)
    if let survivors {
      try TestFiles.write(
        Summary.survivorsHead + "\n## State machines\n" + machines.survivors + "\n## Pipelines\n"
          + pipelines.survivors, to: survivors)
    }
    guard machines.isGood, pipelines.isGood else { throw ExitCode.failure }
  }

  private func study(
    _ noun: String, _ operators: [Operator], on originals: [any AcceptedDefinition],
    demanding percentage: Double
  ) -> Summary {
    let operators = operators.filter { names.isEmpty || names.contains($0.name) }
    let results = Study(seed: seed, limit: limit).run(operators, on: originals)
    let summary = Summary(results, demandedPercentage: percentage)
    guard !operators.isEmpty else { return summary }
    print("\(originals.count) accepted \(noun), seed \(seed), at most \(limit) mutants each an operator\n")
    print(summary.table)
    if verbose { print(summary.details) }
    print(summary.totals)
    return summary
  }
}
