import ArgumentParser
import DeclaredRules
import Diagnostics
import Linting
import Reports
import Repository
import SourceText
import Syntax

/// `stateline test [CONFIG]`.
struct TestCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the examples of the rules that a configuration declares.",
    discussion: """
      A bad example has to yield exactly what it marks with «…», a good one nothing.

      The exit status is 0 if all examples show what they should, 1 if one does not, 2 if the configuration \
      has mistakes, and 3 if it could not be read.
      """)

  @Argument(help: ArgumentHelp("The configuration; stateline.yaml if not given.", valueName: "config"))
  var config: String?

  @OptionGroup var common: CommonOptions

  var color: ColorChoice { common.color }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitStatus {
    if config == "" { throw UsageError("the path is empty") }
    let source: SourceFile
    do throws(ReadFailure) {
      source = try invocation.files.source(at: Path(config ?? "stateline.yaml"), limits: invocation.limits)
    } catch {
      console.error(error)
      return .failure
    }
    let tree = SyntaxTree.read(
      source, as: source.path.hasSuffix(".json") ? .json : .yaml, limits: invocation.limits)
    let taken = Set(invocation.rules().flatMap { [$0.id] + $0.aliases })
    return run(DeclaredRule.all(in: tree, besides: taken.contains), tree, console)
  }

  private func run(_ declared: [DeclaredRule], _ tree: SyntaxTree, _ console: Console) -> ExitStatus {
    let path = tree.source.path
    let problems = declared.flatMap(\.problems)
    guard problems.isEmpty else {
      console.show(
        LintReport(files: [], diagnostics: problems).text(console.outputPalette, width: console.width))
      _ = console.output.flush()
      console.remark("\(path) has mistakes, so nothing was tested")
      return .usage
    }
    guard !declared.isEmpty else {
      console.warning("\(path) declares no rules")
      return .clean
    }
    let reports = declared.compactMap { declared in declared.rule.map { ExampleReport($0, declared.examples) }
    }
    let width = reports.map(\.rule.id.count).max() ?? 0
    let lines = LineIndex(tree.source)
    for report in reports {
      console.show(report.text(console.outputPalette, width: width, lines: lines, in: tree))
    }
    _ = console.output.flush()
    let failures = reports.reduce(0) { $0 + $1.failureCount }
    let examples = reports.reduce(0) { $0 + $1.runs.count }
    let outcome = failures == 0 ? "all passed" : "\(failures) failed"
    console.remark("\(path): \(counted(reports.count, "rule")), \(counted(examples, "example")): \(outcome)")
    return failures == 0 ? .clean : .findings
  }
}
