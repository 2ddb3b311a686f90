import ArgumentParser
import Reports

/// `stateline schema`.
struct SchemaCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print a JSON Schema, for editors and validators.",
    discussion: """
      config describes stateline.yaml.

      asl describes workflows in the Amazon States Language: the fields of each object, their types, and which \
      exclude each other. What takes two places to see, such as a state that is missing, "stateline lint" finds.
      """)

  /// What there is a schema of.
  enum Subject: String, CaseIterable, ExpressibleByArgument {
    case asl, config
  }

  @Argument(help: ArgumentHelp("What the schema is of.", valueName: "subject"))
  var subject: Subject

  @OptionGroup var common: CommonOptions

  var color: ColorChoice { common.color }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitStatus {
    switch subject {
    case .config:
      let schema = ConfigurationSchema(rules: invocation.rules(), topics: invocation.topics())
      console.show(schema.document.indented + "\n")
    case .asl: console.show(StatesLanguageSchema.document.indented + "\n")
    }
    return .clean
  }
}
