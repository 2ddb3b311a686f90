/// How much an expression depends on a variable.
public enum JSONataNeed: Sendable {
  /// Without a value of the variable the expression surely has none.
  case indispensable
  /// Without it the expression may have a value.
  case optional
  /// The expression asks whether it has a value.
  case tested
}

extension JSONataExpression {
  /// How much the expression depends on each variable that it reads and does not bind, by name.
  ///
  /// A variable without a value is no error in JSONata. It is nothing, and paths, arithmetic, comparisons of order and
  /// most functions make nothing of nothing, which Step Functions does not take as the value of a field. Other parts
  /// make something of it: `$a & "b"`, `[$a]`, `$append($a, 1)`, `$a = 1`. A variable is tested inside `$exists(…)` and
  /// its like, in the condition of `? :`, and beside `and` and `or`; if it is tested anywhere, then wherever it is read.
  ///
  /// O(nodes).
  public func needs(_ uses: JSONataUses) -> [String: JSONataNeed] {
    let walk = JSONataNeedsWalk(self, uses)
    let isIndispensable = walk.indispensable()
    let isTested = walk.tested()
    var result: [String: JSONataNeed] = [:]
    for read in uses.variables where !read.isCallee {
      let index = Int(read.node.index)
      let name = name(read.node)
      if isTested[index] {
        result[name] = .tested
      } else if isIndispensable[index], result[name] != .tested {
        result[name] = .indispensable
      } else if result[name] == nil {
        result[name] = .optional
      }
    }
    return result
  }
}

/// Hands marks down the tree, which needs no recursion: parents stand behind their children.
private struct JSONataNeedsWalk {
  private let expression: JSONataExpression
  /// The calls of functions that the expression binds itself.
  private let localCalls: Set<JSONataNode.ID>

  init(_ expression: JSONataExpression, _ uses: JSONataUses) {
    self.expression = expression
    localCalls = Set(uses.calls.lazy.filter(\.isLocal).map(\.node))
  }

  /// By node: whether the expression has no value if the node has none.
  func indispensable() -> [Bool] {
    var marks = [Bool](repeating: false, count: expression.nodes.count)
    marks[Int(expression.root.index)] = true
    for index in marks.indices.reversed() where marks[index] {
      for child in decidingOperands(of: JSONataNode.ID(index: UInt32(index))) {
        marks[Int(child.index)] = true
      }
    }
    return marks
  }

  /// By node: whether it is part of a test.
  func tested() -> [Bool] {
    var marks = [Bool](repeating: false, count: expression.nodes.count)
    for index in marks.indices.reversed() {
      let id = JSONataNode.ID(index: UInt32(index))
      for child in marks[index] ? expression.children(id) : testedOperands(of: id) {
        marks[Int(child.index)] = true
      }
    }
    return marks
  }

  private func decidingOperands(of id: JSONataNode.ID) -> ArraySlice<JSONataNode.ID> {
    let children = expression.children(id)
    let node = expression[id]
    switch node.kind {
    case .step, .predicate, .negation: return children.prefix(1)
    case .block: return children.suffix(1)
    case .assignment: return children.dropFirst()
    case .binary: return node.token.isNothingWithNothing ? children : []
    case .call, .chain: return argument(of: id, to: functionsOfNothing)
    default: return []
    }
  }

  private func testedOperands(of id: JSONataNode.ID) -> ArraySlice<JSONataNode.ID> {
    let children = expression.children(id)
    let node = expression[id]
    switch node.kind {
    case .condition: return children.prefix(1)
    case .binary: return node.token == .and || node.token == .or ? children : []
    case .call, .chain: return argument(of: id, to: testingFunctions)
    default: return []
    }
  }

  /// The first argument of a call, if it is of one of these functions of the library.
  private func argument(of id: JSONataNode.ID, to functions: Set<String>) -> ArraySlice<JSONataNode.ID> {
    let children = expression.children(id)
    guard let last = children.last else { return [] }
    if expression.kind(id) == .call {
      return isCall(id, of: functions) ? children.dropFirst().prefix(1) : []
    }
    let isOfThese =
      switch expression.kind(last) {
      case .call: isCall(last, of: functions)
      case .variable: !localCalls.contains(last) && functions.contains(expression.name(last))
      default: false
      }
    return isOfThese ? children.prefix(1) : []
  }

  private func isCall(_ id: JSONataNode.ID, of functions: Set<String>) -> Bool {
    guard let callee = expression.children(id).first, expression.kind(callee) == .variable else {
      return false
    }
    return !localCalls.contains(id) && functions.contains(expression.name(callee))
  }
}

extension JSONataTokenKind {
  /// Whether the operator makes nothing of nothing.
  fileprivate var isNothingWithNothing: Bool {
    switch self {
    case .plus, .minus, .asterisk, .slash, .percent, .less, .lessOrEqual, .greater, .greaterOrEqual: true
    default: false
    }
  }
}

private let testingFunctions: Set<String> = ["exists", "type", "boolean", "not", "count"]

/// Functions whose result is nothing if their first argument is (the reference's `functions.js`, 2.0.6).
private let functionsOfNothing: Set<String> = [
  "abs", "average", "base64decode", "base64encode", "ceil", "contains", "decodeUrl", "decodeUrlComponent",
  "distinct", "encodeUrl", "encodeUrlComponent", "filter", "floor", "formatBase", "formatInteger",
  "formatNumber",
  "fromMillis", "join", "length", "lowercase", "map", "max", "merge", "min", "number", "pad", "parseInteger",
  "power", "replace", "reverse", "round", "shuffle", "single", "sort", "split", "sqrt", "string", "substring",
  "substringAfter", "substringBefore", "sum", "toMillis", "trim", "uppercase",
]
