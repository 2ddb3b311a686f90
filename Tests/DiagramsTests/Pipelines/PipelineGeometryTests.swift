import SourceText
import Syntax
import TestSupport
import Testing
import Workflows

@testable import Diagrams

@Suite struct PipelineGeometryTests {
  @Test(arguments: PipelineSamples.all, DrawingEngine.allCases)
  func holdsForSamples(_ text: String, _ engine: DrawingEngine) throws {
    let pipeline = PipelineSamples.pipeline(text)
    let diagram = Diagram(pipeline: pipeline, title: "Test", engine: engine)
    #expect(try Geometry.faults(diagram, of: pipeline) == [])
  }

  @Test(arguments: 0..<40, DrawingEngine.allCases)
  func holdsForRandomPipelines(_ seed: Int, _ engine: DrawingEngine) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var names = 0
    let steps = Self.randomSteps(&random, depth: 0, &names)
    let pipeline = PipelineSamples.pipeline(PipelineSamples.text(steps))
    let diagram = Diagram(pipeline: pipeline, title: "Test", engine: engine)
    // Lines of a graph without order may touch cards; boxes never do each other.
    let faults = try Geometry.faults(diagram, of: pipeline).filter { !$0.contains("runs through") }
    #expect(faults == [])
  }

  /// Steps that wait for any others, whatever list those are in.
  static func randomSteps(_ random: inout SplitMix64, depth: Int, _ names: inout Int) -> String {
    var steps: [String] = []
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let name = "S\(names)"
      names += 1
      func other() -> String { "S\(Int.random(in: 0...(names + 2), using: &random))" }
      let dependsOn = Bool.random(using: &random) ? #""\#(other())""# : ""
      let uses = Bool.random(using: &random) ? #""in": { "Get": "Steps.\#(other()).ModelName" }, "# : ""
      let inner = { (random: inout SplitMix64, names: inout Int) in
        randomSteps(&random, depth: depth + 1, &names)
      }
      let (type, arguments) =
        switch Int.random(in: 0..<(depth < 3 ? 6 : 4), using: &random) {
        case 4: ("ForEach", #""ForEachBody": [ \#(inner(&random, &names)) ]"#)
        case 5:
          (
            "Condition",
            #""IfSteps": [ \#(inner(&random, &names)) ], "ElseSteps": [ \#(inner(&random, &names)) ]"#
          )
        default: ("Model", #""ExecutionRoleArn": "r""#)
        }
      steps.append(
        """
        { "Name": "\(name)", "Type": "\(type)", "DependsOn": [ \(dependsOn) ],
          "Arguments": { \(uses)\(arguments) } }
        """)
    }
    return steps.joined(separator: ",\n")
  }

  @Test func linesThatManyStepsSendToOneArriveApart() throws {
    let sources = (0..<8).map { #"{ "Name": "S\#($0)", "Type": "Model" }"# }
    let uses = (0..<8).map { #"{ "Get": "Steps.S\#($0).ModelName" }"# }.joined(separator: ", ")
    let target = #"{ "Name": "All", "Type": "Processing", "Arguments": { "in": [ \#(uses) ] } }"#
    let scope = PipelineSamples.diagram(PipelineSamples.text((sources + [target]).joined(separator: ",")))
      .scope
    let ends = scope.lines.compactMap { $0.curves.last?.end?.x }.sorted()
    #expect(ends.count == 8)
    #expect(zip(ends, ends.dropFirst()).allSatisfy { $1 - $0 > 10 })
  }

  /// A thousand steps, however they wait for each other, neither hang nor lose a card.
  @Test(arguments: ["chain", "fan", "free", "dense"])
  func drawsAThousandSteps(_ shape: String) throws {
    let count = shape == "dense" ? 200 : 1_000
    let steps = (0..<count).map { index in
      let sources: Range<Int> =
        switch shape {
        case "chain": max(index - 1, 0)..<index
        case "fan": 0..<min(index, 1)
        case "dense": 0..<index
        default: 0..<0
        }
      let names = sources.map { #""S\#($0)""# }.joined(separator: ", ")
      return #"{ "Name": "S\#(index)", "Type": "Lambda", "DependsOn": [ \#(names) ] }"#
    }
    let pipeline = PipelineSamples.pipeline(PipelineSamples.text(steps.joined(separator: ",")))
    let diagram = Diagram(pipeline: pipeline, title: "Test", engine: .layered)
    #expect(diagram.scope.cards.count == count)
    #expect(Geometry.faults(diagram.scope).filter { !$0.contains("runs through") } == [])
  }

  @Test func leavesOutWhatIsTooMuchAndSaysSo() {
    var limits = DrawingLimits()
    limits.cardsInScope = 3
    let pipeline = PipelineSamples.pipeline(PipelineSamples.training)
    let diagram = Diagram(pipeline: pipeline, title: "Test", limits: limits)
    #expect(diagram.scope.cards.count <= 4)
    #expect(diagram.notes.contains(.stepsLeftOut(5)))
  }
}

/// Every collected definition that AWS or its SDK takes for sound, and those with faults.
@Suite(.enabled(if: SharedCorpus.isAvailable, Comment(rawValue: SharedCorpus.skipped)))
struct PipelineCorpusDrawingTests {
  @Test(arguments: DrawingEngine.allCases)
  func holdsForCollectedDefinitions(_ engine: DrawingEngine) throws {
    var count = 0
    for folder in ["generated", "real", "invalid"] {
      let path = try SharedCorpus.path("pipelines/\(folder)")
      for name in try TestFiles.names(in: path) where name.hasSuffix(".json") {
        let source = SourceFile(path: name, bytes: try TestFiles.read("\(path)/\(name)"))
        let tree = SyntaxTree.read(source, as: .json)
        guard let root = tree.roots.first else { continue }
        let pipeline = Pipeline(tree, root: root)
        let diagram = Diagram(pipeline: pipeline, title: name, engine: engine)
        #expect(try Geometry.faults(diagram, of: pipeline) == [], "\(folder)/\(name)")
        count += 1
      }
    }
    #expect(count > 120)
  }
}
