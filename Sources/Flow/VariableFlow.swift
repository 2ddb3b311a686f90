public import Workflows

/// Which workflow variables have a value where.
///
/// A state sees what was assigned on the way to it, and a state of a branch or an inline item processor what was
/// there when the state around it began; what is assigned in there is gone when that ends. A Distributed Map's
/// states see nothing from outside. All expressions of a state see the values that were there when it began.
///
/// Where a transition cannot be known, any variable may have a value in the whole scope.
public struct VariableFlow: Sendable {
  public enum Presence: Sendable {
    /// No way to the state assigns the variable.
    case absent
    /// Some ways do, others do not.
    case possible
    /// All do; or nothing is known of them, or there are none.
    case certain
  }

  private let wordCount: Int
  /// By state times words plus word: the bits of variables that some way assigns, and of those that some way does not.
  private var assigned: [UInt64] = []
  private var lacking: [UInt64] = []

  /// - Parameters:
  ///   - assignments: Those of the graph's machine.
  ///   - tests: Variables, by their index, that a state asks for with an outcome that its ways out depend on: behind it
  ///     they count as assigned.
  ///
  /// O((states + transitions) × variables / 64) for what people write, and O((states + transitions) × variables) for
  /// anything; beyond ``workLimit`` nothing is known.
  public init(
    _ graph: FlowGraph, _ assignments: VariableAssignments, tests: [(state: StateID, variable: Int)]
  ) {
    let machine = graph.machine
    let variableCount = assignments.names.count + 1
    guard (machine.states.count + machine.transitions.count) * variableCount <= Self.workLimit else {
      wordCount = 0
      return
    }
    wordCount = (variableCount + 63) / 64
    assigned = Array(repeating: 0, count: machine.states.count * wordCount)
    lacking = assigned
    var solver = VariableFlowSolver(machine)
    for gains in VariableGains.byWord(assignments, tests, wordCount: wordCount).enumerated() {
      solver.solve(gains.element)
      for index in machine.states.indices {
        assigned[index * wordCount + gains.offset] = solver.facts[index].assigned
        lacking[index * wordCount + gains.offset] = solver.facts[index].lacking
      }
    }
  }

  private init() {
    wordCount = 0
  }

  /// Nothing is known of any state.
  public static let unknown = VariableFlow()

  /// More than any definition of 1 MB that is not made to be slow; a tenth of a second.
  private static let workLimit = 1 << 26

  /// Whether a variable has a value when a state begins.
  ///
  /// - Parameter variable: The index of its name; nil if nothing assigns it outright.
  public func presence(of variable: Int?, in state: StateID) -> Presence {
    guard wordCount > 0 else { return .certain }
    let bit = Self.bit(variable)
    let index = Int(state.index) * wordCount + bit / 64
    let mask: UInt64 = 1 << UInt64(bit % 64)
    if lacking[index] & mask == 0 { return .certain }
    return assigned[index] & mask == 0 ? .absent : .possible
  }

  /// The first bit stands for every variable that nothing assigns outright.
  static func bit(_ variable: Int?) -> Int { variable.map { $0 + 1 } ?? 0 }
}
