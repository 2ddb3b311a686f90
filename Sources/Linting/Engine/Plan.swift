import Syntax
import Workflows

/// The checks of all rules, sorted by what they subscribe to, so that the loops over rows ask nobody.
struct Plan: Sendable {
  private struct Entry<Row>: Sendable {
    let rule: Int
    let check: Check.Action<Row>
  }

  private var syntaxDefects: [SyntaxDefect.Kind: [(rule: Int, check: Check.TextAction)]] = [:]
  private var modelDefects: [ModelDefect.Kind: [Entry<ModelDefect>]] = [:]
  private var workflows: [(rule: Int, check: @Sendable (Subject, inout Report) -> Void)] = []
  private var scopes: [Entry<Scope>] = []
  private var transitions: [Entry<Transition>] = []
  /// By the raw value of the type or kind.
  private var states = [[Entry<State>]](repeating: [], count: StateType.allCases.count)
  private var objects = [[Entry<ObjectRow>]](repeating: [], count: ObjectKind.allCases.count)

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
      for kind in kinds { modelDefects[kind, default: []].append(Entry(rule: rule, check: check)) }
    case .workflow(let check): workflows.append((rule, check))
    case .scope(let check): scopes.append(Entry(rule: rule, check: check))
    case .transition(let check): transitions.append(Entry(rule: rule, check: check))
    case .state(let types, let check):
      for type in types { states[Int(type.rawValue)].append(Entry(rule: rule, check: check)) }
    case .object(let kinds, let check):
      for kind in kinds { objects[Int(kind.rawValue)].append(Entry(rule: rule, check: check)) }
    }
  }

  /// Runs the checks of the text of a file.
  func checkText(_ tree: SyntaxTree, _ report: inout Report) {
    for defect in tree.defects {
      for (rule, check) in syntaxDefects[defect.kind] ?? [] {
        report.begin(rule: rule)
        check(defect, tree, &report)
      }
    }
  }

  /// Runs the checks of one definition.
  func check(_ subject: Subject, _ report: inout Report) {
    let machine = subject.machine
    for defect in machine.defects { run(modelDefects[defect.kind] ?? [], defect, subject, &report) }
    for (rule, check) in workflows {
      report.begin(rule: rule)
      check(subject, &report)
    }
    for scope in machine.scopes { run(scopes, scope, subject, &report) }
    for state in machine.states { run(states[Int(state.type.rawValue)], state, subject, &report) }
    for transition in machine.transitions { run(transitions, transition, subject, &report) }
    for object in machine.objects { run(objects[Int(object.kind.rawValue)], object, subject, &report) }
  }

  private func run<Row>(_ entries: [Entry<Row>], _ row: Row, _ subject: Subject, _ report: inout Report) {
    for entry in entries {
      report.begin(rule: entry.rule)
      entry.check(row, subject, &report)
    }
  }
}
