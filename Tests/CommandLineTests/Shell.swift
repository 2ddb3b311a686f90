#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs the built program as people do.
enum Shell {
  struct NoShell: Error {}

  /// The path of the program, which the package manager puts beside the tests; nil if it is not there.
  static let program: String? = {
    guard let tests = CommandLine.arguments.first, let slash = tests.lastIndex(of: "/") else { return nil }
    let program = "\(tests[..<slash])/stateline"
    return access(program, X_OK) == 0 ? program : nil
  }()

  /// Runs a script of `sh` in an empty folder; `$stateline` is the program.
  ///
  /// - Returns: What it wrote on standard output.
  static func run(_ script: String) throws -> String {
    let frame = """
      stateline='\(program ?? "")'; unset COLUMNS NO_COLOR FORCE_COLOR
      folder=$(mktemp -d) && cd "$folder" || exit 1
      \(script)
      rm -rf "$folder"
      """
    guard let stream = popen(frame, "r") else { throw NoShell() }
    defer { pclose(stream) }
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 12)
    while true {
      let count = fread(&chunk, 1, chunk.count, stream)
      guard count > 0 else { return String(decoding: output, as: UTF8.self) }
      output += chunk[..<count]
    }
  }
}
