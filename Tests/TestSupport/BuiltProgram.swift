#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs the built program as people do.
public enum BuiltProgram {
  /// The path of the program: what `STATELINE_BINARY` names (`make test` names the release build), else what the
  /// package manager put beside the tests; nil if neither is there.
  public static let path: String? = {
    if let path = TestFiles.environment("STATELINE_BINARY"), !path.isEmpty { return path }
    guard let tests = CommandLine.arguments.first, let slash = tests.lastIndex(of: "/") else { return nil }
    let program = "\(tests[..<slash])/stateline"
    return access(program, X_OK) == 0 ? program : nil
  }()

  public static let missing = "the program is not built: run the tests with make test"

  /// Runs a script of `sh` in an empty folder; `$stateline` is the program.
  ///
  /// - Returns: What it wrote on standard output.
  public static func run(_ script: String) throws -> String {
    let frame = """
      stateline='\(path ?? "")'; unset COLUMNS NO_COLOR FORCE_COLOR
      folder=$(mktemp -d) && cd "$folder" || exit 1
      \(script)
      rm -rf "$folder"
      """
    guard let stream = popen(frame, "r") else { throw TestFiles.Failure(description: "cannot start sh") }
    defer { pclose(stream) }
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, stream)
      guard count > 0 else { return String(decoding: output, as: UTF8.self) }
      output += chunk[..<count]
    }
  }
}
