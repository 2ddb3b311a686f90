public import Diagnostics
public import Discovery
import Flow
public import SourceText
public import Syntax
import Workflows

/// Runs rules over documents. A linter is made once and used by all threads.
public struct Linter: Sendable {
  public let rules: [Rule]
  private let machineType: MachineType
  private let limits: Limits
  private let plan: Plan

  /// - Parameters:
  ///   - rules: Their order does not matter: findings are ordered by place.
  ///   - machineType: The type of definitions that do not say it themselves.
  public init(rules: [Rule], machineType: MachineType = .standard, limits: Limits = Limits()) {
    self.rules = rules
    self.machineType = machineType
    self.limits = limits
    plan = Plan(rules)
  }

  /// What was found in one document.
  public struct Outcome: Sendable {
    /// In the order of ``Diagnostic/precedes(_:_:)``.
    public let diagnostics: [Diagnostic]
    /// How many findings a limit kept from being listed.
    public let droppedCount: Int
  }

  /// Finds what is wrong with a document. O(nodes × rules), and the same for every run.
  public func lint(_ document: Document) -> Outcome {
    var diagnostics: [Diagnostic] = []
    var dropped = 0
    var report = newReport(document)
    plan.checkText(document.tree, &report)
    diagnostics += dress(report, document.source, nil)
    dropped += report.droppedCount
    for definition in document.definitions {
      var report = Report(definition.workflow.tree, ruleCount: rules.count, limits: limits)
      if definition.embedding != nil { plan.checkText(definition.workflow.tree, &report) }
      switch definition.workflow {
      case .stateMachine(let machine):
        let type = definition.machineType ?? machineType
        plan.check(Subject(definition, machine, machineType: type), &report)
      case .pipeline(let pipeline): plan.pipelines.check(PipelineSubject(definition, pipeline), &report)
      }
      diagnostics += dress(report, document.source, definition)
      dropped += report.droppedCount
    }
    diagnostics.sort(by: Diagnostic.precedes)
    countOccurrences(in: &diagnostics)
    return Outcome(diagnostics: diagnostics, droppedCount: dropped)
  }

  /// Finds what is wrong with the text of a file that holds no workflow, but for some kinds of defects.
  public func lintText(_ tree: SyntaxTree, except kinds: Set<SyntaxDefect.Kind> = []) -> [Diagnostic] {
    var report = Report(tree, ruleCount: rules.count, limits: limits)
    plan.checkText(tree, except: kinds, &report)
    return dress(report, tree.source, nil).sorted(by: Diagnostic.precedes)
  }

  private func countOccurrences(in diagnostics: inout [Diagnostic]) {
    var counts: [[String]: Int] = [:]
    for index in diagnostics.indices {
      let diagnostic = diagnostics[index]
      let likeness = [diagnostic.rule, diagnostic.pointer ?? "", diagnostic.message]
      diagnostics[index].occurrence = counts[likeness, default: 0]
      counts[likeness, default: 0] += 1
    }
  }

  private func newReport(_ document: Document) -> Report {
    Report(document.tree, ruleCount: rules.count, limits: limits)
  }

  private func dress(_ report: Report, _ source: SourceFile, _ definition: Definition?) -> [Diagnostic] {
    let embedding = definition?.embedding
    return report.findings.map { finding in
      let rule = rules[finding.rule]
      let place = definition.map { Place(finding.range, finding.node, $0) }
      let related =
        embedding.map { embedding in
          finding.related.map { RelatedPlace($0.message, at: embedding.range($0.range)) }
        } ?? finding.related
      return Diagnostic(
        rule: rule.id, category: rule.category, certainty: finding.certainty, severity: rule.chosenSeverity,
        message: finding.message, help: finding.help, source: source,
        range: embedding?.range(finding.range) ?? finding.range,
        related: related,
        // A string may spell what goes in otherwise.
        fix: embedding == nil ? finding.fix : nil, workflow: definition?.name, state: place?.state,
        pointer: place?.pointer,
        predicts: rule.predicts)
    }
  }
}

/// Where in a definition a finding is, in the definition's own terms.
private struct Place {
  let state: String?
  let pointer: String?

  init(_ range: ByteRange, _ node: NodeID?, _ definition: Definition) {
    let workflow = definition.workflow
    let tree = workflow.tree
    // Inner scopes and lists come behind outer ones, so the last one around the range is the innermost.
    switch workflow {
    case .stateMachine(let machine):
      let state = machine.states.last { state in
        tree.range(state.name).union(tree.range(state.node)).contains(range)
      }
      self.state = state.map { tree.text($0.name) }
    case .pipeline(let pipeline):
      let step = pipeline.steps.last { tree.range($0.node).contains(range) }
      self.state = step.flatMap { pipeline.name($0.id) }
    }
    pointer = node.map { tree.pointer(to: $0, from: workflow.root) }
  }
}
