import Flow
import SourceText
import Syntax
import TestSupport
import Testing
import Workflows

@Suite(.enabled(if: SharedCorpus.isAvailable, Comment(rawValue: SharedCorpus.skipped)))
struct PipelineGraphCorpusTests {
  @Test func graphsAreThoseOfTheCorpus() throws {
    let folder = try SharedCorpus.path("pipelines")
    let lines = try TestFiles.text("\(folder)/expected_graphs.jsonl").split(separator: "\n")
    #expect(lines.count == 68)
    var edgeCount = 0
    for line in lines {
      let expected = ExpectedGraph(String(line))
      let graph = PipelineGraph(try pipeline("\(folder)/\(expected.file)"))
      let comment = Comment(rawValue: expected.file)
      #expect(graph.nodeTexts == expected.nodes, comment)
      #expect(graph.edgeTexts == expected.edges, comment)
      #expect(graph.cycles.isEmpty, comment)
      edgeCount += expected.edges.count
    }
    #expect(edgeCount == 337)
  }

  @Test(arguments: [
    ("i03_cycle_depends_on", ["AbaloneProcess", "AbaloneEval"]),
    ("i04_cycle_data", ["AbaloneProcess", "AbaloneTrain"]),
    ("i53_self_reference", ["AbaloneTrain"]),
    ("i84_self_depends", ["B"]),
  ])
  func findsTheCycles(_ file: String, _ names: [String]) throws {
    let graph = PipelineGraph(try pipeline("\(SharedCorpus.path("pipelines"))/invalid/\(file).json"))
    #expect(graph.cycles.map { $0.map { graph.name($0.source) } } == [names])
  }

  private func pipeline(_ path: String) throws -> Pipeline {
    let tree = SyntaxTree.read(SourceFile(path: path, bytes: try TestFiles.read(path)), as: .json)
    return Pipeline(tree, root: try #require(tree.roots.first))
  }
}

/// A line of `expected_graphs.jsonl`, as sorted texts.
private struct ExpectedGraph {
  let file: String
  let nodes: [String]
  let edges: [String]

  init(_ line: String) {
    let tree = SyntaxTree.read(SourceFile(path: "expected_graphs.jsonl", text: line), as: .json)
    let root = tree.roots.first ?? NodeID(0)
    func text(_ object: NodeID, _ name: StaticString) -> String {
      tree.value(object, name).map(tree.text) ?? "-"
    }
    file = text(root, "file")
    nodes =
      tree.value(root, "nodes").map(tree.elements)?.map { node in
        let parent = tree.value(node, "parent").map(tree.elements)?.map(tree.text) ?? []
        return "\(text(node, "name")) \(text(node, "type")) \(parent.joined(separator: " "))"
      }.sorted() ?? []
    edges =
      tree.value(root, "edges").map(tree.elements)?.map { edge in
        let isHidden = tree.value(edge, "drawn").flatMap(tree.boolean) == false
        let name = "\(text(edge, "source")) \(text(edge, "target")) \(text(edge, "kind"))"
        return isHidden ? name + " hidden" : name
      }.sorted() ?? []
  }
}

extension PipelineGraph {
  fileprivate func name(_ step: StepID) -> String { pipeline.name(step) ?? "?" }

  fileprivate var nodeTexts: [String] {
    pipeline.steps.map { step in
      let list = pipeline[step.list]
      let parent = list.owner.map { "\(name($0)) \(list.kind.text.capital)" } ?? ""
      return "\(name(step.id)) \(step.type.name) \(parent)"
    }.sorted()
  }

  fileprivate var edgeTexts: [String] {
    edges.map { edge in
      let kind: String =
        switch edge.kind {
        case .data: "data"
        case .jsonGet: "jsonget"
        case .dependsOn(.completed): "depends"
        case .dependsOn(let trigger): "depends:\(trigger.name)"
        case .cleanup: "cleanup"
        case .member(let kind): kind.text
        }
      let text = "\(name(edge.source)) \(name(edge.target)) \(kind)"
      return edge.isDrawn ? text : text + " hidden"
    }.sorted()
  }
}

extension StepList.Kind {
  fileprivate var text: String {
    switch self {
    case .pipeline: "pipeline"
    case .ifBranch: "if"
    case .elseBranch: "else"
    case .body: "body"
    }
  }
}

extension String {
  fileprivate var capital: String { prefix(1).uppercased() + dropFirst() }
}
