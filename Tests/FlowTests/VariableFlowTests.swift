import Flow
import TestSupport
import Testing
import Workflows

@Suite struct VariableFlowTests {
  private func presences(_ text: String, of name: String) -> [String] {
    let graph = FlowGraphTests.graph(text)
    let assignments = graph.machine.variableAssignments()
    let flow = VariableFlow(graph, assignments, tests: [])
    return graph.machine.states.map { state in
      "\(graph.machine.name(state.id)) \(flow.presence(of: assignments.index(of: name), in: state.id))"
    }
  }

  @Test func followsEachAssignOnItsOwnWay() {
    let text = """
      { "StartAt": "Work", "States": {
        "Work": { "Type": "Task", "Assign": { "x": 1 }, "Next": "Choose",
          "Catch": [ { "ErrorEquals": [ "A" ], "Assign": { "y.$": "$.Cause" }, "Next": "Failed" } ] },
        "Choose": { "Type": "Choice", "Assign": { "z": 1 }, "Default": "None",
          "Choices": [ { "Next": "One", "Assign": { "y": 1 } } ] },
        "None": { "Type": "Pass", "Next": "End" },
        "One": { "Type": "Pass", "Next": "End" },
        "Failed": { "Type": "Pass", "Next": "End" },
        "End": { "Type": "Succeed" },
        "Alone": { "Type": "Succeed" } } }
      """
    #expect(
      presences(text, of: "x") == [
        "Work absent", "Choose certain", "None certain", "One certain", "Failed absent", "End possible",
        "Alone certain",
      ])
    #expect(
      presences(text, of: "y") == [
        "Work absent", "Choose absent", "None absent", "One certain", "Failed certain", "End possible",
        "Alone certain",
      ])
    #expect(
      presences(text, of: "z") == [
        "Work absent", "Choose absent", "None certain", "One absent", "Failed absent", "End possible",
        "Alone certain",
      ])
  }

  @Test func looksIntoScopesAndNotOut() {
    let text = """
      { "StartAt": "A", "States": {
        "A": { "Type": "Pass", "Assign": { "x": 1 }, "Next": "P" },
        "P": { "Type": "Parallel", "Next": "M", "Assign": { "p": 1 }, "Branches": [
          { "StartAt": "B", "States": {
            "B": { "Type": "Pass", "Assign": { "y": 1 }, "Next": "C" }, "C": { "Type": "Succeed" } } },
          { "StartAt": "D", "States": { "D": { "Type": "Succeed" } } } ] },
        "M": { "Type": "Map", "Next": "N", "ItemProcessor": {
          "ProcessorConfig": { "Mode": "DISTRIBUTED" }, "StartAt": "E", "States": { "E": { "Type": "Succeed" } } } },
        "N": { "Type": "Map", "End": true, "ItemProcessor": {
          "ProcessorConfig": { "Mode": "${Mode}" }, "StartAt": "F", "States": { "F": { "Type": "Succeed" } } } } } }
      """
    #expect(
      presences(text, of: "x") == [
        "A absent", "P certain", "M certain", "N certain", "B certain", "C certain", "D certain", "E absent",
        "F certain",
      ])
    #expect(
      presences(text, of: "y") == [
        "A absent", "P absent", "M absent", "N absent", "B absent", "C certain", "D absent", "E absent",
        "F certain",
      ])
    #expect(
      presences(text, of: "p").filter { !$0.hasSuffix("absent") } == ["M certain", "N certain", "F certain"])
  }

  @Test(arguments: [
    #""Next": "${Next}""#, #""Next": "Nowhere""#, #""nxet": "B""#, #""Catch": "${Catch}", "Next": "B""#,
    #""Catch": [ { "ErrorEquals": [ "A" ] } ], "Next": "B""#,
  ])
  func knowsNothingWhereATransitionIsUnknown(_ fields: String) {
    let text = """
      { "StartAt": "A", "States": {
        "A": { "Type": "Task", \(fields) }, "B": { "Type": "Pass", "Next": "C", "Assign": { "x": 1 } },
        "C": { "Type": "Succeed" } } }
      """
    #expect(presences(text, of: "x") == ["A certain", "B certain", "C certain"])
  }

  @Test(arguments: [#""${Name}": 1"#, #""a-b": 1"#, #""states": 1"#, #""Fn::Transform": {}"#])
  func knowsNothingBehindAnAssignThatIsUnknown(_ member: String) {
    let text = """
      { "StartAt": "A", "States": {
        "A": { "Type": "Pass", "Next": "B", "Assign": { \(member) } },
        "B": { "Type": "Pass", "Next": "C", "Assign": { "x": 1 } }, "C": { "Type": "Succeed" } } }
      """
    #expect(presences(text, of: "x") == ["A absent", "B certain", "C certain"])
    #expect(presences(text, of: "other") == ["A absent", "B certain", "C certain"])
  }

  @Test func countsWhatAChoiceTestsAsAssigned() throws {
    let graph = FlowGraphTests.graph(
      """
      { "StartAt": "A", "States": {
        "A": { "Type": "Choice", "Default": "B", "Choices": [ { "Next": "C" } ] },
        "B": { "Type": "Pass", "Next": "A", "Assign": { "x": 1 } }, "C": { "Type": "Succeed" } } }
      """)
    let assignments = graph.machine.variableAssignments()
    let variable = try #require(assignments.index(of: "x"))
    let states = graph.machine.states.map(\.id)
    for (tests, expected) in [
      ([], [.possible, .possible, .possible]), ([(states[0], variable)], [.possible, .certain, .certain]),
    ] as [([(StateID, Int)], [VariableFlow.Presence])] {
      let flow = VariableFlow(graph, assignments, tests: tests.map { (state: $0, variable: $1) })
      #expect(states.map { flow.presence(of: variable, in: $0) } == expected)
    }
  }

  /// More variables than one word holds, and more than anybody waits for.
  @Test func holdsManyVariables() {
    let names = (0..<200).map { #""v\#($0)": 1"# }.joined(separator: ", ")
    let text = """
      { "StartAt": "A", "States": {
        "A": { "Type": "Pass", "Next": "B", "Assign": { \(names) } }, "B": { "Type": "Succeed" } } }
      """
    for name in ["v0", "v62", "v63", "v64", "v199"] {
      #expect(presences(text, of: name) == ["A absent", "B certain"])
    }
    #expect(presences(text, of: "v200") == ["A absent", "B absent"])
  }

  @Test func givesUpBeforeItTakesLong() {
    let names = (0..<9_000).map { #""v\#($0)": 1"# }.joined(separator: ", ")
    let states = (0..<9_000).map { #""\#($0)": { "Type": "Pass", "Next": "\#($0 + 1)" }, "# }.joined()
    let text = """
      { "StartAt": "0", "States": { \(states) "9000": { "Type": "Pass", "End": true, "Assign": { \(names) } } } }
      """
    #expect(presences(text, of: "v1").allSatisfy { $0.hasSuffix("certain") })
  }
}
