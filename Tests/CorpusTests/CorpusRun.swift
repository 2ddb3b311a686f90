import SourceText
import Syntax
import TestSupport

/// One run of the release build over collected definitions: what it found in which file.
struct CorpusRun {
  struct Finding: CustomStringConvertible {
    let rule: String
    let severity: String
    let message: String
    let help: String
    let offsets: Range<Int>

    var description: String { "\(rule): \(message)" }
  }

  private let findings: [String: [Finding]]

  init(_ units: [CorpusUnit]) throws {
    // The list of files is longer than a command line may be on some systems.
    let list = units.map { "'\($0.path)'" }.joined(separator: "\n")
    let output = try BuiltProgram.run(
      """
      cat > files <<'END'
      \(list)
      END
      xargs "$stateline" lint --no-config --format jsonl < files 2>/dev/null
      """)
    var findings: [String: [Finding]] = [:]
    for line in output.split(separator: "\n") {
      let tree = SyntaxTree.read(SourceFile(path: "report", text: String(line)), as: .json)
      let report = Report(tree)
      findings[report.text("file"), default: []].append(report.finding)
    }
    self.findings = findings
  }

  subscript(unit: CorpusUnit) -> [Finding] { findings[unit.path] ?? [] }

  var count: Int { findings.values.reduce(0) { $0 + $1.count } }

  /// A line of the report.
  private struct Report {
    let tree: SyntaxTree

    init(_ tree: SyntaxTree) {
      self.tree = tree
    }

    func text(_ name: StaticString) -> String { tree.value(tree.roots[0], name).map(tree.text) ?? "" }

    private func offset(_ end: StaticString) -> Int {
      let position = tree.value(tree.roots[0], "range").flatMap { tree.value($0, end) }
      return position.flatMap { tree.value($0, "offset") }.flatMap(tree.integer) ?? -1
    }

    var finding: Finding {
      Finding(
        rule: text("rule"), severity: text("severity"), message: text("message"), help: text("help"),
        offsets: offset("start")..<offset("end"))
    }
  }
}
