import Discovery
import SourceText
import Syntax
import TestSupport
import Testing
import Workflows

/// Collected Terraform files: what stands in them is found, and where it stands.
@Suite(.enabled(if: SharedCorpus.isAvailable, Comment(rawValue: SharedCorpus.skipped)))
struct TerraformCorpusTests {
  private static func units() throws -> [CorpusUnit] { try CorpusUnit.all(kinds: ["e"]) }

  private func document(_ unit: CorpusUnit) throws -> Document? {
    let source = SourceFile(path: unit.path, bytes: try TestFiles.read(unit.path))
    return Discovery().document(source, origin: .walked)
  }

  /// Each definition that somebody extracted from the text of a file is found in it.
  @Test func findsAllThatStandThere() throws {
    var extractedCount = 0
    for unit in try Self.units() {
      let parent = unit.path.prefix(upTo: unit.path.lastIndex(of: "/") ?? unit.path.startIndex)
      let folder = "\(parent)/_extracted"
      let names = TestFiles.isFolder(folder) ? try TestFiles.names(in: folder) : []
      let extracted = names.filter { $0.contains("heredoc") || $0.contains("jsonencode") }
      extractedCount += extracted.count
      let definitions = try document(unit)?.definitions ?? []
      #expect(definitions.count >= extracted.count, "\(unit)")
      for definition in definitions {
        let machine = try #require(definition.workflow.machine)
        #expect(machine.states.isEmpty == false && machine.tree.defects.isEmpty, "\(unit)")
      }
    }
    #expect(extractedCount > 30)
  }

  /// A name is underlined where it was typed, or where an expression says it.
  @Test func placesNamesWhereTheyStand() throws {
    var count = 0
    for unit in try Self.units() {
      guard let document = try document(unit) else { continue }
      for definition in document.definitions {
        let embedding = try #require(definition.embedding)
        let tree = definition.workflow.tree
        for index in tree.nodes.indices where tree.nodes[index].kind == .key {
          let typed = document.source.text(in: embedding.range(tree.nodes[index].range))
          guard !typed.hasPrefix("local.") else { continue }
          #expect(typed.filter { $0 != "\"" } == tree.text(NodeID(UInt32(index))), "\(unit)")
          count += 1
        }
      }
    }
    #expect(count > 2_000)
  }
}
