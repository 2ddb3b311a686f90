import CommandLineTool
import Rules

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Assembles the program from its parts. Everything else is in modules that tests can reach.
@main
struct Stateline {
  static func main() {
    var invocation = Invocation.ofThisProcess(rules: { catalog })
    invocation.topics = { topics }
    let status = CommandLineTool.run(invocation)
    exit(status.rawValue)
  }
}
