import CommandLineTool
import Configuration
import Diagnostics
import Repository
import Rules
import SourceText
import TestSupport
import Testing
import Workflows

/// The page about the configuration: its files are read, its commands run.
@Suite struct ConfigurationPageTests {
  private let blocks: [MarkdownBlock]

  init() throws {
    let root = #filePath.replacing("/Tests/CommandLineTests/ConfigurationPageTests.swift", with: "")
    blocks = MarkdownBlock.all(in: try TestFiles.text("\(root)/docs/configuration.md"))
  }

  @Test func commandsPrintWhatThePageShows() {
    var files = InMemoryFileSystem()
    var runs = 0
    for block in blocks {
      if block.title.hasPrefix("file: ") {
        files.write(Array(block.text.utf8), to: Path(String(block.title.dropFirst(6))))
        continue
      }
      var shown = ""
      for line in block.text.split(separator: "\n") where line.hasPrefix("$ ") {
        shown += "\(line)\n" + run(line.dropFirst(2), &files)
        runs += 1
      }
      #expect(shown == block.text)
    }
    #expect(runs == 3)
  }

  private func run(_ command: Substring, _ files: inout InMemoryFileSystem) -> String {
    let (output, errors, writer) = (InMemorySink(), InMemorySink(), InMemoryFileWriter())
    var run = Invocation(
      arguments: command.split(separator: " ").dropFirst().map(String.init), environment: { _ in nil },
      output: output, errors: errors, files: files, writer: writer, rules: { catalog })
    run.topics = { topics }
    run.today = { CalendarDate("2026-06-30") ?? .today }
    _ = CommandLineTool.run(run)
    for (name, text) in writer.written { files.write(Array(text.utf8), to: Path(name)) }
    return output.text + errors.text
  }

  /// What the template shows as comments is a sound configuration, and uses every setting.
  @Test func templateIsSound() throws {
    let (errors, writer) = (InMemorySink(), InMemoryFileWriter())
    let run = Invocation(
      arguments: ["init"], environment: { _ in nil }, output: InMemorySink(), errors: errors,
      files: InMemoryFileSystem(), writer: writer, rules: { catalog })
    #expect(CommandLineTool.run(run) == .clean)
    let text = try #require(writer.written["stateline.yaml"])
    #expect(text.split(separator: "\n").allSatisfy { $0.hasPrefix("#") })
    let reader = ConfigurationReader(rules: catalog, topics: topics)
    let asWritten = reader.read(SourceFile(path: "stateline.yaml", text: text))
    #expect(asWritten.diagnostics.map(\.message) == [])
    let names = Setting.allCases.map { "# \($0.rawValue):" }
    let lines = text.split(separator: "\n").drop { line in !names.contains { line.hasPrefix($0) } }
    let settings = lines.filter { line in
      line.hasPrefix("#   ") || names.contains { line.hasPrefix($0) }
    }
    let configuration = reader.read(
      SourceFile(path: "stateline.yaml", text: settings.map { $0.dropFirst(2) + "\n" }.joined()))
    #expect(configuration.diagnostics.map(\.message) == [])
    #expect(configuration.failOn == .warning && configuration.paths == ["flows"])
    #expect(configuration.ignores.count == 1 && configuration.exclude != nil)
    #expect(configuration.settings(for: "flows/express/a.json").machineType == .express)
    #expect(configuration.settings(for: "examples/a.json").machineType == .express)
  }
}
