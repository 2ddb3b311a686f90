import Expressions
import SourceText
import Syntax

/// A tree in the reference's terms as one line of text, with ranges in UTF-16 code units.
struct JSONataTreeDump {
  private let expression: JSONataExpression
  private let offsets: [Int]
  private(set) var text = ""

  init(_ expression: JSONataExpression, utf16Offsets: [Int]) {
    self.expression = expression
    offsets = utf16Offsets
    write(expression.root)
  }

  private mutating func write(_ id: JSONataNode.ID) {
    let node = expression[id]
    text += "(\(type(node)) \(value(id)) \(offsets[Int(node.range.start)]) \(offsets[Int(node.range.end)])"
    if node.flags.contains(.keepsArray) { text += " keepArray" }
    for (index, child) in expression.children(id).enumerated() {
      if node.kind == .sort, index > 0 {
        text += expression[child].flags.contains(.isDescending) ? " descending" : " ascending"
      }
      if expression.kind(child) == .signature {
        text += " " + expression.name(child).filter { !$0.isWhitespace }
      } else {
        write(child)
      }
    }
    text += ")"
  }

  private func type(_ node: JSONataNode) -> String {
    switch node.kind {
    case .name where [.and, .or, .in].contains(node.token): "operator"
    case .boolean, .null: "value"
    case .placeholder: "operator"
    case .negation, .array, .object: "unary"
    case .call: "function"
    case .partialCall: "partial"
    case .string, .number, .regex, .name, .variable, .wildcard, .descendant, .parent, .block, .transform,
      .lambda,
      .condition, .signature, .missing:
      "\(node.kind)"
    case .step, .predicate, .group, .sort, .focus, .index, .assignment, .chain, .range, .binary: "binary"
    }
  }

  private func value(_ id: JSONataNode.ID) -> String {
    switch expression.kind(id) {
    case .number: "\(expression.number(id) ?? .nan)"
    case .regex: "regex"
    default: expression.name(id)
    }
  }
}

/// The same text of a collected tree.
struct CollectedTreeDump {
  private let tree: SyntaxTree
  private(set) var text = ""

  init(_ tree: SyntaxTree, _ root: NodeID) {
    self.tree = tree
    write(root)
  }

  private static let children: [StaticString] = [
    "lhs", "procedure", "rhs", "condition", "then", "else", "pattern", "update", "delete", "expression",
    "expressions",
    "arguments", "pairs", "terms", "signature", "body",
  ]

  private mutating func write(_ node: NodeID) {
    let type = tree.value(node, "type").map(tree.text) ?? ""
    let range = tree.value(node, "range").map(tree.elements)?.map(tree.text) ?? []
    text += "(\(type) \(value(node, type)) \(range.joined(separator: " "))"
    if tree.value(node, "keepArray") != nil { text += " keepArray" }
    for name in Self.children where !(type == "lambda" && "\(name)" == "procedure") {
      if let child = tree.value(node, name) { writeChild(child) }
    }
    text += ")"
  }

  private mutating func writeChild(_ child: NodeID) {
    if tree.kind(child) == .string { text += " " + tree.text(child) }
    for element in tree.elements(child) { writeChild(element) }
    guard tree.kind(child) == .object else { return }
    if let isDescending = tree.value(child, "descending").flatMap(tree.boolean) {
      text += isDescending ? " descending" : " ascending"
      if let term = tree.value(child, "expression") { write(term) }
    } else {
      write(child)
    }
  }

  private func value(_ node: NodeID, _ type: String) -> String {
    guard let value = tree.value(node, "value") else { return "" }
    return switch type {
    case "number": "\(tree.number(value) ?? .nan)"
    case "regex": "regex"
    default: tree.text(value)
    }
  }
}
