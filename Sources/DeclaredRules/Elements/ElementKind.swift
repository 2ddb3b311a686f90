import Linting

/// What a declared rule is about: a kind of part of a definition.
enum ElementKind: Sendable {
  case workflow
  /// A state of one of these types.
  case state(TypeSet, name: String)
  case catcher, retrier, transition
  case step, parameter
  /// The values that a path leads to.
  case values(ValuePath)

  /// The kinds by their names, in the order of the documents.
  static let named: [(name: String, kind: ElementKind)] =
    [("workflow", .workflow), ("state", .state(.all, name: "state"))]
    + StateType.known.map { type in
      let name = type.name.lowercased()
      return (name, .state(TypeSet([type.rawValue]), name: name))
    }
    + [
      ("catcher", .catcher), ("retrier", .retrier), ("transition", .transition), ("step", .step),
      ("parameter", .parameter),
    ]

  var isOfMachines: Bool {
    switch self {
    case .step, .parameter: false
    default: true
    }
  }

  var isOfPipelines: Bool {
    switch self {
    case .workflow, .values, .step, .parameter: true
    default: false
    }
  }

  var isState: Bool {
    if case .state = self { true } else { false }
  }

  /// Whether such an element is, or belongs to, something with a type.
  var hasType: Bool {
    switch self {
    case .state, .catcher, .retrier, .transition, .step: true
    default: false
    }
  }

  /// How problems call such elements.
  var plural: String {
    switch self {
    case .workflow: "workflows"
    case .state(_, "state"): "states"
    case .state(_, let name): "\(name) states"
    case .catcher: "catchers"
    case .retrier: "retriers"
    case .transition: "transitions"
    case .step: "steps"
    case .parameter: "parameters"
    case .values: "values at a path"
    }
  }
}

/// A set of types of states or steps, by their raw values.
struct TypeSet: Sendable {
  private var bits: UInt64

  static let all = TypeSet(bits: .max)

  private init(bits: UInt64) {
    self.bits = bits
  }

  init(_ values: some Sequence<UInt8>) {
    bits = values.reduce(0) { $0 | 1 << UInt64($1) }
  }

  func contains(_ value: UInt8) -> Bool { bits >> UInt64(value) & 1 == 1 }
}
