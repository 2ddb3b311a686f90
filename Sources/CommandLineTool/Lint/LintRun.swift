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
    if options.config != nil, options.noConfig {
      throw UsageError("--config and --no-config contradict each other; leave out one")
    }
    if options.config == "" { throw UsageError("--config is empty") }
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
    switch options.noConfig ? .nothing : Project.search(options.config, invocation) {
    case .nothing: return try run(nil)
    case .found(let project):
      guard project.configuration.diagnostics.contains(where: { $0.severity == .error }) else {
        return try run(project)
      }
      return max(.usage, refuse(project.configuration))
    case .unreadable(let failure):
      console.error(failure)
      return .failure
    }
  }

  /// Says what is wrong with a configuration: whoever wrote it wants something else than a run without it.
  private func refuse(_ configuration: Configuration) -> ExitStatus {
    let report = LintReport(files: [], diagnostics: configuration.diagnostics, root: root)
    let status = show(report, invocation.rules(), failOn: .never)
    _ = console.output.flush()
    console.remark("\(configuration.source.path) has mistakes, so nothing was checked")
    return status
  }

  private func run(_ project: Project?) throws -> ExitStatus {
    let linters = try Linters(options, project, invocation)
    let reader = DocumentReader(
      files: invocation.files, limits: invocation.limits, standardInputName: options.stdinPath ?? "<stdin>")
    let paths = options.paths.isEmpty ? project?.paths ?? [] : options.paths
    let inputs = Inputs(
      paths, mayBeUnrelated: options.input.skipUnrelated, in: invocation.files,
      excluding: project.map { $0.excludes(_:isFolder:) })
    let progress = Progress(on: console.errors, totalCount: inputs.all.count, delay: invocation.progressDelay)
    let discovery = options.fix ? Discovery(limits: invocation.limits) : nil
    var outcomes = inputs.all.concurrentMap(progress) {
      LintOutcome(reader.read($0), options.showFiles ? nil : linters, fixing: discovery)
    }
    var fixRun = FixRun(invocation, console)
    if options.diff {
      fixRun.show(outcomes)
    } else if options.fix {
      outcomes = fixRun.write(outcomes)
    }
    let report = LintReport(outcomes, project?.configuration.diagnostics ?? [], root: root)
    let failOn = options.failOn ?? project?.configuration.failOn ?? .error
    var status = fixRun.status
    if options.showFiles {
      console.show(report.fileList)
    } else if !options.diff {
      status = max(status, show(report, linters.rules, failOn: failOn))
    }
    // Whoever looks at both streams should see them in this order.
    _ = console.output.flush()
    let problems = inputs.failures.map(InputProblem.unreadable) + outcomes.compactMap(\.problem)
    console.tell(problems)
    let problemStatus = problems.map(\.status).max() ?? .clean
    if report.files.isEmpty, problemStatus == .clean {
      console.warning("there is no workflow in \(places(paths))")
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
