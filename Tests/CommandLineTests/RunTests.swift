import CommandLineTool
import Repository
import Synchronization
import Testing

/// What scenarios cannot show: streams that fail, many files at a time, the passing of time.
@Suite struct RunTests {
  private let passes = #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } }"#

  private func invocation(
    _ arguments: [String], files: [Path: String] = [:], output: InMemorySink = InMemorySink(),
    errors: InMemorySink = InMemorySink()
  ) -> Invocation {
    Invocation(
      arguments: arguments, environment: { _ in nil }, output: output, errors: errors,
      files: InMemoryFileSystem(texts: files), writer: InMemoryFileWriter(), rules: { testRules })
  }

  @Test func outputThatCannotBeWrittenIsAFailure() {
    let failure = WriteFailure(subject: "standard output", reason: "No space left on device")
    let errors = InMemorySink()
    let run = invocation(["rules"], output: InMemorySink(failure: failure), errors: errors)
    #expect(CommandLineTool.run(run) == .failure)
    #expect(errors.text == "error: cannot write standard output: No space left on device\n")
  }

  @Test func orderDoesNotDependOnThreads() {
    var files: [Path: String] = [:]
    for number in 100..<400 {
      // Some take longer than others.
      let padding = String(repeating: " ", count: number.isMultiple(of: 7) ? 100_000 : 0)
      files[Path("flows/\(number).asl.json")] = padding + passes
    }
    let outputs = (0..<3).map { _ in
      let output = InMemorySink()
      _ = CommandLineTool.run(invocation(["lint", "--format", "jsonl"], files: files, output: output))
      return output.text
    }
    #expect(Set(outputs).count == 1)
    let lines = outputs[0].split(separator: "\n")
    #expect(lines.count == 300)
    for (line, number) in zip(lines, 100..<400) {
      #expect(line.contains(#""file":"flows/\#(number).asl.json""#))
    }
  }

  @Test func tellsTerminalsOfProgress() {
    let files: [Path: String] = ["a.asl.json": passes, "b.asl.json": passes]
    let errors = InMemorySink(isTerminal: true)
    var run = invocation(["lint"], files: files, errors: errors)
    run.progressDelay = .zero
    _ = CommandLineTool.run(run)
    // The second file is done too soon after the first to be worth a line.
    #expect(
      errors.text == "\r1 of 2 files read\u{1B}[K\r\u{1B}[K\r1 of 2 files checked\u{1B}[K\r\u{1B}[K"
        + "2 warnings in 2 workflows (2 files)\n")
  }

  @Test(arguments: [true, false])
  func staysSilentAboutQuickRunsAndToPipes(_ isTerminal: Bool) {
    let files: [Path: String] = ["a.asl.json": passes, "b.asl.json": passes]
    let errors = InMemorySink(isTerminal: isTerminal)
    var run = invocation(["lint"], files: files, errors: errors)
    if !isTerminal { run.progressDelay = .zero }
    _ = CommandLineTool.run(run)
    #expect(errors.text == "2 warnings in 2 workflows (2 files)\n")
  }

  @Test func readsTheEnvironmentOnlyForWhatItNeeds() {
    var run = invocation(["lint", "a.asl.json"], files: ["a.asl.json": passes])
    run.environment = { name in
      #expect(["COLUMNS", "NO_COLOR", "FORCE_COLOR", "TERM"].contains(name))
      return nil
    }
    #expect(CommandLineTool.run(run) == .clean)
  }

  @Test func leavesFilesAloneThatChangedMeanwhile() {
    let text = #"{ "Comment": "todo", "StartAt": "A", "States": { "A": { "Type": "Fail" } } }"#
    let errors = InMemorySink()
    let writer = InMemoryFileWriter()
    var run = invocation(["lint", "--fix", "a.asl.json"], errors: errors)
    run.files = EditedFileSystem(texts: ["a.asl.json": text])
    run.writer = writer
    #expect(CommandLineTool.run(run) == .failure)
    #expect(writer.written.isEmpty)
    #expect(errors.text.hasPrefix("error: a.asl.json is not fixed: it changed while it was checked\n"))
  }
}

/// Files to which somebody adds a blank each time that they are read.
private final class EditedFileSystem: FileSystem {
  private let files: InMemoryFileSystem
  private let readCount = Mutex(0)

  init(texts: [Path: String]) {
    files = InMemoryFileSystem(texts: texts)
  }

  func read(_ path: Path, limit: Int) throws(ReadFailure) -> [UInt8] {
    let count = readCount.withLock { count in
      defer { count += 1 }
      return count
    }
    return try files.read(path, limit: limit) + Array(repeating: 0x20, count: count)
  }

  func readStandardInput(limit: Int) throws(ReadFailure) -> [UInt8] { [] }

  func kind(of path: Path, followingLinks: Bool) throws(ReadFailure) -> FileKind {
    try files.kind(of: path, followingLinks: followingLinks)
  }

  func list(_ folder: Path, _ visit: (FolderEntry) -> Void) throws(ReadFailure) {
    try files.list(folder, visit)
  }

  func resolve(_ path: Path) throws(ReadFailure) -> Path { try files.resolve(path) }
}
