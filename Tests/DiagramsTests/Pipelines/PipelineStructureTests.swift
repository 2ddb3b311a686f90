import Testing

@testable import Diagrams

/// What pictures of pipelines show, without coordinates.
@Suite struct PipelineStructureTests {
  @Test func showsAllThatMatters() {
    let diagram = PipelineSamples.diagram(PipelineSamples.training)
    #expect(
      diagram.scope.content.outline() == [
        "Processing: Prepare [prepare.py · sklearn:1.2, ml.m5.xlarge × 2, cached 1d 2h]",
        "  data \"train, test\" → Train",
        "  dependsOn → Check",
        "Training: Train [spot Kind, 3×]",
        "  data \"model artifacts\" → Evaluate",
        "  data \"model artifacts\" → Register",
        "Processing: Evaluate",
        "  data \"Report: mse\" → Good",
        "Quality check: data quality: Check",
        "  dependsOn → Good",
        "Missing step: Gone",
        "  dependsOn → Good",
        "Condition: Good [mse < Limit]",
        "  choice \"True\" → Register",
        "  choice \"False\" → Stop",
        "Register model: Register [Fleet, needs approval]",
        "  data \"ModelPackageArn\" → Tell",
        "Lambda: Tell [tell]",
        "Fail: Stop [Above Limit]",
      ])
    #expect(diagram.subtitle == "SageMaker pipeline · 8 steps · solid = data dependency, dotted = DependsOn")
  }

  @Test func drawsLoopsAsFrames() {
    let lines = PipelineSamples.diagram(PipelineSamples.loop).scope.content.outline()
    #expect(
      lines == [
        "Lambda: List [list]",
        "  data \"regions\" → Each",
        "For each: Each [for each item in regions, max 5, most score]",
        "  data \"FailedStepCount\" → Report",
        "  dependsOn \"if failed\" → Alarm",
        "    Lambda: Score",
        "      data \"score\" → Note",
        "    Lambda: Note",
        "Lambda: Report",
        "  cleanup → Sweep",
        "Cleanup: Sweep",
        "Callback: Alarm [alarms]",
      ])
  }

  @Test func eachStepComesAfterThoseItWaitsFor() {
    let names = ["C", "A", "D", "B"]
    let waits = ["C": "B", "D": "C", "B": "A"]
    let steps = names.map { name in
      #"{ "Name": "\#(name)", "Type": "Lambda", "DependsOn": [ \#(waits[name].map { #""\#($0)""# } ?? "") ] }"#
    }
    let scope = PipelineSamples.diagram(PipelineSamples.text(steps.joined(separator: ","))).scope.content
    #expect(scope.cards.map(\.name) == ["A", "B", "C", "D"])
  }

  @Test func aCycleLeadsBackOnce() {
    let scope = PipelineSamples.diagram(
      PipelineSamples.text(
        #"{ "Name": "A", "Type": "Lambda", "DependsOn": [ "C" ] }"#,
        #"{ "Name": "B", "Type": "Lambda", "DependsOn": [ "A" ] }"#,
        #"{ "Name": "C", "Type": "Lambda", "DependsOn": [ "B" ] }"#)
    ).scope.content
    #expect(scope.links.filter(\.isBack).count == 1)
  }

  @Test func aClosedLoopSaysHowManyStepsItHolds() {
    let pipeline = PipelineSamples.pipeline(PipelineSamples.loop)
    let diagram = Diagram(pipeline: pipeline, title: "Test", collapse: 0)
    #expect(diagram.notes.contains(.collapsed(depth: 0)))
    let card = diagram.scope.content.cards.first { $0.name == "Each" }
    #expect(card?.note == "2 steps" && card?.isContainer == false)
  }

  @Test func linesOfEachKindLookDifferent() throws {
    let document = try XMLDocument(PipelineSamples.diagram(PipelineSamples.loop).svg())
    let strokes = document.elements.filter { $0.name == "path" }.compactMap { path in
      path.attributes["fill"] == "none" ? path.attributes["stroke-dasharray"] : nil
    }
    #expect(Set(strokes) == ["2 4"])
    let classes = Set(document.elements.compactMap { $0.attributes["class"] })
    #expect(
      classes.isSuperset(of: ["edge data", "edge dep", "edge cleanup", "state foreach", "state lambda"]))
  }
}
