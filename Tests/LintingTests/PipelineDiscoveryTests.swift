import Discovery
import SourceText
import TestSupport
import Testing
import Workflows

struct PipelineDiscoveryTests {
  private func kinds(_ text: String, path: String = "a.json", _ origin: Discovery.Origin) -> [String]? {
    let document = Discovery().document(SourceFile(path: path, text: text), origin: origin)
    return document?.definitions.map { $0.workflow.pipeline == nil ? "machine" : "pipeline" }
  }

  private static let step = #"{ "Name": "A", "Type": "Training", "Arguments": {} }"#

  @Test(arguments: [
    #"{ "Version": "2020-12-01", "Steps": [] }"#, #"{ "Version": "2020-12-01", "Steps": {} }"#,
    #"{ "Version": "2020-12-01", "Parameters": [], "Step": [] }"#, #"{ "Steps": [ \#(step) ] }"#,
    #"{ "Version": "2021-01-01", "Steps": [ 1, \#(step) ] }"#,
  ])
  func isFoundByItsContent(_ text: String) {
    #expect(kinds(text, .named) == ["pipeline"])
  }

  @Test(arguments: [
    #"{ "Version": "2012-10-17", "Statement": [] }"#, #"{ "Version": "2020-12-01" }"#,
    #"{ "Version": "1.0", "Steps": [] }"#, #"{ "Steps": [ { "Name": "A", "Type": "Lambda" } ] }"#,
    #"{ "Steps": [ { "Name": "A", "Type": "Shell", "Arguments": [] } ] }"#, "[]", "null",
  ])
  func isNotFoundInOtherFiles(_ text: String) {
    #expect(kinds(text, .named) == nil)
    #expect(kinds(text, .walked) == nil)
  }

  @Test func isFoundOnAWalk() {
    #expect(kinds(#"{ "Version": "2020-12-01", "Steps": [] }"#, .walked) == ["pipeline"])
    #expect(kinds("Version: 2020-12-01\nSteps: []\n", path: "a.yml", .walked) == ["pipeline"])
    // Broken, and surely meant to be one.
    #expect(kinds(#"{ "Version": "2020-12-01", "Steps": [ "#, .walked) == ["pipeline"])
    #expect(kinds(#"[ "Version": "2020-12-01", "Steps": [ "#, .walked) == [])
    #expect(kinds(#"[ "Steps": [ { "Arguments" "#, .walked) == nil)
  }

  @Test func theNameOfAStateMachineDecides() {
    #expect(kinds(#"{ "Version": "2020-12-01", "Steps": [] }"#, path: "a.asl.json", .named) == ["machine"])
    #expect(kinds(#"{ "StartAt": "A", "States": {}, "Steps": [ \#(Self.step) ] }"#, .named) == ["machine"])
  }

  @Test(.enabled(if: SharedCorpus.isAvailable, Comment(rawValue: SharedCorpus.skipped)))
  func everyPipelineOfTheCorpusIsFound() throws {
    var count = 0
    for folder in ["generated", "real", "invalid"] {
      let path = try SharedCorpus.path("pipelines/\(folder)")
      for name in try TestFiles.names(in: path) {
        let source = SourceFile(path: "\(path)/\(name)", bytes: try TestFiles.read("\(path)/\(name)"))
        let document = Discovery().document(source, origin: .walked)
        #expect(document?.definitions.map { $0.workflow.pipeline != nil } == [true], "\(name)")
        count += 1
      }
    }
    #expect(count == 126)
  }

  @Test(.enabled(if: SharedCorpus.isAvailable, Comment(rawValue: SharedCorpus.skipped)))
  func noStateMachineOfTheCorpusIsTakenForOne() throws {
    for unit in try CorpusUnit.all()
    where ["json", "yaml", "yml"].contains(unit.path.split(separator: ".").last) {
      let source = SourceFile(path: unit.path, bytes: try TestFiles.read(unit.path))
      let document = Discovery().document(source, origin: .walked)
      #expect(document?.definitions.allSatisfy { $0.workflow.pipeline == nil } ?? true, "\(unit)")
    }
  }
}
