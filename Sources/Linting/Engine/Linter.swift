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

  /// All rules there are, those that are not checked included; nil if they are not known.
  private let names: (@Sendable () -> RuleNames)?
  private let suppress: (@Sendable (Diagnostic) -> Suppression?)?

  /// - Parameters:
  ///   - rules: Their order does not matter: findings are ordered by place.
  ///   - machineType: The type of definitions that do not say it themselves.
  ///   - names: All rules there are. Without them no suppression can be said to name a rule that is none.
  ///   - suppress: What suppresses a finding besides the file that it is in.
  public init(
    rules: [Rule], machineType: MachineType = .standard, limits: Limits = Limits(),
    names: (@Sendable () -> RuleNames)? = nil,
    suppressing suppress: (@Sendable (Diagnostic) -> Suppression?)? = nil
  ) {
    self.rules = rules
    self.machineType = machineType
    self.limits = limits
    self.names = names
    self.suppress = suppress
    plan = Plan(rules)
  }

  /// What was found in one document.
  public struct Outcome: Sendable {
    /// In the order of ``Diagnostic/precedes(_:_:)``.
    public let diagnostics: [Diagnostic]
    /// What somebody chose not to see, in the same order.
    public let suppressed: [SuppressedDiagnostic]
    /// How many findings a limit kept from being listed.
    public let droppedCount: Int
  }

  /// Finds what is wrong with a document. O(nodes × rules), and the same for every run.
  public func lint(_ document: Document) -> Outcome {
    var run = LintedDocument(document, rules)
    if document.isRelevant {
      var report = newReport(document.tree)
      plan.checkText(document.tree, &report)
      run.add(report, nil)
    }
    for index in document.definitions.indices { lint(document.definitions[index], at: index, &run) }
    for row in document.templateRows {
      var report = newReport(document.tree)
      plan.check(row, &report)
      run.add(report, nil, workflow: row.use.name)
    }
    // Of a template that was only looked up most is not checked.
    let defects = document.isRelevant ? run.suppressionDefects(names) : []
    if !defects.isEmpty {
      var report = newReport(document.tree)
      plan.check(defects, &report)
      run.add(report, nil)
    }
    return run.finish(suppress)
  }

  private func lint(_ definition: Definition, at index: Int, _ run: inout LintedDocument) {
    var report = newReport(definition.workflow.tree)
    if definition.embedding != nil { plan.checkText(definition.workflow.tree, &report) }
    switch definition.workflow {
    case .stateMachine(let machine):
      let types = types(of: definition)
      plan.check(Subject(definition, machine, machineType: types[0]), &report)
      run.add(report, index)
      guard types.count > 1 else { return }
      var other = newReport(definition.workflow.tree)
      plan.check(Subject(definition, machine, machineType: types[1]), &other)
      let known = Set(report.findings.map(\.likeness))
      other.keep { !known.contains($0.likeness) }
      run.add(other, index)
    case .pipeline(let pipeline):
      plan.pipelines.check(PipelineSubject(definition, pipeline), &report)
      run.add(report, index)
    }
  }

  /// The types that a state machine is deployed as, each once: one or two.
  private func types(of definition: Definition) -> [MachineType] {
    guard !definition.uses.isEmpty else { return [definition.machineType ?? machineType] }
    let types = Set(definition.uses.map { $0.machineType ?? machineType })
    return MachineType.allCases.filter(types.contains)
  }

  /// Turns what there is to say about suppressions outside of workflow files into findings.
  public func lint(_ defects: [SuppressionDefect], in tree: SyntaxTree) -> [Diagnostic] {
    var report = newReport(tree)
    plan.check(defects, &report)
    return report.diagnostics(of: rules, in: tree.source).sorted(by: Diagnostic.precedes)
  }

  /// Finds what is wrong with the text of a file that holds no workflow, but for some kinds of defects.
  public func lintText(_ tree: SyntaxTree, except kinds: Set<SyntaxDefect.Kind> = []) -> [Diagnostic] {
    var report = newReport(tree)
    plan.checkText(tree, except: kinds, &report)
    return report.diagnostics(of: rules, in: tree.source).sorted(by: Diagnostic.precedes)
  }

  private func newReport(_ tree: SyntaxTree) -> Report {
    Report(tree, ruleCount: rules.count, limits: limits)
  }
}
