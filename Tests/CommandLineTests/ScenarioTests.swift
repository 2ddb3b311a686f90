import CommandLineTool
import Configuration
import Repository
import SourceText
import TestSupport
import Testing

/// Runs every file of `Scenarios`. With `STATELINE_BLESS=1` in the environment, what came of a run is written
/// there as what is expected of the next; read the difference before you commit it.
@Suite struct ScenarioTests {
  private static let folder = (Path(#filePath).parent ?? ".").appending("Scenarios").description

  static let names = ((try? TestFiles.names(in: folder)) ?? []).filter { $0.hasSuffix(".scenario") }

  @Test func scenariosAreFound() {
    #expect(Self.names.count > 20)
  }

  @Test(arguments: names)
  func yieldsWhatItExpects(_ name: String) throws {
    let path = "\(Self.folder)/\(name)"
    let scenario = Scenario(try TestFiles.text(path))
    let actual = scenario.expecting(scenario.run())
    if TestFiles.environment("STATELINE_BLESS") == "1" { try TestFiles.write(actual.text, to: path) }
    for title in ["stdout", "stderr", "status"] {
      #expect(actual[title] == scenario[title], "\(title)")
    }
    #expect(actual.all("written").map(\.name) == scenario.all("written").map(\.name))
    #expect(actual.all("written").map(\.text) == scenario.all("written").map(\.text))
  }
}

extension Scenario {
  /// What comes of it, as sections.
  func run() -> [Section] {
    let terminals = self["terminals"] ?? ""
    let output = InMemorySink(isTerminal: terminals.contains("stdout"))
    let errors = InMemorySink(isTerminal: terminals.contains("stderr"))
    let writer = InMemoryFileWriter(unwritable: Set(all("unwritable").map(\.name)))
    let environment = environment
    var invocation = Invocation(
      arguments: arguments, environment: { environment[$0] }, output: output, errors: errors, files: files,
      writer: writer, rules: { testRules })
    if let limit = self["limits"] { invocation.limits.maximumFileSize = Int(limit.dropLast()) ?? 0 }
    let today = CalendarDate(String((self["today"] ?? "2026-06-30\n").dropLast()))
    invocation.today = { today ?? .today }
    invocation.topics = { ["flow": ["target-exists", "tidy-end"]] }
    let status = CommandLineTool.run(invocation)
    let written = writer.written.sorted { $0.key < $1.key }
    return [Section(title: "stdout", text: output.text), Section(title: "stderr", text: errors.text)]
      + written.map { Section(title: "written \($0.key)", text: $0.value) }
      + [Section(title: "status", text: "\(status.rawValue)\n")]
  }

  private var environment: [String: String] {
    let lines = (self["environment"] ?? "").split(separator: "\n")
    let pairs = lines.map { $0.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false) }
    return Dictionary(pairs.map { (String($0[0]), String($0.last ?? "")) }) { $1 }
  }

  private var files: StubbornFileSystem {
    var files = InMemoryFileSystem(standardInput: Array((self["stdin"] ?? "").utf8))
    for (name, text) in all("file") { files.write(Array(text.utf8), to: Path(name)) }
    var failures: [Path: ReadFailure.Reason] = [:]
    for (kind, reason) in [("unreadable", .noPermission), ("device", .isDevice)]
      as [(String, ReadFailure.Reason)]
    {
      for (name, _) in all(kind) {
        files.write([], to: Path(name))
        failures[Path(name)] = reason
      }
    }
    return StubbornFileSystem(files: files, failures: failures)
  }
}
