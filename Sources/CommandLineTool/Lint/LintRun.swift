import Configuration
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
    try options.refuseContradictions(among: requests)
  }

  func run() throws -> ExitStatus {
    let project: Project?
    var baseline: PlacedBaseline?
    do throws(ReadFailure) {
      project = try Project(options, invocation)
      // A baseline that is written anew need not be sound before.
      if let path = options.baseline, options.writeBaseline == nil {
        baseline = try PlacedBaseline(path, invocation)
      }
    } catch {
      console.error(error)
      return .failure
    }
    let problems = (project?.configuration.diagnostics ?? []) + (baseline?.baseline.diagnostics ?? [])
    guard !problems.contains(where: { $0.severity == .error }) else { return refuse(problems) }
    return try run(
      ProjectSuppressions(project: project, baseline: baseline, today: invocation.today()), problems)
  }

  /// Says what is wrong with what the run should go by: whoever wrote it wants something else than a run without it.
  private func refuse(_ problems: [Diagnostic]) -> ExitStatus {
    let report = LintReport(
      files: [], diagnostics: problems.sorted(by: Diagnostic.precedes), root: root)
    let status = show(report, invocation.rules(), failOn: .never)
    _ = console.output.flush()
    let names = Set(problems.filter { $0.severity == .error }.map(\.source.path)).sorted()
    let verb = names.count == 1 ? "has" : "have"
    console.remark("\(names.joined(separator: " and ")) \(verb) mistakes, so nothing was checked")
    return max(.usage, status)
  }

  private func run(_ suppressions: ProjectSuppressions, _ problems: [Diagnostic]) throws -> ExitStatus {
    let project = suppressions.project
    let linters = try Linters(options, suppressions, invocation)
    let paths = options.paths.isEmpty ? project?.paths ?? [] : options.paths
    let found = WorkflowFiles(
      paths, stdinPath: options.stdinPath, mayBeUnrelated: options.input.skipUnrelated,
      followsOutside: options.links.allowOutside, excluding: project.map { $0.excludes(_:isFolder:) },
      invocation, console)
    let progress = Progress(
      on: console.errors, totalCount: found.files.count, done: "checked", delay: invocation.progressDelay)
    let discovery = options.fix ? Discovery(limits: invocation.limits) : nil
    var outcomes = found.files.concurrentMap(progress) {
      LintOutcome($0, options.showFiles ? nil : linters, fixing: discovery)
    }
    var fixRun = FixRun(invocation, console)
    if options.diff {
      fixRun.show(outcomes)
    } else if options.fix {
      outcomes = fixRun.write(outcomes)
    }
    var report = LintReport(outcomes, root: root)
    // A baseline is about workflows, not about the configuration.
    let remarks = options.showFiles ? [] : linters.remarks(on: report)
    var status = fixRun.status
    if let path = options.writeBaseline { status = max(status, writeBaseline(path, &report)) }
    report = report.adding(remarks + problems)
    let failOn = options.failOn ?? project?.configuration.failOn ?? .error
    if options.showFiles {
      console.show(report.fileList)
    } else if !options.diff {
      status = max(status, show(report, linters.rules, failOn: failOn))
    }
    // Whoever looks at both streams should see them in this order.
    _ = console.output.flush()
    console.tell(found.problems)
    let failureStatus = found.problems.map(\.status).max() ?? .clean
    if report.files.isEmpty, failureStatus == .clean {
      console.warning("there is no workflow in \(places(paths))")
    } else if !report.files.isEmpty, !options.showFiles, !options.diff, !isReadByProgram {
      console.remark(
        report.summary + (fixRun.status == .clean ? hint(report) : "") + stale(suppressions, report))
    }
    return max(status, failureStatus)
  }

  /// Writes the findings into a baseline. From then on they are known.
  private func writeBaseline(_ path: String, _ report: inout LintReport) -> ExitStatus {
    let view = PlacedBaseline.view(from: path, invocation)
    do throws(WriteFailure) {
      try invocation.writer.write(report.baseline(naming: view.relative), to: Path(path))
    } catch {
      console.error(error)
      return .failure
    }
    console.remark(
      "wrote \(report.diagnostics.count) finding\(report.diagnostics.count == 1 ? "" : "s") to \(path)")
    report = report.suppressingAll
    return .clean
  }

  /// What could be taken out of the baseline.
  private func stale(_ suppressions: ProjectSuppressions, _ report: LintReport) -> String {
    guard let baseline = suppressions.baseline, !isSelective else { return "" }
    let count = baseline.staleCount(in: report, isWhole: options.paths.isEmpty)
    guard count > 0 else { return "" }
    let subject = count == 1 ? "1 entry of \(baseline.path) is" : "\(count) entries of \(baseline.path) are"
    return "; \(subject) stale, --write-baseline \(baseline.path) renews it"
  }

  /// Whether only some rules are checked.
  private var isSelective: Bool { !options.only.isEmpty || !options.skip.isEmpty }

  /// What could be done at once about the findings.
  private func hint(_ report: LintReport) -> String {
    // Standard input cannot be fixed.
    guard !options.paths.contains("-") else { return "" }
    let count = report.diagnostics.count { $0.fix?.isSafe == true }
    return count == 0 ? "" : "; --fix can mend \(count)"
  }

  private var root: ReportRoot { ReportRoot(invocation.currentFolder) }

  /// Prints the result.
  private func show(_ report: LintReport, _ rules: [Rule], failOn: FailureThreshold) -> ExitStatus {
    let fails = report.diagnostics.contains { failOn.isReached(by: $0.severity) }
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

  private func places(_ paths: [String]) -> String {
    paths.isEmpty ? "the current folder" : paths.joined(separator: ", ")
  }
}
