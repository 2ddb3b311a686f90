import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The built program among other processes: what no injected value can stand in for.
@Suite(.enabled(if: BuiltProgram.path != nil, Comment(rawValue: BuiltProgram.missing)))
struct ProcessTests {
  private let workflow = #"{ "StartAt": "A", "States": { "A": { "Type": "Fail" } } }"#

  @Test func tellsItsVersion() throws {
    #expect(try BuiltProgram.run("$stateline --version; echo $?") == "0.1.0\n0\n")
  }

  @Test func lintsStandardInput() throws {
    #expect(
      try BuiltProgram.run("echo '\(workflow)' | $stateline lint - 2>&1; echo $?")
        == "no problems in 1 workflow (1 file)\n0\n")
  }

  @Test func keepsStreamsApart() throws {
    #expect(
      try BuiltProgram.run("$stateline lint --format json gone.json 2>/dev/null | head -1; echo $?")
        == "{\n0\n")
    #expect(
      try BuiltProgram.run("$stateline lint gone.json 2>&1 >/dev/null").hasPrefix(
        "error: cannot read gone.json"))
  }

  @Test func endsQuietlyWhenNobodyReads() throws {
    // The reader is gone before the writer writes, and the status is the writer's.
    let script = "{ sleep 0.2; $stateline rules --format json; echo $? >&2; } 2>status | true; cat status"
    #expect(try BuiltProgram.run(script) == "0\n")
  }

  @Test(.enabled(if: access("/dev/full", W_OK) == 0))
  func saysThatADiskIsFull() throws {
    #expect(
      try BuiltProgram.run("$stateline rules 2>&1 >/dev/full; echo $?")
        == "error: cannot write standard output: No space left on device\n3\n")
    #expect(
      try BuiltProgram.run("echo '\(workflow)' | $stateline lint --format json=/dev/full - 2>&1; echo $?")
        .hasPrefix(
          "error: cannot write /dev/full: No space left on device\n"))
  }

  @Test func standsUpToClosedStreams() throws {
    let script = "echo '\(workflow)' > a.asl.json; $stateline lint --format json"
    #expect(try BuiltProgram.run("\(script) >&-; echo $?") == "0\n")
    #expect(try BuiltProgram.run("\(script) 2>&- | head -1") == "{\n")
    // Standard input that is closed is empty.
    #expect(
      try BuiltProgram.run("$stateline lint - <&- 2>&1 >/dev/null; echo $?") == "1 error in 1 file\n1\n")
  }

  @Test func writesReports() throws {
    let script =
      "echo '\(workflow)' | $stateline lint --format json=report.json - 2>&1 && head -1 report.json"
    #expect(try BuiltProgram.run(script) == "no problems in 1 workflow (1 file)\n{\n")
  }

  @Test func readsPipesToTheirEnd() throws {
    #expect(
      try BuiltProgram.run("mkfifo pipe; (echo '\(workflow)' > pipe &); $stateline lint pipe 2>&1")
        == "no problems in 1 workflow (1 file)\n")
  }

  @Test func givesUpOnEndlessPipes() throws {
    #expect(
      try BuiltProgram.run("mkfifo pipe; (yes > pipe 2>/dev/null &); $stateline lint pipe 2>&1; echo $?")
        == "error: cannot read pipe: it is larger than 64 MiB, the most that is read of one file\n3\n")
    #expect(
      try BuiltProgram.run("yes | $stateline lint - 2>&1; echo $?")
        == "error: cannot read standard input: it is larger than 64 MiB, the most that is read of one file\n3\n"
    )
  }

  @Test func refusesDevicesAndLargeFiles() throws {
    #expect(
      try BuiltProgram.run("$stateline lint /dev/zero 2>&1; echo $?")
        == "error: cannot read /dev/zero: it is a device; only files and pipes are read\n3\n")
    #expect(
      try BuiltProgram.run(
        "dd if=/dev/null of=large.json bs=1 seek=200000000 2>/dev/null; $stateline lint large.json 2>&1; echo $?"
      )
        == "error: cannot read large.json: it is larger than 64 MiB, the most that is read of one file\n3\n")
  }
}
