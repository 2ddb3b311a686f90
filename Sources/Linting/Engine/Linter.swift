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
    var report = newReport(document)
    plan.checkText(document.tree, &report)
    run.add(report, nil)
    for (index, definition) in document.definitions.enumerated() {
      var report = Report(definition.workflow.tree, ruleCount: rules.count, limits: limits)
      if definition.embedding != nil { plan.checkText(definition.workflow.tree, &report) }
      switch definition.workflow {
      case .stateMachine(let machine):
        let type = definition.machineType ?? machineType
        plan.check(Subject(definition, machine, machineType: type), &report)
      case .pipeline(let pipeline): plan.pipelines.check(PipelineSubject(definition, pipeline), &report)
      }
      run.add(report, index)
    }
    let defects = run.suppressionDefects(names)
    if !defects.isEmpty {
      var report = newReport(document)
      plan.check(defects, &report)
      run.add(report, nil)
    }
    return run.finish(suppress)
  }

  /// Turns what there is to say about suppressions outside of workflow files into findings.
  public func lint(_ defects: [SuppressionDefect], in tree: SyntaxTree) -> [Diagnostic] {
    var report = Report(tree, ruleCount: rules.count, limits: limits)
    plan.check(defects, &report)
    return report.diagnostics(of: rules, in: tree.source).sorted(by: Diagnostic.precedes)
  }

  /// Finds what is wrong with the text of a file that holds no workflow, but for some kinds of defects.
  public func lintText(_ tree: SyntaxTree, except kinds: Set<SyntaxDefect.Kind> = []) -> [Diagnostic] {
    var report = Report(tree, ruleCount: rules.count, limits: limits)
    plan.checkText(tree, except: kinds, &report)
    return report.diagnostics(of: rules, in: tree.source).sorted(by: Diagnostic.precedes)
  }

  private func newReport(_ document: Document) -> Report {
    Report(document.tree, ruleCount: rules.count, limits: limits)
  }
}
