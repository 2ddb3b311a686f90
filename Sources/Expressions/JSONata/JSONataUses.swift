/// What an expression reads and calls.
public struct JSONataUses: Sendable {
  /// In source order of their first bytes, as far as evaluation goes from left to right.
  public internal(set) var contextReads: [ContextRead] = []
  /// Variables that the expression does not bind itself: functions of the library, `$states` and workflow
  /// variables.
  public internal(set) var variables: [VariableRead] = []
  public internal(set) var calls: [Call] = []
  /// Those of all variables, one behind the other.
  var steps: [JSONataNode.ID] = []

  /// A place that reads the context item, which Step Functions does not provide.
  ///
  /// Only the first step of a path reads it. What stands in later steps, predicates, order-bys, groups and
  /// transforms looks at an item of its own. Lambdas look at what their surroundings look at.
  public struct ContextRead: Hashable, Sendable {
    public let kind: Kind
    /// A name, a string that stands as a name, or a variable.
    public let node: JSONataNode.ID

    public enum Kind: Hashable, Sendable {
      /// `name`, the field of the context item.
      case field
      /// `name(…)`, mostly a `$` forgotten.
      case callee
      /// `$`
      case context
      /// `$$`
      case root
      /// `$$` where there is a context item, which is not what it reads.
      case innerRoot
    }
  }

  public struct VariableRead: Hashable, Sendable {
    public let node: JSONataNode.ID
    let firstStep: UInt32
    /// How many names stand behind it.
    public internal(set) var stepCount: UInt32 = 0
    public internal(set) var isCallee = false
  }

  /// A call by a `$name` or by a name without `$`.
  public struct Call: Hashable, Sendable {
    /// The call; of a function to the right of `~>` without parentheses the variable.
    public let node: JSONataNode.ID
    public let callee: JSONataNode.ID
    /// Placeholders and what `~>` hands over included.
    public let argumentCount: Int
    public let isPartial: Bool
    /// Whether the expression itself binds the variable, so that it is no function of the library.
    public internal(set) var isLocal: Bool
  }
}

extension JSONataUses {
  /// The names that stand behind a variable, up to the first predicate, wildcard or anything else that is no name:
  /// `input` and `items` of `$states.input.items[0].id`.
  public func steps(of read: VariableRead) -> ArraySlice<JSONataNode.ID> {
    steps[Int(read.firstStep)..<Int(read.firstStep + read.stepCount)]
  }
}

extension JSONataExpression {
  /// Finds what the expression reads and calls. O(nodes × nesting), and O(nodes) for what people write.
  public func uses() -> JSONataUses {
    var walk = JSONataUsesWalk(self)
    return walk.run()
  }
}
