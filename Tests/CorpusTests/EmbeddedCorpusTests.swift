import Discovery
import Repository
import SourceText
import Syntax
import TestSupport
import Testing
import Workflows

/// The definitions of real templates are found, in the templates and in the files that they refer to: as many, and with
/// the same states, as others extracted from them.
@Suite(.enabled(if: SharedCorpus.isAvailable, Comment(rawValue: SharedCorpus.skipped)))
struct EmbeddedCorpusTests {
  private let files = LocalFileSystem()

  /// Where the extraction is known to be wrong: it left out state machines that are there, or has one of them twice.
  private static let incompleteExtractions: Set<String> = [
    "c-3aa4283bbe", "c-7328efcd55", "c-739100ca70", "c-95d9ae245a", "c-9fa287a6fb",
    "c-a4e9913693",
  ]

  @Test(arguments: ["c", "d", "f"])
  func findsWhatOthersExtracted(_ kind: String) throws {
    for unit in try CorpusUnit.all(kinds: [kind]) {
      let found = try machines(of: unit)
      let expected = try extracted(from: unit)
      if Self.incompleteExtractions.contains(unit.id) {
        #expect(Set(found).isSuperset(of: expected), "\(unit)")
      } else {
        #expect(found.sorted() == expected.sorted(), "\(unit)")
      }
    }
  }

  /// Every range of a definition lies in its file: what stands at a state's name is its name.
  @Test(arguments: ["c", "d", "f"])
  func namesStandWhereTheyAreSaidToStand(_ kind: String) throws {
    var count = 0
    for unit in try CorpusUnit.all(kinds: [kind]) {
      for file in try linked(unit) {
        for definition in file.document.definitions {
          guard let machine = definition.workflow.machine else { continue }
          for state in machine.states {
            let inner = machine.tree.range(state.name)
            let range = definition.embedding?.range(inner) ?? inner
            let text = file.document.source.text(in: range)
            #expect(text.letters == machine.name(state.id).letters, "\(unit)")
            count += 1
          }
        }
      }
    }
    #expect(count > 20)
  }

  private func linked(_ unit: CorpusUnit) throws -> [LinkedFile] {
    let path = Path(unit.path)
    let source = try files.source(at: path, limits: Limits())
    guard let document = Discovery().document(source, origin: .named) else { return [] }
    // Units keep files at their paths, in no repository.
    return Linker(files: files, discovery: Discovery(), followsOutside: true).link([
      LinkedFile(document, at: path)
    ])
  }

  /// Each state machine as the names of its states.
  private func machines(of unit: CorpusUnit) throws -> [String] {
    try linked(unit).flatMap(\.document.definitions).compactMap { $0.workflow.machine.map(outline) }
  }

  private func extracted(from unit: CorpusUnit) throws -> [String] {
    let folder = unit.path.split(separator: "/", omittingEmptySubsequences: false)
    guard let index = folder.firstIndex(where: { $0 == unit.id }) else { return [] }
    let extractions = folder[...index].joined(separator: "/") + "/_extracted"
    guard TestFiles.isFolder(extractions) else { return [] }
    return try TestFiles.names(in: extractions).compactMap { name in
      let source = SourceFile(path: name, bytes: try TestFiles.read("\(extractions)/\(name)"))
      return Discovery().document(source, origin: .named)?.definitions.first?.workflow.machine.map(outline)
    }
  }

  private func outline(_ machine: StateMachine) -> String {
    machine.states.map { machine.name($0.id) }.sorted().joined(separator: ", ")
  }
}

extension String {
  /// The text without what quotes, escapes and folds it.
  fileprivate var letters: String { filter { !"\"'\\ \n".contains($0) } }
}
