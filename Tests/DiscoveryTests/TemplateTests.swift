import Discovery
import SourceText
import Syntax
import Testing
import Workflows

/// Definitions inside CloudFormation templates and API answers are found, and what is in them is where it was typed.
@Suite struct TemplateTests {
  private func read(_ text: String, _ name: String = "template.yaml") -> Document? {
    Discovery().document(SourceFile(path: name, text: text), origin: .walked)
  }

  /// Where the first state's name stands in the file.
  private func firstStateName(in definition: Definition, _ document: Document) -> String? {
    guard let machine = definition.workflow.machine, let state = machine.states.first else { return nil }
    let range = machine.tree.range(state.name)
    return document.source.text(in: definition.embedding?.range(range) ?? range)
  }

  @Test(arguments: [
    // An object of the template.
    ("AWS::Serverless::StateMachine", "Definition: { StartAt: A, States: { «A»: { Type: Succeed } } }"),
    ("AWS::StepFunctions::StateMachine", "Definition: { StartAt: A, States: { «A»: { Type: Succeed } } }"),
    // A string, in every style and with every function.
    (
      "AWS::StepFunctions::StateMachine",
      "DefinitionString: |\n        { \"StartAt\": \"A\", \"States\": {\n            «\"A\"»: { \"Type\": \"Succeed\" } } }"
    ),
    (
      "AWS::StepFunctions::StateMachine",
      "DefinitionString: !Sub |\n        { \"StartAt\": \"A\", \"States\": {\n            «\"A\"»: { \"Type\": ${Type} } } }"
    ),
    (
      "AWS::StepFunctions::StateMachine",
      "DefinitionString:\n        Fn::Sub:\n          - '{ \"StartAt\": \"A\", \"States\": { «\"A\"»: { \"Type\": \"${T}\" } } }'\n          - { T: Succeed }"
    ),
    (
      "AWS::StepFunctions::StateMachine",
      #"DefinitionString: "{\"StartAt\":\"A\",\"States\":{«\"A\"»:{\"Type\":\"Succeed\"}}}""#
    ),
    (
      "AWS::StepFunctions::StateMachine",
      "DefinitionString: !Join ['', ['{ \"StartAt\": \"A\", \"States\": {', '«\"A\"»: { \"Type\": \"', !Ref T, '\" } } }']]"
    ),
    // A condition chooses.
    (
      "AWS::StepFunctions::StateMachine",
      "DefinitionString: !If [C, !Sub '{ \"StartAt\": \"A\", \"States\": { «\"A\"»: { \"Type\": \"Fail\" } } }', !Ref 'AWS::NoValue']"
    ),
    // The language of the definition is YAML.
    (
      "AWS::StepFunctions::StateMachine",
      "DefinitionString: |\n        StartAt: A\n        States:\n          «A»:\n            Type: Succeed"
    ),
  ])
  func findsStateMachines(_ type: String, _ property: String) throws {
    let text = "Resources:\n  Orders:\n    Type: \(type)\n    Properties:\n      \(property)\n"
    let plain = text.replacing("«", with: "").replacing("»", with: "")
    let document = try #require(read(plain))
    #expect(document.definitions.map(\.name) == ["Orders"])
    let definition = try #require(document.definitions.first)
    let marked = try #require(text.firstMatch(of: /«(.*)»/)).1
    #expect(firstStateName(in: definition, document) == String(marked))
    #expect(definition.machineType == .standard)
  }

  @Test func joinsThePiecesOfJSON() throws {
    let text = #"""
      { "Resources": { "M": { "Type": "AWS::StepFunctions::StateMachine", "Properties": {
        "StateMachineType": "EXPRESS", "DefinitionString": { "Fn::Join": [ "", [
          "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Task\",\"Resource\":\"arn:", { "Ref": "AWS::Partition" },
          ":states:::sns:publish\",\"End\":true}}}" ] ] } } } } }
      """#
    let document = try #require(read(text, "stack.template.json"))
    let definition = try #require(document.definitions.first)
    #expect(definition.machineType == .express)
    let machine = try #require(definition.workflow.machine)
    let resource = try #require(machine.value(.resource, of: machine.states[0]))
    #expect(machine.tree.text(resource) == "arn:${Reference}:states:::sns:publish")
    let end = try #require(machine.row(.end, of: machine.states[0]))
    let range = try #require(definition.embedding).range(machine.tree.range(end.key))
    #expect(document.source.text(in: range) == #"\"End\""#)
  }

  @Test func findsPipelines() throws {
    let body =
      #"{"Version":"2020-12-01","Steps":[{"Name":"Stop","Type":"Fail","Arguments":{"ErrorMessage":"x"}}]}"#
    let escaped = body.replacing("\"", with: "\\\"")
    for value in ["\"\(escaped)\"", "{ \"Fn::ToJsonString\": \(body) }"] {
      let text = """
        { "Resources": { "P": { "Type": "AWS::SageMaker::Pipeline", "Properties": { "PipelineDefinition": {
          "PipelineDefinitionBody": \(value) } } } } }
        """
      let pipeline = try #require(read(text, "p.json")?.definitions.first?.workflow.pipeline)
      #expect(pipeline.steps.count == 1)
    }
  }

  @Test func findsWhatTheAPIDescribes() throws {
    let text = #"""
      { "stateMachineArn": "arn:aws:states:eu-west-1:123456789012:stateMachine:orders", "name": "orders",
        "type": "EXPRESS", "definition": "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Succeed\"}}}" }
      """#
    let definition = try #require(read(text, "answer.json")?.definitions.first)
    #expect(definition.name == "orders" && definition.machineType == .express)
    #expect(definition.workflow.machine?.states.count == 1)
  }

  /// Nothing is known of what stands elsewhere or is made by a macro.
  @Test(arguments: [
    "DefinitionString: !Ref Text", "DefinitionString: { 'Fn::Transform': { Name: 'AWS::Include' } }",
    "Definition: { 'Fn::Transform': { Name: 'AWS::Include' } }", "DefinitionUri: machine.asl.json",
    "DefinitionString: ''", "DefinitionString: [ 1 ]",
  ])
  func leavesOutWhatIsNotThere(_ property: String) {
    let text =
      "Resources:\n  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      \(property)\n"
    #expect(read(text)?.definitions.isEmpty != false)
  }
}
