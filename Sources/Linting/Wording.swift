package import Syntax
package import Workflows

/// A name as messages show it: in quotes, and shortened if it is very long.
package func quoted(_ name: some StringProtocol) -> String {
  let limit = 90
  return name.unicodeScalars.count <= limit ? "\"\(name)\"" : "\"\(name.prefix(limit))…\""
}

/// `A`, `A and B`, `A, B and C`.
package func listed(_ items: [String], _ conjunction: String = "and") -> String {
  guard items.count > 1 else { return items.first ?? "" }
  return items.dropLast().joined(separator: ", ") + " \(conjunction) " + items[items.count - 1]
}

/// `1 state`, `2 states`.
package func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}

/// `another state does`, `2 other states do`: those that share a fault with the first.
package func otherStatesDo(_ count: Int) -> String {
  count == 1 ? "another state does" : "\(counted(count, "other state")) do"
}

/// "Did you mean "X"?", if there is such an X.
package func didYouMean(_ suggestion: String?) -> String? {
  suggestion.map { "Did you mean \(quoted($0))?" }
}

extension NodeKind {
  /// `a list`, `null`
  package var phrase: String {
    switch self {
    case .object: "an object"
    case .array: "a list"
    case .string, .key: "a string"
    case .number: "a number"
    case .boolean: "a boolean"
    case .null: "null"
    case .placeholder, .missing: "unknown"
    }
  }
}

extension StateMachine {
  /// A state's name in quotes.
  package func quotedName(_ id: StateID) -> String { quoted(name(id)) }

  /// What to underline for a finding about a whole object: the name of a state, the key of a part, else the object.
  package func title(of object: ObjectRow) -> NodeID {
    if object.kind.isState, let state = object.state { return self[state].name }
    return object.node
  }
}
