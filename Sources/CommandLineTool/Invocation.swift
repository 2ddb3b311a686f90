public import Configuration
public import Linting
public import Repository
public import SourceText

/// Everything that a run of the program may see and touch.
public struct Invocation: Sendable {
  /// Without the program's name.
  public var arguments: [String]
  /// The value of an environment variable.
  public var environment: @Sendable (_ name: String) -> String?
  public var output: any TextSink
  public var errors: any TextSink
  public var files: any FileSystem
  public var writer: any FileWriter
  /// All rules there are; asked for only by verbs that need them.
  public var rules: @Sendable () -> [Rule]
  /// The day on which it is run.
  public var today: @Sendable () -> CalendarDate = { .today }
  /// The ids of the rules about each topic.
  public var topics: @Sendable () -> [String: [String]] = { [:] }
  public var limits = Limits()
  /// How long a run stays silent before it tells a terminal how far it is.
  public var progressDelay: Duration = .milliseconds(500)

  public init(
    arguments: [String], environment: @escaping @Sendable (_ name: String) -> String?,
    output: any TextSink, errors: any TextSink, files: any FileSystem, writer: any FileWriter,
    rules: @escaping @Sendable () -> [Rule]
  ) {
    self.arguments = arguments
    self.environment = environment
    self.output = output
    self.errors = errors
    self.files = files
    self.writer = writer
    self.rules = rules
  }
}
