import Discovery
import Portability
import SourceText
import TestSupport
import Testing

/// Verdicts over collected definitions: every file is survived, and what is said of them was read by hand.
@Suite(.enabled(if: SharedCorpus.isAvailable, Comment(rawValue: SharedCorpus.skipped)))
struct PortabilityCorpusTests {
  @Test func machinesThatShouldMoveAreFew() throws {
    var moving: Set<String> = []
    var count = 0
    for unit in try CorpusUnit.all() {
      for portability in try advice(unit.path) {
        count += 1
        expectSound(portability, unit.id)
        if portability.verdict.answer == .move { moving.insert(unit.id) }
      }
    }
    #expect(count > 900)
    // A pipeline from raw data to an endpoint, and three processing jobs one behind the other.
    #expect(moving == ["a-b14fc0d8b4", "a-dfae359b4e"])
  }

  @Test(arguments: [("real", 36), ("generated", 30), ("invalid", 50)])
  func pipelinesAreSurvived(_ folder: String, _ minimum: Int) throws {
    let path = try SharedCorpus.path("pipelines/\(folder)")
    var count = 0
    for name in try TestFiles.names(in: path) {
      for portability in try advice("\(path)/\(name)") {
        count += 1
        expectSound(portability, name)
        // Nobody who publishes a pipeline made it of bridges.
        if folder == "real" { #expect(portability.verdict.answer != .move, "\(name)") }
      }
    }
    #expect(count >= minimum - 2)
  }

  private func advice(_ path: String) throws -> [Portability] {
    let source = SourceFile(path: path, bytes: try TestFiles.read(path))
    let document = Discovery().document(source, origin: .named)
    return (document?.definitions ?? []).map { Portability(of: $0.workflow) }
  }

  private func expectSound(_ portability: Portability, _ name: String) {
    let counts = portability.counts
    #expect(Ease.allCases.reduce(0) { $0 + counts[$1] } == portability.parts.count, "\(name)")
    #expect(counts.sageMaker + counts.bridges + counts.unknown <= counts.work, "\(name)")
    #expect(!portability.verdict.isOverwhelming || portability.verdict.answer == .move, "\(name)")
    for item in portability.evidence { #expect(item.sentence.hasSuffix("."), "\(name): \(item.sentence)") }
  }
}
