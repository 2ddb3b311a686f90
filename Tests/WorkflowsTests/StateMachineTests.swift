import SourceText
import Syntax
import Testing
import Workflows

@Suite struct StateMachineTests {
  private func machine(_ text: String) -> StateMachine {
    let tree = SyntaxTree.read(SourceFile(path: "test.asl.json", text: text), as: .json)
    return StateMachine(tree, root: tree.roots[0])
  }

  @Test func keepsTheStatesOfAScopeTogether() {
    let machine = machine(
      """
      { "StartAt": "A", "States": {
        "A": { "Type": "Parallel", "Next": "B", "Branches": [
          { "StartAt": "P", "States": { "P": { "Type": "Map", "End": true, "Iterator": {
            "StartAt": "X", "States": { "X": { "Type": "Succeed" } } } } } },
          { "StartAt": "Q", "States": { "Q": { "Type": "Succeed" } } } ] },
        "B": { "Type": "Succeed" } } }
      """)
    let scopes = machine.scopes.map { scope in
      (
        scope.kind, scope.owner.map { machine.name($0) },
        machine.states(of: scope).map { machine.name($0.id) }
      )
    }
    #expect(scopes.map(\.0) == [.machine, .branch(0), .branch(1), .processor])
    #expect(scopes.map(\.1) == [nil, "A", "A", "P"])
    #expect(scopes.map(\.2) == [["A", "B"], ["P"], ["Q"], ["X"]])
    #expect(machine.scopes.map(\.start.state).map { $0.map { machine.name($0) } } == ["A", "P", "Q", "X"])
  }

  @Test func everyLeafKnowsItsRange() {
    let text = """
      { "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "r", "Next": "B",
        "Retry": [ { "ErrorEquals": [ "E" ], "MaxAttempts": 2 } ],
        "Catch": [ { "ErrorEquals": [ "F" ], "Next": "C" } ] } } }
      """
    let machine = machine(text)
    let state = machine.states[0]
    func source(_ node: NodeID?) -> String? {
      node.map { machine.tree.source.text(in: machine.tree.range($0)) }
    }
    #expect(source(state.name) == #""A""#)
    #expect(source(machine.value(.resource, of: state)) == #""r""#)
    #expect(machine.transitions(of: state).map { source($0.name) } == [#""B""#, #""C""#])
    #expect(machine.transitions(of: state).map(\.kind) == [.next, .catch(0)])
    #expect(machine.retriers(of: state).map { source(machine.value(.maxAttempts, of: $0)) } == ["2"])
    #expect(machine.catchers(of: state).map { source(machine.value(.errorEquals, of: $0)) } == [#"[ "F" ]"#])
  }

  @Test func takesTheLanguageOfTheStateThenOfTheMachine() {
    let machine = machine(
      """
      { "StartAt": "A", "QueryLanguage": "JSONPath", "States": {
        "A": { "Type": "Map", "QueryLanguage": "JSONata", "Next": "B", "ItemProcessor": {
          "StartAt": "I", "States": { "I": { "Type": "Pass", "End": true } } } },
        "B": { "Type": "Pass", "QueryLanguage": "jsonata", "End": true } } }
      """)
    #expect(machine.states.map(\.language) == [.jsonata, .jsonata, .jsonPath])
    #expect(machine.defects.map(\.kind) == [.unknownQueryLanguage])
  }

  @Test func resolvesNamesInTheirOwnScopeOnly() {
    let machine = machine(
      """
      { "StartAt": "A", "States": {
        "A": { "Type": "Map", "Next": "I", "ItemProcessor": {
          "StartAt": "A", "States": { "I": { "Type": "Pass", "Next": "Nowhere" } } } },
        "B": { "Type": "Pass", "Next": "${Next}" } } }
      """)
    #expect(
      machine.transitions.map(\.target) == [
        .missing(elsewhere: StateID(2)), .unknown, .missing(elsewhere: nil),
      ])
    #expect(machine.scopes[1].start == .missing(elsewhere: StateID(0)))
  }

  @Test func knowsWhichNameRepeatsWhich() {
    let machine = machine(
      """
      { "StartAt": "A", "States": { "A": { "Type": "Fail" }, "A": { "Type": "Map", "End": true,
        "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
      """)
    #expect(machine.states.map(\.firstOfSameName) == [nil, StateID(0), StateID(0)])
    #expect(machine.states.map(\.isOverridden) == [true, false, false])
    #expect(machine.scopes[0].start == .state(StateID(1)))
  }

  @Test(arguments: [
    "", "null", "[]", "{}", "[[{}]]", #"{"States": []}"#, #"{"States": {"A": null, "B": {"Type": 3}}}"#,
    #"{"States": {"A": {"Type": "Choice", "Choices": [1, {"And": {}}, {"Not": []}]}}}"#,
    #"{"States": {"A": {"Type": "Task", "Retry": {}, "Catch": [null, {"Next": 1}]}}}"#,
    #"{"States": {"A": {"Type": "Parallel", "Branches": [null, 1, [], {}]}}}"#,
    #"{"States": {"A": {"Type": "Map", "ItemProcessor": [], "ItemReader": 1}}}"#,
  ])
  func isBuiltFromAnything(_ text: String) {
    let machine = machine(text)
    #expect(!machine.scopes.isEmpty)
    #expect(machine.states.allSatisfy { $0.transitions.upperBound <= machine.transitions.count })
  }

  @Test func findsStatesAmongThousandsOfNames() {
    let states = (0..<5_000).map { #""S\#($0)": { "Type": "Pass", "Next": "S\#(($0 + 1) % 5_000)" }"# }
    let machine = machine(#"{ "StartAt": "S0", "States": { \#(states.joined(separator: ", ")) } }"#)
    #expect(machine.transitions.allSatisfy { $0.target.state?.index == ($0.source.index + 1) % 5_000 })
  }
}
