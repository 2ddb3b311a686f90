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
    try refuseContradictionsAboutFixes()
  }

  private func refuseContradictionsAboutFixes() throws {
    if options.diff, !options.fix { throw UsageError("--diff shows what --fix would change; add --fix") }
    guard options.fix else { return }
    if options.paths.contains("-") {
      throw UsageError("--fix writes over files, and standard input is none; leave out -")
    }
    if options.showFiles { throw UsageError("--fix and --show-files do different things; leave out one") }
    if options.diff, !options.format.isEmpty || options.statistics {
      throw UsageError("--diff stands in place of a report; leave out --format and --statistics")
    }
  }

  func run() throws -> ExitStatus {
    let rules = try RuleIndex(rules: invocation.rules()).selection(only: options.only, skip: options.skip)
    let linter =
      options.showFiles ? nil : Linter(rules: rules, machineType: options.type, limits: invocation.limits)
    let reader = DocumentReader(
      files: invocation.files, limits: invocation.limits, standardInputName: options.stdinPath ?? "<stdin>")
    let inputs = Inputs(
      options.paths, mayBeUnrelated: options.input.skipUnrelated, in: invocation.files)
    let progress = Progress(on: console.errors, totalCount: inputs.all.count, delay: invocation.progressDelay)
    let discovery = options.fix ? Discovery(limits: invocation.limits) : nil
    var outcomes = inputs.all.concurrentMap(progress) {
      LintOutcome(reader.read($0), linter, fixing: discovery)
    }
    var fixRun = FixRun(invocation, console)
    if options.diff {
      fixRun.show(outcomes)
    } else if options.fix {
      outcomes = fixRun.write(outcomes)
    }
    let report = LintReport(outcomes, root: root)
    let status = max(options.diff ? .clean : show(report, rules), fixRun.status)
    // Whoever looks at both streams should see them in this order.
    _ = console.output.flush()
    let problems = inputs.failures.map(InputProblem.unreadable) + outcomes.compactMap(\.problem)
    console.tell(problems)
    let problemStatus = problems.map(\.status).max() ?? .clean
    if report.files.isEmpty, problemStatus == .clean {
      console.warning("there is no workflow in \(places)")
    } else if !report.files.isEmpty, !options.showFiles, !options.diff, !isReadByProgram {
      console.remark(report.summary + (fixRun.status == .clean ? hint(report) : ""))
    }
    return max(status, problemStatus)
  }

  /// What could be done at once about the findings.
  private func hint(_ report: LintReport) -> String {
    // Standard input cannot be fixed.
    guard !options.paths.contains("-") else { return "" }
    let count = report.diagnostics.count { $0.fix?.isSafe == true }
    return count == 0 ? "" : "; --fix can mend \(count)"
  }

  /// The folder that the process runs in. If it is gone, absolute paths stay what they are.
  private var root: ReportRoot {
    ReportRoot((try? invocation.files.resolve(.currentFolder))?.description ?? "/")
  }

  /// Prints the result.
  private func show(_ report: LintReport, _ rules: [Rule]) -> ExitStatus {
    if options.showFiles {
      console.show(report.fileList)
      return .clean
    }
    let fails = report.diagnostics.contains { options.failOn.isReached(by: $0.severity) }
    var status = fails ? ExitStatus.findings : .clean
    for request in requests {
      do throws(WriteFailure) {
        try show(report, rules, as: request)
      } catch {
        console.error(error)
        status = .failure
      }
    }
    return status
  }

  private func show(
    _ report: LintReport, _ rules: [Rule], as request: ReportRequest
  ) throws(WriteFailure) {
    let palette = request.file == nil ? console.outputPalette : .plain
    let text =
      options.statistics && request.format.isForPeople
      ? report.statistics(palette)
      : request.format.render(report, palette, width: console.width, rules: rules)
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
