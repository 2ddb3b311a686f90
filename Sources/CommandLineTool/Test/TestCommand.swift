import ArgumentParser
import Configuration
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

  @Argument(
    help: ArgumentHelp("The configuration; the nearest stateline.yaml if not given.", valueName: "config"))
  var config: String?

  @OptionGroup var common: CommonOptions

  var color: ColorChoice { common.color }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitStatus {
    if config == "" { throw UsageError("the path is empty") }
    let project: Project?
    do throws(ReadFailure) {
      project = try Project(config, invocation)
    } catch {
      console.error(error)
      return .failure
    }
    guard let configuration = project?.configuration else {
      throw UsageError(
        "there is no stateline.yaml here or in a folder around; name one: stateline test CONFIG")
    }
    let problems = configuration.diagnostics.filter { $0.severity == .error }
    guard problems.isEmpty else {
      console.show(
        LintReport(files: [], diagnostics: problems).text(console.outputPalette, width: console.width))
      _ = console.output.flush()
      console.remark("\(configuration.source.path) has mistakes, so nothing was tested")
      return .usage
    }
    return test(configuration.source, invocation, console)
  }

  private func test(_ source: SourceFile, _ invocation: Invocation, _ console: Console) -> ExitStatus {
    let names = RuleNames(invocation.rules(), topics: invocation.topics())
    let notation: Notation = source.path.hasSuffix(".json") ? .json : .yaml
    let tree = SyntaxTree.read(source, as: notation, limits: invocation.limits)
    let declared = DeclaredRule.all(in: tree) { names.meaning(of: $0) != nil }
    guard !declared.isEmpty else {
      console.warning("\(source.path) declares no rules")
      return .clean
    }
    let reports = declared.compactMap { declared in
      declared.rule.map { ExampleReport($0, declared.examples, limits: invocation.limits) }
    }
    let width = reports.map(\.rule.id.count).max() ?? 0
    let lines = LineIndex(source)
    for report in reports {
      console.show(report.text(console.outputPalette, width: width, lines: lines, in: tree))
    }
    _ = console.output.flush()
    let failures = reports.reduce(0) { $0 + $1.failureCount }
    let examples = reports.reduce(0) { $0 + $1.runs.count }
    let outcome = failures == 0 ? "all passed" : "\(failures) failed"
    console.remark(
      "\(source.path): \(counted(reports.count, "rule")), \(counted(examples, "example")): \(outcome)")
    return failures == 0 ? .clean : .findings
  }
}
