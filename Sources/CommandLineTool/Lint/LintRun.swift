import Diagnostics
import Discovery
import Linting
import Reports
import Repository

/// One run of `stateline lint`, from paths to the exit status.
///
/// A folder that holds no workflow is no mistake, whether it was named or is the current one: a repository may
/// be about something else, and a check that runs in all of them must not fail there. A warning says so. A file
/// that was named and holds none is a mistake.
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
    try refuseContradictions()
  }

  private func refuseContradictions() throws {
    if requests.count(where: { $0.file == nil }) > 1 {
      throw UsageError(
        "only one report can go to standard output; give the others a file: --format json=report.json")
    }
    if options.statistics, !requests.contains(where: \.format.isForPeople) {
      throw UsageError("--statistics counts what --format text or concise would show; add one of them")
    }
    if options.paths.contains("") { throw UsageError("a path is empty") }
    if options.stdinPath != nil, !options.paths.contains("-") {
      throw UsageError(
        "--stdin-path names standard input, but standard input is not read; add - to the paths")
    }
  }

  func run() throws -> ExitStatus {
    let rules = try RuleIndex(rules: invocation.rules()).selection(only: options.only, skip: options.skip)
    let linter =
      options.showFiles ? nil : Linter(rules: rules, machineType: options.type, limits: invocation.limits)
    let reader = DocumentReader(
      files: invocation.files, limits: invocation.limits, standardInputName: options.stdinPath ?? "<stdin>")
    let inputs = Inputs(options.paths, in: invocation.files)
    let progress = Progress(on: console.errors, totalCount: inputs.all.count, delay: invocation.progressDelay)
    let outcomes = inputs.all.concurrentMap(progress) { LintOutcome(reader.read($0), linter) }
    let report = LintReport(outcomes)
    let status = show(report)
    // Whoever looks at both streams should see them in this order.
    _ = console.output.flush()
    let problems = inputs.failures.map(InputProblem.unreadable) + outcomes.compactMap(\.problem)
    console.tell(problems)
    let problemStatus = problems.map(\.status).max() ?? .clean
    if report.files.isEmpty, problemStatus == .clean {
      console.warning("there is no workflow in \(places)")
    } else if !report.files.isEmpty, !options.showFiles, !isReadByProgram {
      console.remark(report.summary)
    }
    return max(status, problemStatus)
  }

  /// Prints the result.
  private func show(_ report: LintReport) -> ExitStatus {
    if options.showFiles {
      console.show(report.fileList)
      return .clean
    }
    let fails = report.diagnostics.contains { options.failOn.isReached(by: $0.severity) }
    var status = fails ? ExitStatus.findings : .clean
    for request in requests {
      do throws(WriteFailure) {
        try show(report, as: request)
      } catch {
        console.error(error)
        status = .failure
      }
    }
    return status
  }

  private func show(_ report: LintReport, as request: ReportRequest) throws(WriteFailure) {
    let palette = request.file == nil ? console.outputPalette : .plain
    let text =
      options.statistics && request.format.isForPeople
      ? report.statistics(palette) : request.format.render(report, palette, width: console.width)
    guard let file = request.file else { return console.show(text) }
    try invocation.writer.write(text, to: file)
  }

  /// Whether standard output is a report that says all that the summary would say.
  private var isReadByProgram: Bool {
    requests.contains { $0.file == nil && !$0.format.isForPeople }
  }

  private var places: String {
    options.paths.isEmpty ? "the current folder" : options.paths.joined(separator: ", ")
  }
}
