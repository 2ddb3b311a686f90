import SourceText
import Syntax
import Testing

/// What a JSON report says to who reads it.
indirect enum ReadJSON: Hashable {
  case null, boolean(Bool), number(Double), string(String), array([ReadJSON]), object([String: ReadJSON])

  /// Fails the test if the text is not JSON.
  init(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let tree = SyntaxTree.read(SourceFile(path: "report", text: text), as: .json)
    #expect(tree.defects.isEmpty, sourceLocation: sourceLocation)
    self = tree.roots.first.map { ReadJSON(tree, $0) } ?? .null
  }

  init(_ tree: SyntaxTree, _ node: NodeID) {
    switch tree.kind(node) {
    case .object:
      self = .object(
        Dictionary(tree.members(node).map { (tree.text($0.key), ReadJSON(tree, $0.value)) }) { $1 })
    case .array: self = .array(tree.elements(node).map { ReadJSON(tree, $0) })
    case .string: self = .string(tree.text(node))
    case .number: self = .number(tree.number(node) ?? .nan)
    case .boolean: self = .boolean(tree.boolean(node) ?? false)
    default: self = .null
    }
  }

  /// A member; `null` if it is not there.
  subscript(name: String) -> ReadJSON {
    if case .object(let members) = self { members[name] ?? .null } else { .null }
  }

  /// An element; `null` if it is not there.
  subscript(index: Int) -> ReadJSON {
    elements.indices.contains(index) ? elements[index] : .null
  }

  var elements: [ReadJSON] {
    if case .array(let elements) = self { elements } else { [] }
  }

  var names: [String] {
    if case .object(let members) = self { members.keys.sorted() } else { [] }
  }
}

extension ReadJSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral text: String) { self = .string(text) }
  init(integerLiteral number: Int) { self = .number(Double(number)) }
  init(booleanLiteral flag: Bool) { self = .boolean(flag) }
  init(arrayLiteral elements: ReadJSON...) { self = .array(elements) }
  init(dictionaryLiteral members: (String, ReadJSON)...) {
    self = .object(Dictionary(members) { $1 })
  }
}
