import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes to a file descriptor, by blocks or at once. A broken pipe ends it quietly, provided that SIGPIPE is
/// ignored.
public final class DescriptorSink: TextSink {
  private struct State {
    var buffer: [UInt8] = []
    var failure: WriteFailure?
    /// Nobody reads any more, or writing failed: what comes is dropped.
    var isClosed = false
  }

  private static let blockSize = 1 << 16

  public let isTerminal: Bool
  private let descriptor: Int32
  private let name: String
  private let isBuffered: Bool
  private let state = Mutex(State())

  /// - Parameter name: For failures: `standard output`.
  public init(_ descriptor: Int32, name: String, isBuffered: Bool) {
    self.descriptor = descriptor
    self.name = name
    self.isBuffered = isBuffered
    isTerminal = isatty(descriptor) == 1
  }

  public static func standardOutput() -> DescriptorSink {
    DescriptorSink(STDOUT_FILENO, name: "standard output", isBuffered: true)
  }

  public static func standardError() -> DescriptorSink {
    DescriptorSink(STDERR_FILENO, name: "standard error", isBuffered: false)
  }

  public func write(_ text: String) {
    state.withLock { state in
      guard !state.isClosed else { return }
      state.buffer += text.utf8
      if !isBuffered || state.buffer.count >= Self.blockSize { drain(&state) }
    }
  }

  public func flush() -> WriteFailure? {
    state.withLock { state in
      drain(&state)
      return state.failure
    }
  }

  private func drain(_ state: inout State) {
    guard !state.isClosed, !state.buffer.isEmpty else { return }
    if let error = writeAll(state.buffer, to: descriptor) {
      state.isClosed = true
      if error != EPIPE { state.failure = WriteFailure(subject: name, reason: systemMessage(error)) }
    }
    state.buffer.removeAll(keepingCapacity: true)
  }
}

/// Writes all bytes, however many calls it takes.
///
/// - Returns: The error number if that failed.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
  bytes.withUnsafeBytes { bytes in
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      let written = write(descriptor, part.baseAddress, part.count)
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno == EAGAIN {
        // Whoever shares the stream may have made it non-blocking.
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&request, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}

func systemMessage(_ error: Int32) -> String {
  strerror(error).map { String(cString: $0) } ?? "error \(error)"
}
