import ArgumentParser
import Configuration
import Repository

/// `stateline init`.
struct InitCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a configuration to begin with.",
    discussion: """
      It writes stateline.yaml into the current folder, with every setting as a comment. It never writes over a \
      configuration that is there.
      """)

  @OptionGroup var common: CommonOptions

  var color: ColorChoice { common.color }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitStatus {
    for name in ConfigurationFile.names {
      do throws(ReadFailure) {
        guard try invocation.files.kind(of: Path(name), followingLinks: false) != .missing else { continue }
      } catch {
        guard error.reason != .missing else { continue }
        console.error(error)
        return .failure
      }
      throw UsageError("\(name) is there already; it stays as it is")
    }
    let name = ConfigurationFile.names[0]
    do throws(WriteFailure) {
      try invocation.writer.write(ConfigurationTemplate.text, to: Path(name))
    } catch {
      console.error(error)
      return .failure
    }
    console.remark("wrote \(name)")
    return .clean
  }
}
