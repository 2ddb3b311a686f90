import Syntax
import Workflows

/// The checks of all rules, sorted by what they subscribe to.
///
/// Rows are taken in blocks that stay in the cache, and each check runs over a whole block in one go: that costs a
/// third of asking every check about one row after the other.
struct Plan: Sendable {
  private struct Entry<Row>: Sendable {
    let rule: Int
    /// A bit for each raw value of the type or kind that the check wants; all of them if rows have none.
    let kinds: UInt32
    let check: Check.Action<Row>

    init(_ rule: Int, _ check: @escaping Check.Action<Row>, kinds: [UInt8]? = nil) {
      self.rule = rule
      self.check = check
      self.kinds = kinds?.reduce(0) { $0 | 1 << UInt32($1) } ?? ~0
    }
  }

  private var syntaxDefects: [SyntaxDefect.Kind: [(rule: Int, check: Check.TextAction)]] = [:]
  private var suppressionDefects: [SuppressionDefect.Kind: [(rule: Int, check: Check.SuppressionAction)]] =
    [:]
  private var modelDefects: [ModelDefect.Kind: [Entry<ModelDefect>]] = [:]
  private var workflows: [(rule: Int, check: @Sendable (Subject, inout Report) -> Void)] = []
  private var scopes: [Entry<Scope>] = []
  private var transitions: [Entry<Transition>] = []
  private var states: [Entry<State>] = []
  private struct ObjectEntry: Sendable {
    let rule: Int
    let trigger: ObjectFilter.Trigger
    let check: Check.Action<ObjectRow>
  }

  /// By the slot of an object's kind and language: the checks that may want it.
  private var objects = [[ObjectEntry]](repeating: [], count: ObjectFilter.slotCount)
  private var expressions: [Entry<ExpressionSite>] = []
  private var errorNames: [Entry<ErrorNameRow>] = []
  private var templates: [(rule: Int, check: @Sendable (TemplateRow, inout Report) -> Void)] = []
  /// Those about SageMaker pipelines.
  private(set) var pipelines = PipelinePlan()

  init(_ rules: [Rule]) {
    for (index, rule) in rules.enumerated() {
      for check in rule.checks { add(check, of: index) }
    }
  }

  private mutating func add(_ check: Check, of rule: Int) {
    switch check {
    case .syntaxDefect(let kinds, let check):
      for kind in kinds { syntaxDefects[kind, default: []].append((rule, check)) }
    case .modelDefect(let kinds, let check):
      for kind in kinds { modelDefects[kind, default: []].append(Entry(rule, check)) }
    case .workflow(let check): workflows.append((rule, check))
    case .scope(let check): scopes.append(Entry(rule, check))
    case .transition(let check): transitions.append(Entry(rule, check))
    case .state(let types, let check): states.append(Entry(rule, check, kinds: types.map(\.rawValue)))
    case .object(let filter, let check):
      for (slot, trigger) in filter.triggers.enumerated() {
        guard let trigger else { continue }
        objects[slot].append(ObjectEntry(rule: rule, trigger: trigger, check: check))
      }
    case .expression(let kinds, let check):
      expressions.append(Entry(rule, check, kinds: kinds.map(\.rawValue)))
    case .errorName(let kinds, let check):
      errorNames.append(Entry(rule, check, kinds: kinds.map(\.rawValue)))
    case .template(let check): templates.append((rule, check))
    case .suppressionDefect(let kinds, let check):
      for kind in kinds { suppressionDefects[kind, default: []].append((rule, check)) }
    case .pipeline(let check): pipelines.add(check, of: rule)
    }
  }

  /// Runs the checks of the text of a file.
  func checkText(
    _ tree: SyntaxTree, except kinds: Set<SyntaxDefect.Kind> = [], _ report: inout Report
  ) {
    for defect in tree.defects where !kinds.contains(defect.kind) {
      for (rule, check) in syntaxDefects[defect.kind] ?? [] {
        report.begin(rule: rule)
        check(defect, tree, &report)
      }
    }
  }

  /// Runs the checks of one workflow that a template declares.
  func check(_ row: TemplateRow, _ report: inout Report) {
    for (rule, check) in templates {
      report.begin(rule: rule)
      check(row, &report)
    }
  }

  /// Runs the checks of suppressions.
  func check(_ defects: [SuppressionDefect], _ report: inout Report) {
    for defect in defects {
      for (rule, check) in suppressionDefects[defect.kind] ?? [] {
        report.begin(rule: rule)
        check(defect, &report)
      }
    }
  }

  /// Runs the checks of one definition.
  func check(_ subject: Subject, _ report: inout Report) {
    let machine = subject.machine
    for defect in machine.defects {
      for entry in modelDefects[defect.kind] ?? [] {
        report.begin(rule: entry.rule)
        entry.check(defect, subject, &report)
      }
    }
    for (rule, check) in workflows {
      report.begin(rule: rule)
      check(subject, &report)
    }
    run(scopes, machine.scopes, subject, &report) { _ in ~0 }
    run(transitions, machine.transitions, subject, &report) { _ in ~0 }
    run(states, machine.states, subject, &report) { 1 << UInt32($0.type.rawValue) }
    runObjects(subject, &report)
    if !errorNames.isEmpty {
      run(errorNames, subject.errorNames, subject, &report) { 1 << UInt32($0.kind.rawValue) }
    }
    if !expressions.isEmpty {
      run(expressions, subject.expressionSites, subject, &report) { 1 << UInt32($0.kind.rawValue) }
    }
  }

  private func runObjects(_ subject: Subject, _ report: inout Report) {
    // Object by object: of the few checks that may want one hardly any does.
    for row in subject.machine.objects {
      let entries = objects[ObjectFilter.slot(of: row.kind, row.language)]
      for index in entries.indices where entries[index].trigger.wants(row) {
        report.begin(rule: entries[index].rule)
        entries[index].check(row, subject, &report)
      }
    }
  }

  /// - Parameter bit: The bit of a row's type or kind.
  @inline(__always)
  private func run<Row>(
    _ entries: [Entry<Row>], _ rows: [Row], _ subject: Subject, _ report: inout Report, bit: (Row) -> UInt32
  ) {
    var start = 0
    while start < rows.count {
      let end = min(start + Self.blockSize, rows.count)
      for entry in entries {
        report.begin(rule: entry.rule)
        let check = entry.check
        for index in start..<end where entry.kinds & bit(rows[index]) != 0 {
          check(rows[index], subject, &report)
        }
      }
      start = end
    }
  }

  /// Rows of 64 to 160 bytes: some ten kilobytes.
  private static let blockSize = 128
}
