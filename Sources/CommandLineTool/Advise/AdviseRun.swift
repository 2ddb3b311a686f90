import Discovery
import Portability
import Reports
import SourceText
import Syntax
import Workflows

/// One run of `stateline advise`, from paths to the exit status.
///
/// A definition that cannot be read as a whole is judged as far as it goes; `lint` says what is wrong with it.
struct AdviseRun {
  private let options: AdviseCommand
  private let invocation: Invocation
  private let console: Console

  init(_ options: AdviseCommand, _ invocation: Invocation, _ console: Console) throws {
    self.options = options
    self.invocation = invocation
    self.console = console
    if options.paths.contains("") { throw UsageError("a path is empty") }
    if options.stdinPath != nil, !options.paths.contains("-") {
      throw UsageError(
        "--stdin-path names standard input, but standard input is not read; add - to the paths")
    }
  }

  func run() throws -> ExitStatus {
    let found = WorkflowFiles(
      options.paths, stdinPath: options.stdinPath, mayBeUnrelated: false,
      followsOutside: options.links.allowOutside, invocation,
      console)
    let files = found.files.filter { $0.role != .template }
    let progress = Progress(
      on: console.errors, totalCount: files.count, done: "looked at", delay: invocation.progressDelay)
    var entries: [PortabilityReport.Entry] = []
    var status = ExitStatus.clean
    for advice in files.concurrentMap(progress, { Advice($0.document) }) {
      switch advice {
      case .unparsable(let path):
        console.error("\(path) cannot be read; \"stateline lint\" says why")
        status = .findings
      case .entries(let found): entries += found
      }
    }
    console.tell(found.problems)
    status = max(status, found.problems.map(\.status).max() ?? .clean)
    if entries.isEmpty, status == .clean { console.warning("there is no workflow to advise on") }
    let report = PortabilityReport(entries)
    console.show(options.format.render(report, console.outputPalette, width: console.width))
    return status
  }
}

/// What came of one file.
private enum Advice: Sendable {
  case unparsable(path: String)
  case entries([PortabilityReport.Entry])

  init(_ document: Document) {
    if document.definitions.isEmpty, !document.links.contains(where: \.isReached) {
      self = .unparsable(path: document.source.path)
      return
    }
    self = .entries(
      document.definitions.map { definition in
        let portability = Portability(
          of: definition.workflow, isExpress: definition.machineType == .express)
        let tree = definition.workflow.tree
        return PortabilityReport.Entry(
          name: definition.name, source: document.source, portability: portability,
          places: portability.parts.map { part in
            let range = tree.range(part.node)
            return definition.embedding?.range(range) ?? range
          })
      })
  }
}
