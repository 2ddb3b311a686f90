public import Linting
import Repository

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Invocation {
  /// The invocation that this process is.
  ///
  /// From here on, writing to a pipe that nobody reads is an error of that write, not the end of the process.
  public static func ofThisProcess(rules: @escaping @Sendable () -> [Rule]) -> Invocation {
    signal(SIGPIPE, SIG_IGN)
    openStandardStreams()
    return Invocation(
      arguments: Array(CommandLine.arguments.dropFirst()),
      environment: { name in getenv(name).map { String(cString: $0) } },
      output: DescriptorSink.standardOutput(), errors: DescriptorSink.standardError(),
      files: LocalFileSystem(), writer: LocalFileWriter(), rules: rules)
  }
}

/// Opens those standard streams that whoever started the process closed, or the next file that is opened would take
/// the number of one, and be written to as if it were.
private func openStandardStreams() {
  for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
    // Takes the lowest free number, which is this one.
    _ = open("/dev/null", O_RDWR)
  }
}
