import Dispatch
import SourceText
import Testing

@testable import Repository

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Serialized, since some of them replace standard input.
@Suite(.serialized, .timeLimit(.minutes(10))) struct PipeTests {
  let disk = LocalFileSystem()
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.makePipe("pipe")
  }

  @Test(arguments: [0, 1, 65_536, 1_000_000])
  func readsANamedPipeToItsEnd(size: Int) throws {
    inBackground("head -c \(size) /dev/zero > \(quoted(folder("pipe")))")
    #expect(try disk.read(folder("pipe"), limit: size).count == size)
  }

  @Test func waitsForASlowWriter() throws {
    inBackground("(printf one; sleep 0.2; printf two) > \(quoted(folder("pipe")))")
    #expect(try disk.read(folder("pipe"), limit: 100) == Array("onetwo".utf8))
  }

  @Test(arguments: [0, 10, 1 << 20])
  func givesUpOnAnEndlessPipe(limit: Int) throws {
    inBackground("yes > \(quoted(folder("pipe")))")
    #expect(throws: ReadFailure(folder("pipe"), .tooLarge(limit: limit))) {
      try disk.read(folder("pipe"), limit: limit)
    }
  }

  @Test func readsWhatAShellSubstitutesForACommand() throws {
    let end = try pipeEnd(holding: "text")
    defer { close(end) }
    #expect(try disk.read(Path("/dev/fd/\(end)"), limit: 4) == Array("text".utf8))
  }

  @Test func readsStandardInput() throws {
    let source = try withStandardInput(try pipeEnd(holding: "text")) {
      try disk.standardInput(named: "a.json", limits: Limits())
    }
    #expect(source.path == "a.json")
    #expect(source.bytes == Array("text".utf8))
    #expect(throws: ReadFailure(.standardInput, .tooLarge(limit: 3))) {
      try withStandardInput(try pipeEnd(holding: "text")) { try disk.readStandardInput(limit: 3) }
    }
  }

  @Test func readsStandardInputByItsPath() throws {
    let bytes = try withStandardInput(try pipeEnd(holding: "text")) { try disk.read("/dev/stdin", limit: 4) }
    #expect(bytes == Array("text".utf8))
  }

  @Test func standardInputMayBeAFileThatIsPartlyRead() throws {
    try folder.write("0123456789", to: "file")
    let file = open(folder("file").description, O_RDONLY)
    lseek(file, 4, SEEK_SET)
    let bytes = try withStandardInput(file) { try disk.readStandardInput(limit: 10) }
    #expect(bytes == Array("456789".utf8))
  }

  @Test func standardInputMayNotBeAFolderOrClosed() throws {
    #expect(throws: ReadFailure(.standardInput, .isFolder)) {
      try withStandardInput(open(folder.path.description, O_RDONLY)) {
        try disk.readStandardInput(limit: 1 << 20)
      }
    }
    #expect(throws: ReadFailure(.standardInput, .system("Bad file descriptor"))) {
      try withStandardInput(try pipeEnd(holding: "")) {
        close(STDIN_FILENO)
        return try disk.readStandardInput(limit: 10)
      }
    }
  }

  @Test func waitsOnAnInputThatSomebodyMadeNonBlocking() throws {
    let ends = try makePipe()
    _ = fcntl(ends.reading, F_SETFL, O_NONBLOCK)
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.1) {
      write(ends.writing, "late", 4)
      close(ends.writing)
    }
    defer { close(ends.reading) }
    #expect(try readToEnd(of: ends.reading, expecting: 0, limit: 10) == Array("late".utf8))
  }

  /// The size that was asked for may be out of date.
  @Test(arguments: [0, 1, 9, 10, 11, 1_000])
  func theSizeIsOnlyAnExpectation(size: Int) throws {
    let end = try pipeEnd(holding: "0123456789")
    defer { close(end) }
    #expect(try readToEnd(of: end, expecting: size, limit: 1_000) == Array("0123456789".utf8))
  }

  @Test(arguments: [0, 3, 9])
  func readsOneByteBeyondTheLimitAtMost(size: Int) throws {
    let end = try pipeEnd(holding: "0123456789ABCDEF")
    defer { close(end) }
    #expect(throws: ReadFailure.Reason.tooLarge(limit: 9)) {
      try readToEnd(of: end, expecting: size, limit: 9)
    }
    #expect(try readToEnd(of: end, expecting: 0, limit: 100) == Array("ABCDEF".utf8))
  }
}

private func inBackground(_ command: String) {
  shell("(\(command)) >/dev/null 2>&1 &")
}

/// A pipe that no command which another test starts holds open.
private func makePipe() throws -> (reading: Int32, writing: Int32) {
  var ends: [Int32] = [0, 0]
  guard pipe(&ends) == 0 else { throw SystemError("pipe") }
  for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  return (ends[0], ends[1])
}

/// The reading end of a pipe that holds `text` and has no writer any more.
private func pipeEnd(holding text: String) throws -> Int32 {
  let ends = try makePipe()
  defer { close(ends.writing) }
  guard write(ends.writing, text, text.utf8.count) == text.utf8.count else { throw SystemError("write") }
  return ends.reading
}

/// Puts an open file in the place of standard input for the time of a call, and closes it.
private func withStandardInput<Value>(_ descriptor: Int32, _ body: () throws -> Value) throws -> Value {
  let original = dup(STDIN_FILENO)
  guard dup2(descriptor, STDIN_FILENO) != -1 else { throw SystemError("dup2") }
  close(descriptor)
  defer {
    dup2(original, STDIN_FILENO)
    close(original)
  }
  return try body()
}
