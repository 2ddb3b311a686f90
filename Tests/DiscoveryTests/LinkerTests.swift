import Discovery
import Repository
import SourceText
import Syntax
import Testing
import Workflows

/// Templates and the files in which their definitions stand are brought together, each read once.
@Suite struct LinkerTests {
  static let machine = #"{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }"#

  static func template(_ properties: String) -> String {
    "Resources:\n  Orders:\n    Type: AWS::Serverless::StateMachine\n    Properties: { \(properties) }\n"
  }

  /// Reads some of the files as the inputs of a run.
  private func link(
    _ inputs: [Path], of texts: [Path: String], walked: [Path] = [], outside: Bool = false
  ) throws -> [LinkedFile] {
    let files = CountingFileSystem(InMemoryFileSystem(texts: texts))
    let discovery = Discovery()
    let read = try inputs.map { path in
      let source = try files.source(at: path, limits: Limits())
      let document = discovery.document(source, origin: .named) ?? discovery.part(source)
      return LinkedFile(try #require(document), at: path)
    }
    let result = Linker(files: files, discovery: discovery, followsOutside: outside).link(
      read, walked: walked)
    #expect(files.counts.values.allSatisfy { $0 == 1 }, "\(files.counts)")
    return result
  }

  private func failure(_ properties: String, _ texts: [Path: String] = [:]) throws -> LinkFailure? {
    let texts = texts.merging(["app/template.yaml": Self.template(properties)]) { $1 }
    let link = try #require(try link(["app/template.yaml"], of: texts).first?.document.links.first)
    if case .failed(let failure) = link.target { return failure }
    return nil
  }

  @Test(
    arguments: [
      ["template.yaml"], ["flows/a.asl.json"], ["template.yaml", "flows/a.asl.json"],
      ["flows/a.asl.json", "template.yaml"],
    ] as [[Path]])
  func bringsBothTogetherWhicheverIsGiven(_ inputs: [Path]) throws {
    let result = try link(
      inputs,
      of: [
        "template.yaml": Self.template(
          "DefinitionUri: ./flows/a.asl.json, Type: EXPRESS, DefinitionSubstitutions: { T: x }"),
        "flows/a.asl.json": Self.machine,
      ])
    #expect(Set(result.map(\.document.source.path)) == ["template.yaml", "flows/a.asl.json"])
    #expect(result.prefix(inputs.count).map(\.document.source.path) == inputs.map(\.description))
    let definition = try #require(result.flatMap(\.document.definitions).first)
    #expect(result.flatMap(\.document.definitions).count == 1)
    #expect(definition.name == "a")
    #expect(definition.uses.map(\.machineType) == [.express])
    #expect(definition.uses.first?.substitutions?.map(\.name) == ["T"])
    #expect(definition.uses.first?.source.path == "template.yaml")
    let template = try #require(result.first { $0.document.source.path == "template.yaml" })
    #expect(template.role == (inputs.contains("template.yaml") ? .input : .template))
    #expect(template.document.links.map(\.isReached) == [true])
  }

  @Test func keepsWhatEachTemplateSays() throws {
    let result = try link(
      ["a.yaml", "b.yaml"],
      of: [
        "a.yaml": Self.template("DefinitionUri: m.json"),
        "b.yaml": Self.template("DefinitionUri: ./m.json, Type: EXPRESS"), "m.json": Self.machine,
      ])
    #expect(result.map(\.document.source.path) == ["a.yaml", "b.yaml", "m.json"])
    #expect(result[2].document.definitions.map { $0.uses.map(\.machineType) } == [[.standard, .express]])
  }

  @Test func looksForTemplatesUpToTheRootOfTheRepository() throws {
    let inside = Self.template("DefinitionUri: x/y/m.asl.json, Type: EXPRESS")
    var texts: [Path: String] = [
      "r/x/y/m.asl.json": Self.machine, "r/.git/HEAD": "", "r/template.yml": inside,
    ]
    #expect(try link(["r/x/y/m.asl.json"], of: texts).count == 2)
    // The nearest decides.
    texts["r/x/sam.yaml"] = Self.template("DefinitionUri: y/m.asl.json")
    #expect(try link(["r/x/y/m.asl.json"], of: texts).map(\.document.source.path).last == "r/x/sam.yaml")
    texts["r/x/sam.yaml"] = nil
    texts["r/template.yml"] = nil
    texts["template.yml"] = Self.template("DefinitionUri: r/x/y/m.asl.json")
    #expect(try link(["r/x/y/m.asl.json"], of: texts).count == 1)
    // Where a walk was, everything is known.
    texts["r/template.yml"] = inside
    #expect(try link(["r/x/y/m.asl.json"], of: texts, walked: ["r"]).count == 1)
    #expect(try link(["r/x/y/m.asl.json"], of: texts, walked: ["r/x"]).count == 2)
  }

  @Test func readsNothingOutside() throws {
    let texts: [Path: String] = [
      "r/.git/HEAD": "", "r/template.yaml": Self.template("DefinitionUri: ../m.json"), "m.json": Self.machine,
    ]
    let refused = try link(["r/template.yaml"], of: texts)
    #expect(refused.count == 1)
    guard case .failed(.isOutside(isRepository: true)) = refused[0].document.links[0].target else {
      Issue.record("\(refused[0].document.links)")
      return
    }
    #expect(try link(["r/template.yaml"], of: texts, outside: true).count == 2)
    // What somebody named is no stranger's choice.
    #expect(try link(["r/template.yaml", "m.json"], of: texts)[0].document.links[0].isReached)
    // Not even whether something is there, or what is called nearly so.
    let missing = try link(["r/template.yaml"], of: texts.filter { $0.key != "m.json" })
    guard case .failed(.isOutside) = missing[0].document.links[0].target else {
      Issue.record("\(missing[0].document.links)")
      return
    }
  }

  @Test func saysWhyThereIsNoDefinition() throws {
    #expect(try failure("DefinitionUri: template.yaml") == .isSelf)
    #expect(try failure("DefinitionUri: ../app/./template.yaml") == .isSelf)
    #expect(try failure("DefinitionUri: m.json") == .missing(neighbours: ["template.yaml"]))
    #expect(try failure("DefinitionUri: no/m.json") == .missing(neighbours: []))
    #expect(try failure("DefinitionUri: flows", ["app/flows/a.json": "{}"]) == .isFolder)
    #expect(try failure("DefinitionUri: m.json", ["app/m.json": "{}"]) == .isNoWorkflow)
    #expect(try failure("DefinitionUri: m.json", ["app/m.json": "[]"]) == .isNoWorkflow)
    #expect(try failure("DefinitionUri: m.json", ["app/m.json": "{ \"a\": \"\0\" }"]) == .isBinary)
    #expect(try failure("DefinitionUri: m.json", ["app/m.json": Self.template("Type: X")]) == .isNoWorkflow)
    #expect(try failure("DefinitionUri: m.asl.json", ["app/m.asl.json": "{}"]) == nil)
    #expect(try failure("DefinitionUri: m.json", ["app/m.json": "{ \"StartAt\""]) == nil)
    #expect(try failure("DefinitionUri: m.txt", ["app/m.txt": Self.machine]) == nil)
  }

  /// What only the deployment knows is no link.
  @Test(arguments: [
    "DefinitionUri: s3://bucket/key", "DefinitionUri: https://s3.amazonaws.com/b/k", "DefinitionUri: ''",
    "DefinitionUri: { Bucket: b, Key: k }", "DefinitionUri: !Ref Uri", "DefinitionUri: !Sub 'x'",
    "DefinitionUri: \"${Uri}\"", "DefinitionUri: 1",
    "DefinitionUri: { 'Fn::If': [ a, !Ref B, !Ref 'AWS::NoValue' ] }",
  ])
  func followsOnlyPaths(_ properties: String) throws {
    let source = SourceFile(path: "t.yaml", text: Self.template(properties))
    #expect(Discovery().document(source, origin: .named) == nil)
  }

  /// What one alternative leaves out may be for the other.
  @Test func followsEachAlternative() throws {
    let text = Self.template("DefinitionUri: !If [ A, m.json, { 'Fn::If': [ B, n.json, !Ref C ] } ]")
    let result = try link(["t.yaml"], of: ["t.yaml": text, "m.json": Self.machine, "n.json": Self.machine])
    #expect(result.dropFirst().map(\.document.definitions.count) == [1, 1])
    #expect(result[0].document.links.allSatisfy { $0.isReached && $0.use.substitutions == nil })
  }

  @Test func followsTheLocationThatPackagingUploads() throws {
    let text = """
      { "Resources": { "M": { "Type": "AWS::StepFunctions::StateMachine", "Properties": {
        "DefinitionS3Location": "m.json", "StateMachineType": "EXPRESS" } } } }
      """
    let result = try link(["stack.template.json"], of: ["stack.template.json": text, "m.json": Self.machine])
    #expect(result.last?.document.definitions.first?.uses.map(\.machineType) == [.express])
  }

  /// A macro may make anything of a resource.
  @Test(arguments: [
    ("Transform: AWS::Serverless-2016-10-31", true), ("Transform: [ AWS::LanguageExtensions ]", true),
    ("Transform: [ AWS::Serverless-2016-10-31, Mine ]", false), ("Transform: { Name: AWS::Include }", false),
  ])
  func knowsSubstitutionsWithoutMacros(_ transform: String, _ areKnown: Bool) throws {
    let text =
      transform + "\n" + Self.template("DefinitionUri: m.json, DefinitionSubstitutions: { A: a, B: !Ref B }")
    let link = try #require(try link(["t.yaml"], of: ["t.yaml": text]).first?.document.links.first)
    #expect(link.use.substitutions?.map(\.name) == (areKnown ? ["A", "B"] : nil))
    #expect(!areKnown || link.use.substitutions?.map(\.value) == ["a", nil])
  }

  /// CloudFormation takes for YAML what is no JSON.
  @Test func readsAnUploadedTextAsCloudFormationDoes() throws {
    let comma = #"{ "StartAt": "A", "States": { "A": { "Type": "Succeed", }, }, }"#
    let template = Self.template("DefinitionUri: m.asl.json")
    for (text, isSound) in [(comma, true), (comma + "}", false)] {
      for inputs in [["t.template.yaml"], ["m.asl.json"], ["m.asl.json", "t.template.yaml"]] as [[Path]] {
        let result = try link(inputs, of: ["t.template.yaml": template, "m.asl.json": text])
        let document = try #require(result.map(\.document).first { $0.source.path == "m.asl.json" })
        #expect(document.tree.defects.isEmpty == isSound)
        #expect(document.definitions.map(\.uses.count) == [1])
        #expect(document.definitions.first?.workflow.tree === document.tree)
      }
    }
    // Nobody says that of the file alone.
    #expect(try link(["m.asl.json"], of: ["m.asl.json": comma])[0].document.tree.defects.isEmpty == false)
  }

  /// Fixes change a text; what others say of it stays.
  @Test func keepsLinksWhenATextChanges() throws {
    let result = try link(
      ["t.yaml"],
      of: ["t.yaml": Self.template("DefinitionUri: m.json, Type: EXPRESS"), "m.json": Self.machine])
    let changed = SourceFile(path: "m.json", text: Self.machine.replacing("Succeed", with: "Fail"))
    let target = try #require(Discovery().document(changed, inPlaceOf: result[1].document))
    #expect(target.definitions.first?.uses.map(\.machineType) == [.express])
    #expect(target.definitions.first?.workflow.machine?.states.first?.type == .fail)
    let template = try #require(
      Discovery().document(result[0].document.source, inPlaceOf: result[0].document))
    #expect(template.links.map(\.isReached) == [true])
  }
}

/// Counts how often each file is read.
final class CountingFileSystem: FileSystem {
  private let files: InMemoryFileSystem
  nonisolated(unsafe) private(set) var counts: [Path: Int] = [:]

  init(_ files: InMemoryFileSystem) { self.files = files }

  func read(_ path: Path, limit: Int) throws(ReadFailure) -> [UInt8] {
    let bytes = try files.read(path, limit: limit)
    counts[(try? files.resolve(path)) ?? path, default: 0] += 1
    return bytes
  }

  func readStandardInput(limit: Int) throws(ReadFailure) -> [UInt8] { [] }

  func kind(of path: Path, followingLinks: Bool) throws(ReadFailure) -> FileKind {
    try files.kind(of: path, followingLinks: followingLinks)
  }

  func list(_ folder: Path, _ visit: (FolderEntry) -> Void) throws(ReadFailure) {
    try files.list(folder, visit)
  }

  func resolve(_ path: Path) throws(ReadFailure) -> Path { try files.resolve(path) }
}
