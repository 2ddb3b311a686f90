import Expressions
public import Flow
import Syntax
import Workflows

/// Where the workflow variables of a definition are read without a value.
public struct Variables {
  /// Unknown if nothing is read.
  public let flow: VariableFlow
  /// The reads of variables that have no value, or may have none, and are not asked whether they have one.
  public let doubtfulReads: [DoubtfulRead]

  /// A read of a variable that may have no value.
  public struct DoubtfulRead: Sendable {
    public let read: VariableRead
    /// Not ``VariableFlow/Presence/certain``.
    public let presence: VariableFlow.Presence
    /// Whether the expression surely has no value if the variable has none: in JSONPath each has not.
    public let isIndispensable: Bool
    /// The index of the variable among those that are assigned.
    public let variable: Int?
  }

  init(_ subject: Subject) {
    let assignments = subject.assignments
    let reads = subject.reads.variables
    // What a state assigns depends on its language.
    guard !reads.isEmpty, subject.areLanguagesSound else {
      flow = .unknown
      doubtfulReads = []
      return
    }
    var needs = VariableNeeds(subject)
    let tests = subject.variableTests(among: reads, &needs)
    flow = VariableFlow(
      subject.flow, assignments,
      tests: tests.compactMap { test in assignments.index(of: test.name).map { (test.state, $0) } })
    let tested = Set(tests)
    let testedNames = Set(tests.lazy.map(\.name))
    let assignedByDead = subject.variablesAssignedByDeadStates()
    var doubtful: [DoubtfulRead] = []
    for read in reads where !tested.contains(VariableTest(state: read.state, name: read.name)) {
      let variable = assignments.index(of: read.name)
      let presence = flow.presence(of: variable, in: read.state)
      // What nobody assigns but somebody tests may come from outside, such as a test of the state.
      guard presence != .certain, variable != nil || !testedNames.contains(read.name) else { continue }
      // That the state is never reached is the one fault.
      if presence == .absent, let variable, assignedByDead.contains(variable) { continue }
      let need = needs.need(of: read)
      guard need != .tested else { continue }
      doubtful.append(
        DoubtfulRead(
          read: read, presence: presence, isIndispensable: need == .indispensable, variable: variable))
    }
    doubtfulReads = doubtful
  }
}

/// A Choice state asks whether a variable has a value.
private struct VariableTest: Hashable {
  let state: StateID
  let name: String
}

/// How much expressions depend on the variables that they read; asked for one expression after the other.
private struct VariableNeeds {
  private let subject: Subject
  private var last: (value: NodeID, needs: [String: JSONataNeed])?

  init(_ subject: Subject) {
    self.subject = subject
  }

  /// A path in JSONPath without a value is an error.
  mutating func need(of read: VariableRead) -> JSONataNeed {
    guard read.site.kind == .jsonata else { return .indispensable }
    if let last, last.value == read.site.value { return last.needs[read.name] ?? .optional }
    guard case .expression(let parsed) = subject.jsonata(read.site) else { return .optional }
    let needs = parsed.expression.needs(parsed.uses)
    last = (read.site.value, needs)
    return needs[read.name] ?? .optional
  }
}

extension Subject {
  fileprivate func variablesAssignedByDeadStates() -> Set<Int> {
    var variables: Set<Int> = []
    for clause in assignments.clauses where !flow.live.contains(clause.state) {
      for row in assignments.rows[clause.rows] { variables.insert(row.variable) }
    }
    return variables
  }

  /// What the rules of Choice states test, in order of the states' sites.
  fileprivate func variableTests(
    among reads: [VariableRead], _ needs: inout VariableNeeds
  ) -> [VariableTest] {
    var presenceTests: Set<NodeID>?
    var tests: [VariableTest] = []
    for read in reads where read.site.object == .choiceRule || read.site.object == .nestedRule {
      let isTest: Bool
      switch read.site.field {
      case .condition: isTest = needs.need(of: read) == .tested
      case .variable:
        let nodes = presenceTests ?? variablesOfPresenceTests()
        presenceTests = nodes
        isTest = nodes.contains(read.site.value)
      default: isTest = false
      }
      if isTest { tests.append(VariableTest(state: read.state, name: read.name)) }
    }
    return tests
  }

  /// The values of `Variable` beside an `IsPresent`.
  private func variablesOfPresenceTests() -> Set<NodeID> {
    Set(
      machine.choiceRules.lazy.filter { $0.fields.present.contains(.isPresent) }
        .compactMap { self.machine.value(.variable, of: $0) })
  }
}
