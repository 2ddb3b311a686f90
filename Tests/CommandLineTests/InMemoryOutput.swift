import CommandLineTool
import Repository
import Synchronization

/// Keeps what is written.
final class InMemorySink: TextSink {
  let isTerminal: Bool
  private let failure: WriteFailure?
  private let content = Mutex("")

  init(isTerminal: Bool = false, failure: WriteFailure? = nil) {
    self.isTerminal = isTerminal
    self.failure = failure
  }

  var text: String { content.withLock(\.self) }

  func write(_ text: String) {
    content.withLock { $0 += text }
  }

  func flush() -> WriteFailure? { failure }
}

/// Keeps the files that are written, and refuses some.
final class InMemoryFileWriter: FileWriter {
  private let unwritable: Set<String>
  private let files = Mutex<[String: String]>([:])

  init(unwritable: Set<String> = []) {
    self.unwritable = unwritable
  }

  var written: [String: String] { files.withLock(\.self) }

  func write(_ text: String, to path: Path) throws(WriteFailure) {
    if unwritable.contains(path.description) {
      throw WriteFailure(subject: path.description, reason: "permission denied")
    }
    files.withLock { $0[path.description] = text }
  }

  func replace(_ path: Path, with bytes: [UInt8]) throws(WriteFailure) {
    try write(String(decoding: bytes, as: UTF8.self), to: path)
  }

  func makeFolder(_ path: Path) throws(WriteFailure) {
    if unwritable.contains(path.description) {
      throw WriteFailure(subject: path.description, reason: "permission denied")
    }
  }
}
