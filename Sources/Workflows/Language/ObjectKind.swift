import Syntax

/// The kinds of objects whose fields the States Language fixes.
public enum ObjectKind: UInt8, CaseIterable, Sendable {
  case machine, branch, processor, processorConfig
  case task, pass, wait, choice, parallel, map, succeed, fail
  /// A state whose `Type` is missing or unknown: any field of a state may stand in it.
  case untypedState
  case choiceRule
  /// A rule inside `And`, `Or` or `Not`.
  case nestedRule
  case retrier, catcher, credentials
  case itemReader, readerConfig, itemBatcher, resultWriter, writerConfig

  public init(_ type: StateType) {
    self =
      switch type {
      case .task: .task
      case .pass: .pass
      case .wait: .wait
      case .choice: .choice
      case .parallel: .parallel
      case .map: .map
      case .succeed: .succeed
      case .fail: .fail
      case .unknown: .untypedState
      }
  }

  /// How messages call such an object, with its article.
  public var phrase: String {
    switch self {
    case .machine: "a state machine"
    case .branch: "a branch of a Parallel state"
    case .processor: "an ItemProcessor"
    case .processorConfig: "a ProcessorConfig"
    case .task: "a Task state"
    case .pass: "a Pass state"
    case .wait: "a Wait state"
    case .choice: "a Choice state"
    case .parallel: "a Parallel state"
    case .map: "a Map state"
    case .succeed: "a Succeed state"
    case .fail: "a Fail state"
    case .untypedState: "a state"
    case .choiceRule: "a choice rule"
    case .nestedRule: "a nested choice rule"
    case .retrier: "a retrier"
    case .catcher: "a catcher"
    case .credentials: "Credentials"
    case .itemReader: "an ItemReader"
    case .readerConfig: "a ReaderConfig"
    case .itemBatcher: "an ItemBatcher"
    case .resultWriter: "a ResultWriter"
    case .writerConfig: "a WriterConfig"
    }
  }

  public var isState: Bool {
    switch self {
    case .task, .pass, .wait, .choice, .parallel, .map, .succeed, .fail, .untypedState: true
    default: false
    }
  }
}

/// The `Type` of a state.
public enum StateType: UInt8, CaseIterable, Sendable {
  case task, wait, pass, succeed, fail, choice, parallel, map
  /// Missing, not a string, or not one of the eight.
  case unknown

  /// As definitions spell it; empty for ``unknown``.
  public var name: String { "\(spelling)" }

  private var spelling: StaticString {
    switch self {
    case .task: "Task"
    case .wait: "Wait"
    case .pass: "Pass"
    case .succeed: "Succeed"
    case .fail: "Fail"
    case .choice: "Choice"
    case .parallel: "Parallel"
    case .map: "Map"
    case .unknown: ""
    }
  }

  /// The type that is spelt exactly so.
  init?(spelt text: UnsafeBufferPointer<UInt8>) {
    switch (text.count, text.first) {
    case (4, UInt8(ascii: "T")): self = .task
    case (4, UInt8(ascii: "W")): self = .wait
    case (4, UInt8(ascii: "P")): self = .pass
    case (4, UInt8(ascii: "F")): self = .fail
    case (7, UInt8(ascii: "S")): self = .succeed
    case (6, UInt8(ascii: "C")): self = .choice
    case (8, UInt8(ascii: "P")): self = .parallel
    case (3, UInt8(ascii: "M")): self = .map
    default: return nil
    }
    if !text.equals(spelling) { return nil }
  }

  /// The eight types of the language, in the order in which AWS lists them.
  public static let known: [StateType] = allCases.dropLast()
}

/// The language in which a state reads and writes data.
public enum QueryLanguage: UInt8, CaseIterable, Sendable {
  case jsonPath, jsonata

  public var name: String {
    switch self {
    case .jsonPath: "JSONPath"
    case .jsonata: "JSONata"
    }
  }
}
