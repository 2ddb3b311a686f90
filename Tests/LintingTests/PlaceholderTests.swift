import Discovery
import Linting
import SourceText
import Testing

/// What of a definition its template fills in is told from what only looks so.
@Suite struct PlaceholderTests {
  /// The placeholders of the first definition in a file: what the file holds at their places.
  private func placeholders(_ text: String, _ name: String = "a.asl.json") throws -> [String] {
    let source = SourceFile(path: name, text: text)
    let document = try #require(Discovery().document(source, origin: .named))
    let definition = try #require(document.definitions.first)
    return definition.placeholders().map { placeholder in
      let range = definition.embedding?.range(placeholder.range) ?? placeholder.range
      return (placeholder.isEscaped ? "$" : "") + source.text(in: range) + (placeholder.isWhole ? "!" : "")
    }
  }

  private func machine(_ value: String) -> String {
    #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Result": \#(value) } } }"#
  }

  @Test(arguments: [
    (#""${Name}""#, ["${Name}!"]), (#""a ${Name} b ${_x-y.z:w}""#, ["${Name}", "${_x-y.z:w}"]),
    (#""\u0024{Na\u006de}""#, [#"\u0024{Na\u006de}!"#]), ("${Name}", ["${Name}!"]),
    (#"{ "${Key}": 1 }"#, ["${Key}!"]),
    (#""$${Name}""#, ["$${Name}"]), (#""${${Name}}""#, ["${Name}"]), (#""${A}${B}""#, ["${A}", "${B}"]),
    // What JSONata, intrinsic functions, shells and others write so.
    (#""{% $sum(x)${ a: b } %}""#, []), (#""{% $x{Name} %}""#, []), (#""States.Format('${}', $.x)""#, []),
    (#""${1}""#, []), (#""${a b}""#, []), (#""${!Name}""#, []), (#""${Name""#, []), (#""$ {Name}""#, []),
    (#""${}""#, []),
    (#""${x:-y z}""#, []), (#""$Name""#, []), (#""{Name}""#, []), (#""${""#, []), (#""$""#, []),
  ])
  func findsNames(_ value: String, _ expected: [String]) throws {
    #expect(try placeholders(machine(value)) == expected)
  }

  @Test(arguments: [
    // Of a template's own functions nothing is the definition's but what they leave as it is.
    (
      "DefinitionString: !Sub '{ \"StartAt\": \"${A}\", \"States\": {}, \"Comment\": \"${!B}\" }'", ["${!B}!"]
    ),
    ("DefinitionString: '{ \"StartAt\": \"${A}\", \"States\": {}, \"Comment\": \"${!B}\" }'", ["${A}!"]),
    (
      "DefinitionString: !Join ['', ['{ \"StartAt\": \"${A}', !Ref B, '\", \"States\": {} }']]", ["${A}"]
    ),
    ("Definition: { StartAt: !Sub '${A}', Comment: '${B}', States: {} }", ["${B}!"]),
    ("Definition: { StartAt: { 'Fn::Sub': '${A}' }, Comment: '${B}', States: {} }", ["${B}!"]),
  ])
  func knowsWhatBelongsToTheTemplate(_ property: String, _ expected: [String]) throws {
    let text =
      "Resources:\n  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      \(property)\n"
    #expect(try placeholders(text, "template.yaml") == expected)
  }
}

/// A definition that is deployed as two types of state machine holds as both, and no finding is told twice.
@Suite struct SeveralTypesTests {
  private let rules = [
    Rule(
      "typed", .refused, since: "0.1", summary: "", rationale: "", bad: [], good: []
    ).workflow { subject, report in
      report(subject.machine.root, "It is \(subject.machineType).")
    },
    Rule(
      "untyped", .refused, since: "0.1", summary: "", rationale: "", bad: [], good: []
    ).workflow { subject, report in
      report(subject.machine.root, "It is a machine.")
    },
  ]

  @Test(arguments: [
    ([], ["It is a machine.", "It is express."]),
    (["STANDARD"], ["It is a machine.", "It is standard."]),
    (["EXPRESS", "EXPRESS"], ["It is a machine.", "It is express."]),
    (["EXPRESS", "STANDARD"], ["It is a machine.", "It is express.", "It is standard."]),
    // What is not known is what the run says.
    (["!Ref Type", "STANDARD"], ["It is a machine.", "It is express.", "It is standard."]),
  ])
  func holdsForEachType(_ types: [String], _ expected: [String]) {
    let templates = types.enumerated().map { index, type in
      Example.Neighbour(
        "\(index).template.yaml",
        """
        Resources:
          M: { Type: AWS::Serverless::StateMachine, Properties: { DefinitionUri: m.asl.json, Type: \(type) } }
        """)
    }
    let example = Example.file("m.asl.json", #"{ "StartAt": "A", "States": {} }"#, beside: templates)
    let linter = Linter(rules: rules, machineType: .express)
    #expect(example.documents().flatMap { linter.lint($0).diagnostics.map(\.message) }.sorted() == expected)
  }
}
