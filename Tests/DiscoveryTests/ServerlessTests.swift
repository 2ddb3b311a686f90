import Discovery
import Repository
import SourceText
import TestSupport
import Testing
import Workflows

/// State machines of Serverless Framework services are found, in the service's file and in those it refers to.
@Suite struct ServerlessTests {
  private func link(_ texts: [Path: String], from path: Path = "serverless.yml") -> [LinkedFile] {
    let files = InMemoryFileSystem(texts: texts)
    let discovery = Discovery()
    let source = SourceFile(path: path.description, text: texts[path] ?? "")
    guard let document = discovery.document(source, origin: .named) ?? discovery.part(source) else {
      return []
    }
    return Linker(files: files, discovery: discovery).link([LinkedFile(document, at: path)])
  }

  /// File, name and type of each definition.
  private func found(_ files: [LinkedFile]) -> [String] {
    files.flatMap { file in
      file.document.definitions.map { definition in
        let type = definition.uses.first?.machineType
        return "\(file.document.source.path) \(definition.name) \(type.map { "\($0)" } ?? "?")"
      }
    }
  }

  private func failures(_ files: [LinkedFile]) -> [LinkFailure] {
    files.flatMap(\.document.links).compactMap { link in
      if case .failed(let failure) = link.target { failure } else { nil }
    }
  }

  private func service(_ machines: String) -> String {
    "service: shop\nstepFunctions:\n  stateMachines:\n    \(machines)\n"
  }

  private let flow = "StartAt: A\nStates: { A: { Type: Succeed } }\n"

  @Test(arguments: [
    ("m: { definition: { StartAt: A, States: { A: { Type: Succeed } } } }", "m standard"),
    ("m: { type: EXPRESS, definition: { StartAt: A, States: { A: { Type: Succeed } } } }", "m express"),
    ("m: { type: '${self:custom.type}', definition: { StartAt: A, States: {} } }", "m ?"),
    (#"m: { definition: '{ "StartAt": "A", "States": { "A": { "Type": "Fail" } } }' }"#, "m standard"),
  ])
  func findsDefinitionsInPlace(_ machine: String, _ expected: String) {
    #expect(found(link(["serverless.yml": service(machine)])) == ["serverless.yml \(expected)"])
  }

  @Test func readsJSON() {
    let text = #"""
      { "service": "shop", "stepFunctions": { "stateMachines": { "m": { "type": "EXPRESS",
        "definition": { "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } } }
      """#
    #expect(found(link(["serverless.json": text], from: "serverless.json")) == ["serverless.json m express"])
  }

  @Test func followsFilesFromTheFolderOfTheService() {
    let files = link([
      "serverless.yml": "service: shop\nstepFunctions: ${file(parts/functions.yml)}\n",
      "parts/functions.yml": "stateMachines: ${file(./parts/machines.yml):all.of.them}\n",
      "parts/machines.yml": """
      all:
        of:
          them:
            one: { type: EXPRESS, definition: "${file(flows/one.yml)}" }
            two: ${file(parts/two.yml)}
            three: { definition: { StartAt: A, States: { A: { Type: Pass, End: true } } } }
      """,
      "flows/one.yml": flow, "parts/two.yml": "definition: ${file(flows/many.json):two}\n",
      "flows/many.json": #"{ "two": { "StartAt": "A", "States": {} }, "other": {} }"#,
    ])
    #expect(failures(files) == [])
    #expect(
      found(files) == [
        "parts/machines.yml three standard", "flows/one.yml one express", "flows/many.json two standard",
      ])
  }

  @Test(arguments: [
    "m: ${self:custom.machine}", "m: ${file(m.js)}", "m: ${file(${opt:stage}.yml)}",
    "m: ${file(no.yml), 'x'}",
    "m: { definition: '${file(~/m.yml)}' }", "m: { definition: '${ssm:/m}' }", "m: { definition: !Ref M }",
    "m: { definition: { Ref: M } }", "m: { definition: { 'Fn::Transform': {} } }",
    "m: { definition: '${file(m.yml' }",
  ])
  func knowsNothingOfOtherVariables(_ machine: String) {
    let files = link(["serverless.yml": service(machine)])
    #expect(found(files) == [] && failures(files) == [])
  }

  @Test func saysWhatIsWrongWithLinks() {
    let files = link([
      "serverless.yml": service(
        """
        a: ${file(no.yml)}
            b: ${file(m.yml):b}
            c: ${file(c.yml)}
            d: ${file(flow.yml)}
            e: { definition: "${file(m.yml)}" }
        """),
      "m.yml": "a: 1\n", "c.yml": "${file(d.yml)}", "d.yml": "${file(c.yml)}", "flow.yml": flow,
    ])
    #expect(
      failures(files) == [
        .missing(neighbours: ["c.yml", "d.yml", "flow.yml", "m.yml", "serverless.yml"]),
        .missingKey("b", neighbours: ["a"]), .isNoWorkflow, .isNoWorkflow, .isCircular,
      ])
  }

  @Test func givesUpOnLongChains() {
    var texts: [Path: String] = ["serverless.yml": service("m: ${file(f0.yml)}")]
    for number in 0..<40 { texts[Path("f\(number).yml")] = "${file(f\(number + 1).yml)}" }
    let files = link(texts)
    #expect(failures(files) == [.isCircular])
    #expect(files.count < 12)
  }

  /// A part says nothing of itself; the service does.
  @Test func findsTheServiceOfAPart() {
    let texts: [Path: String] = [
      "serverless.yml": "service: shop\nstepFunctions: ${file(parts/functions.yml)}\n",
      "parts/functions.yml": "stateMachines: { m: { definition: { StartAt: A, States: {} } } }\n",
    ]
    #expect(found(link(texts, from: "parts/functions.yml")) == ["parts/functions.yml m standard"])
  }

  /// Templates in a service have variables of the Framework.
  @Test func readsTheTemplateInAService() {
    let text = """
      service: shop
      resources:
        Resources:
          M:
            Type: AWS::StepFunctions::StateMachine
            Properties: { Definition: { StartAt: A, States: {} }, DefinitionSubstitutions: { A: a } }
      """
    let files = link(["serverless.yml": text])
    #expect(found(files) == ["serverless.yml M standard"])
    #expect(files.first?.document.definitions.first?.uses.first?.substitutions == nil)
  }

  /// Whatever refers to whatever, it ends, and nothing is read without end.
  @Test(arguments: 0..<40)
  func standsUpToAnyReferences(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "${file(f0.yml)}", "${file(f1.yml):a}", "${file(f2.yml):stateMachines}", "${file(serverless.yml)}",
      "${file(serverless.yml):stepFunctions.stateMachines}", "{ a: \"${file(f1.yml)}\" }",
      "{ definition: \"${file(f0.yml)}\" }", "{ definition: { StartAt: A, States: {} } }",
      "{ stateMachines: { a: \"${file(f2.yml):a}\", b: \"${file(f0.yml)}\" } }", "[ \"${file(f0.yml)}\", 1 ]",
      "&x [ *x ]",
      "${file(f9.yml)}", "${file(.)}", "${file(f0.yml):}", "${file()}", "\"${file(f0.yml):a.b.c}\"", "1", "",
    ]
    var texts: [Path: String] = [:]
    for number in 0..<4 { texts[Path("f\(number).yml")] = pieces.randomElement(using: &random) }
    let machines = (0..<4).map { "    m\($0): \(pieces.randomElement(using: &random) ?? "")\n" }.joined()
    texts["serverless.yml"] = "service: x\nstepFunctions:\n  stateMachines:\n\(machines)"
    let files = link(texts)
    #expect(files.count <= 5)
    for link in files.flatMap(\.document.links) {
      if case .unread = link.target { Issue.record("\(link)") }
    }
  }
}
