import TestSupport
import Testing

@testable import Diagrams

/// Large and hostile definitions: a picture in bounded time, and a word about what it leaves out.
@Suite struct LimitTests {
  @Test func cutsLongChains() throws {
    var limits = DrawingLimits()
    limits.cardsInOneLayout = 20
    limits.cardsInPart = 10
    let machine = Samples.machine(Samples.chain(100, catching: true))
    let parts = Diagram(machine: machine, title: "Chain").scope.content.parts(limits)
    #expect(parts.count > 5 && parts.allSatisfy { $0.cards.count <= 15 })
    let diagram = Diagram(machine: machine, title: "Chain", limits: limits)
    #expect(try Geometry.faults(diagram, of: machine) == [])
    for engine in DrawingEngine.allCases {
      let diagram = Diagram(machine: machine, title: "Chain", engine: engine, limits: limits)
      #expect(try Geometry.faults(diagram, of: machine) == [])
    }
  }

  @Test func endsLongLinesInPills() throws {
    let states = (0..<120).map { index in
      """
      "S\(index)": { "Type": "Choice", "Default": "F",
        "Choices": [ { "Variable": "$.n", "NumericEquals": 1, "Next": "S\(min(index + 1, 119))" } ] }
      """
    }
    let machine = Samples.machine(
      #"{ "StartAt": "S0", "States": { \#(states.joined(separator: ", ")), "F": { "Type": "Fail" } } }"#)
    let diagram = Diagram(machine: machine, title: "Fan")
    #expect(diagram.scope.content.links.filter(\.isJump).count > 100)
    #expect(try Geometry.faults(diagram, of: machine) == [])
  }

  @Test func closesContainersAboveTheLimitAndSaysSo() {
    var limits = DrawingLimits()
    limits.states = 5
    let machine = Samples.machine(Samples.order)
    let diagram = Diagram(machine: machine, title: "Order", limits: limits)
    #expect(diagram.notes.contains(.collapsed(depth: 0)))
    #expect(diagram.scope.content.cards.allSatisfy { !$0.isContainer })
    #expect(diagram.scope.content.cards.first { $0.name == "Fulfil" }?.note == "3 states")
    #expect(Diagram(machine: machine, title: "Order", collapse: 1).notes.contains(.collapsed(depth: 1)))
  }

  @Test func leavesOutWhatOneScopeHasTooMuchOf() throws {
    var limits = DrawingLimits()
    limits.cardsInScope = 10
    limits.linesInScope = 5
    let machine = Samples.machine(Samples.chain(30, catching: false))
    let diagram = Diagram(machine: machine, title: "Chain", limits: limits)
    #expect(diagram.notes.contains(.leftOut(20)))
    #expect(diagram.scope.cards.count == 10 && diagram.scope.lines.count == 5)
    #expect(Geometry.faults(diagram.scope) == [])
  }

  @Test func takesTheSimpleLayoutWhereGraphvizWouldTakeTooLong() {
    var limits = DrawingLimits()
    limits.graphvizSize = 3
    let diagram = Diagram(machine: Samples.machine(Samples.order), title: "Order", limits: limits)
    #expect(diagram.notes.contains(.tooLargeForGraphviz))
    #expect(!diagram.svg().contains("simple layout"))
  }

  @Test(arguments: 0..<60)
  func enginesPlaceRandomGraphs(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var graph = LayoutGraph()
    for _ in 0..<Int.random(in: 0...30, using: &random) {
      graph.boxes.append(
        Size(width: .random(in: 1...300, using: &random), height: .random(in: 1...200, using: &random)))
    }
    for _ in 0..<Int.random(in: 0...60, using: &random) where !graph.boxes.isEmpty {
      graph.edges.append(
        LayoutGraph.Edge(
          tail: .random(in: graph.boxes.indices, using: &random),
          head: .random(in: graph.boxes.indices, using: &random), weight: .random(in: 0...12, using: &random),
          leavesBottom: .random(using: &random), entersTop: .random(using: &random),
          isHidden: .random(using: &random)))
    }
    let limited = LayeredLayout(maximumBends: 3)
    let engines: [any LayoutEngine] = [
      LayeredLayout(), limited, GraphvizLayout(), GraphvizLayout(isQuick: true),
    ]
    for engine in engines {
      guard !(engine is GraphvizLayout) || GraphvizLayout.unavailability == nil else { continue }
      let layout = try engine.layout(graph)
      #expect(layout.centers.count == graph.boxes.count && layout.curves.count == graph.edges.count)
      let boxes = zip(layout.centers, graph.boxes).map { Rect(center: $0, size: $1).grown(by: -1) }
      for (index, box) in boxes.enumerated() {
        #expect(!boxes[(index + 1)...].contains { $0.overlaps(box) })
        #expect(box.minX >= -1 && box.maxX <= layout.size.width + 1)
        #expect(box.minY >= -1 && box.maxY <= layout.size.height + 1)
      }
    }
  }
}
