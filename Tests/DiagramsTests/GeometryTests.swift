import SourceText
import Syntax
import TestSupport
import Testing
import Workflows

@testable import Diagrams

@Suite struct GeometryTests {
  @Test(arguments: Samples.all, DrawingEngine.allCases)
  func holdsForSamples(_ text: String, _ engine: DrawingEngine) throws {
    let machine = Samples.machine(text)
    let diagram = Diagram(machine: machine, title: "Test", engine: engine)
    #expect(try Geometry.faults(diagram, of: machine) == [])
  }

  @Test func graphvizDrawsWhereItIsInstalled() {
    let notes = Samples.diagram(Samples.order).notes
    if GraphvizLayout.unavailability == nil { #expect(notes == []) } else { #expect(notes.count == 1) }
  }

  @Test(arguments: 0..<40, DrawingEngine.allCases)
  func holdsForRandomMachines(_ seed: Int, _ engine: DrawingEngine) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let machine = Samples.machine(Self.randomScope(&random, depth: 0, serial: 0).text)
    let diagram = Diagram(machine: machine, title: "Test", engine: engine)
    // Lines of a graph without order may touch cards; boxes never do each other.
    let faults = try Geometry.faults(diagram, of: machine).filter { !$0.contains("runs through") }
    #expect(faults == [])
  }

  /// A scope of random states, with their serial numbers in their names.
  static func randomScope(_ random: inout SplitMix64, depth: Int, serial: Int) -> (text: String, next: Int) {
    let count = Int.random(in: 1...8, using: &random)
    var next = serial + count
    func name(_ random: inout SplitMix64) -> String {
      "S\(serial + Int.random(in: 0..<count, using: &random))"
    }
    var states: [String] = []
    for index in 0..<count {
      let body: String
      switch Int.random(in: 0..<(depth < 2 ? 6 : 4), using: &random) {
      case 0: body = #""Type": "Succeed""#
      case 1:
        let rules = (0..<Int.random(in: 1...3, using: &random)).map { _ in
          #"{ "Variable": "$.v", "IsNull": true, "Next": "\#(name(&random))" }"#
        }
        body = #""Type": "Choice", "Choices": [ \#(rules.joined(separator: ", ")) ]"#
      case 4, 5:
        let inner = randomScope(&random, depth: depth + 1, serial: next)
        next = inner.next
        body = #""Type": "Map", "ItemProcessor": \#(inner.text), "Next": "\#(name(&random))""#
      default:
        let handler = #"[ { "ErrorEquals": [ "States.ALL" ], "Next": "\#(name(&random))" } ]"#
        body = #""Type": "Task", "Resource": "r", "Next": "\#(name(&random))", "Catch": \#(handler)"#
      }
      states.append(#""S\#(serial + index)": { \#(body) }"#)
    }
    return (#"{ "StartAt": "S\#(serial)", "States": { \#(states.joined(separator: ", ")) } }"#, next)
  }
}

/// Every collected definition that can be read.
@Suite(.enabled(if: SharedCorpus.isAvailable, Comment(rawValue: SharedCorpus.skipped)))
struct CorpusDrawingTests {
  private static func machine(_ unit: CorpusUnit) throws -> StateMachine? {
    let notation: Notation = unit.path.hasSuffix("yaml") || unit.path.hasSuffix("yml") ? .yaml : .json
    let source = SourceFile(path: unit.path, bytes: try TestFiles.read(unit.path))
    let tree = SyntaxTree.read(source, as: notation)
    guard let root = tree.roots.first, tree.value(root, "States") != nil else { return nil }
    return StateMachine(tree, root: root)
  }

  @Test(arguments: DrawingEngine.allCases)
  func holdsForCollectedDefinitions(_ engine: DrawingEngine) throws {
    var count = 0
    for unit in try CorpusUnit.all(kinds: ["a", "b", "g", "h"]) {
      guard let machine = try Self.machine(unit) else { continue }
      let diagram = Diagram(machine: machine, title: unit.id, engine: engine)
      #expect(try Geometry.faults(diagram, of: machine) == [], "\(unit)")
      count += 1
    }
    #expect(count > 800)
  }
}
