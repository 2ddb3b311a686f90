import Diagnostics
import Discovery
import Linting
import Reports
import Repository

/// One run of `stateline lint`, from paths to the exit status.
struct LintRun {
  private let options: LintCommand
  private let invocation: Invocation
  private let console: Console
  private let requests: [ReportRequest]

  init(_ options: LintCommand, _ invocation: Invocation, _ console: Console) throws {
    self.options = options
    self.invocation = invocation
    self.console = console
    requests = options.format.isEmpty ? [ReportRequest(.text)] : options.format
    if requests.count(where: { $0.file == nil }) > 1 {
      throw UsageError(
        "only one report can go to standard output; give the others a file: --format json=report.json")
    }
    if options.statistics, !requests.contains(where: \.format.isForPeople) {
      throw UsageError("--statistics needs a report for people: --format text")
    }
    if options.stdinPath != nil, !options.paths.contains("-") {
      throw UsageError(
        "--stdin-path names standard input, but standard input is not read; add - to the paths")
    }
  }

  func run() throws -> ExitStatus {
    let rules = try RuleIndex(rules: invocation.rules()).selection(only: options.only, skip: options.skip)
    let found = LintInputs(options.paths, in: invocation.files)
    let inspection = Inspection(
      files: invocation.files, discovery: Discovery(limits: invocation.limits),
      linter: options.showFiles
        ? nil : Linter(rules: rules, machineType: options.type, limits: invocation.limits),
      limits: invocation.limits, standardInputName: options.stdinPath ?? "<stdin>")
    let progress = Progress(
      on: console.errors, totalCount: found.inputs.count, delay: invocation.progressDelay)
    let outcomes = inspection.outcomes(of: found.inputs, progress: progress)
    var tally = Tally(outcomes)
    tally.failures = found.failures + tally.failures
    let status = try conclude(tally.report)
    return max(status, tell(tally))
  }

  /// Prints the result.
  private func conclude(_ report: LintReport) throws -> ExitStatus {
    if options.showFiles {
      console.show(report.fileList)
      return .clean
    }
    for request in requests { try show(report, as: request) }
    let fails = report.diagnostics.contains { options.failOn.isReached(by: $0.severity) }
    return fails ? .findings : .clean
  }

  private func show(_ report: LintReport, as request: ReportRequest) throws {
    let palette = request.file == nil ? console.outputPalette : .plain
    let text =
      options.statistics && request.format.isForPeople
      ? report.statistics(palette) : request.format.render(report, palette, width: console.width)
    guard let file = request.file else { return console.show(text) }
    try invocation.writer.write(text, to: file)
  }

  /// Says on standard error what the result does not.
  private func tell(_ tally: Tally) -> ExitStatus {
    // Whoever looks at both streams should see them in this order.
    _ = console.output.flush()
    for failure in tally.passedOver { console.warning("passed over: \(failure)") }
    for failure in tally.failures { console.error(failure) }
    for path in tally.pathsWithoutWorkflow { console.error("\(path) holds no workflow\n\(whatIsLookedFor)") }
    let isReportForPeople = requests.allSatisfy { $0.format.isForPeople || $0.file != nil }
    if tally.report.files.isEmpty, tally.isClean {
      console.warning("found no workflow in \(places)")
    } else if !options.showFiles, isReportForPeople, !tally.report.files.isEmpty {
      console.remark(tally.report.summary)
    }
    if !tally.failures.isEmpty { return .failure }
    return tally.pathsWithoutWorkflow.isEmpty ? .clean : .usage
  }

  private var places: String {
    options.paths.isEmpty ? "the current folder" : options.paths.joined(separator: ", ")
  }
}

/// The end of a sentence that begins with a file.
private let whatIsLookedFor = """
  A workflow is a JSON or YAML object with "StartAt" and "States". Files named *.asl.json, *.asl.yaml, *.asl.yml \
  and *.asl are taken for workflows whatever they hold.
  """

/// The outcomes of all inputs, sorted by what happens to them.
private struct Tally {
  let report: LintReport
  var failures: [ReadFailure] = []
  private(set) var passedOver: [ReadFailure] = []
  /// Of inputs that were named outright.
  private(set) var pathsWithoutWorkflow: [String] = []

  var isClean: Bool { failures.isEmpty && pathsWithoutWorkflow.isEmpty }

  init(_ outcomes: [Inspection.Outcome]) {
    var files: [LintedFile] = []
    var diagnostics: [Diagnostic] = []
    var droppedCount = 0
    for outcome in outcomes {
      switch outcome {
      case .inspected(let file, let outcome):
        files.append(file)
        diagnostics += outcome?.diagnostics ?? []
        droppedCount += outcome?.droppedCount ?? 0
      case .noWorkflow(let path, .named): pathsWithoutWorkflow.append(path)
      case .noWorkflow(_, .walked): break
      case .passedOver(let failure): passedOver.append(failure)
      case .failed(let failure): failures.append(failure)
      }
    }
    diagnostics.sort(by: Diagnostic.precedes)
    report = LintReport(files: files, diagnostics: diagnostics, droppedCount: droppedCount)
  }
}
