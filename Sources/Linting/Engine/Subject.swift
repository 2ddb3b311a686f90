public import Discovery
public import Expressions
public import Flow
public import SourceText
public import Syntax
public import Workflows

/// What a rule about state machines may see: one definition and what follows from it.
///
/// Analyses are computed when first asked for and shared by all rules. A subject belongs to one thread.
public final class Subject {
  public let source: SourceFile
  public let tree: SyntaxTree
  public let definition: Definition
  public let machine: StateMachine
  public let machineType: MachineType

  public private(set) lazy var flow = FlowGraph(machine)
  /// Every string that is read as an expression.
  public private(set) lazy var expressionSites = {
    guard !soundLanguages.areAll else { return machine.expressionSites() }
    return machine.expressionSites { soundLanguages[$0] }
  }()
  private lazy var soundLanguages = SoundLanguages(self)

  /// Whether the query language of a state is known and not itself at fault; of nil, that of the machine.
  public func isLanguageSound(of state: StateID?) -> Bool { soundLanguages[state] }

  /// Whether that is so of all states.
  public var areLanguagesSound: Bool { soundLanguages.areAll }

  /// What every `Assign` assigns.
  public private(set) lazy var assignments = machine.variableAssignments()
  private(set) lazy var reads = ExpressionReads(self)
  /// Where expressions read the context object.
  public var contextReads: [ContextRead] { reads.context }
  /// The workflow variables that are read where they have, or may have, no value.
  public private(set) lazy var variables = Variables(self)

  private lazy var templateValues = MemoOfSites(count: expressionSites.count, tree) { [tree] node in
    let value = tree.withText(node, TemplateValue.parse)
    return (value: value, isSound: value.isSound)
  }
  private lazy var jsonataReadings = MemoOfSites(count: expressionSites.count, tree) { [machine] node in
    let hasSubstitution = machine.hasSubstitution(node)
    return machine.tree.withText(node) { JSONataReading($0, hasSubstitution: hasSubstitution) }
  }

  /// What the value of a `.$` field, `ErrorPath` or `CausePath` is. Definitions have the same few many times: each text
  /// is read once for all rules.
  public func templateValue(_ site: ExpressionSite) -> TemplateValue {
    let memo = templateValues
    let place = memo.place(of: site)
    return memo.values[place].value
  }

  /// Whether nothing is wrong with such a value, or with a path in it: as most are, and cheaper to ask.
  public func isSound(_ site: ExpressionSite) -> Bool {
    let memo = templateValues
    let place = memo.place(of: site)
    return memo.values[place].isSound
  }

  /// What a site of kind `jsonata` says. Each text is read once for all rules.
  public func jsonata(_ site: ExpressionSite) -> JSONataReading {
    let memo = jsonataReadings
    let place = memo.place(of: site)
    return memo.values[place]
  }

  /// The places of `${Name}`, but for those that belong to the template around the definition.
  public private(set) lazy var placeholders = definition.placeholders()
  /// The names of all of them, and of those that belong to the template.
  public private(set) lazy var placeholderNames = definition.placeholderNames()

  /// The names of errors that retriers and catchers handle.
  public private(set) lazy var errorNames = machine.errorNames()

  /// By state. Made at once: almost every rule about Tasks asks, and a lazy property costs as much again each time.
  private let resources: [ResourceARN]

  init(_ definition: Definition, _ machine: StateMachine, machineType: MachineType) {
    self.definition = definition
    self.machineType = machineType
    self.machine = machine
    tree = machine.tree
    source = tree.source
    resources = machine.resources()
  }

  /// What a Task calls; ``ResourceARN/unknown`` for another state, and where it cannot be known.
  public func resource(of state: State) -> ResourceARN { resources[Int(state.id.index)] }
}

extension StateMachine {
  /// What each state calls.
  fileprivate func resources() -> [ResourceARN] {
    // Definitions call the same few things many times; the latest are kept.
    var known: [(node: NodeID, resource: ResourceARN)] = []
    return states.map { state in
      guard state.type == .task, let node = value(.resource, of: state), !tree.isTagged(node) else {
        return .unknown
      }
      if let same = known.last(where: { tree.haveSameText($0.node, node) }) { return same.resource }
      let resource = resource(of: state)
      if known.count == 8 { known.removeFirst() }
      known.append((node, resource))
      return resource
    }
  }
}
