import Syntax

/// What a value in a CloudFormation template stands for, as far as it is a text.
enum CloudFormationValue {
  /// The text of this scalar. If it is an argument of `Fn::Sub`, CloudFormation fills in what is in it.
  case text(NodeID, isFilledIn: Bool)
  /// The texts of the parts, with a separator between them.
  case join(separator: NodeID?, parts: [NodeID])
  /// Something that only the deployment knows.
  case unknown

  init(_ value: NodeID, in tree: SyntaxTree) {
    if let tag = tree.tags[value] {
      self = Self.call(tag, value, in: tree)
      return
    }
    switch tree.kind(value) {
    case .string: self = .text(value, isFilledIn: false)
    case .object where tree.count(value) == 1:
      let key = NodeID(value.index + 1)
      self = Self.call(tree.text(key), NodeID(key.index + 1), in: tree)
    default: self = .unknown
    }
  }

  /// A function by its short or its long name.
  private static func call(_ name: String, _ argument: NodeID, in tree: SyntaxTree) -> CloudFormationValue {
    let elements = tree.elements(argument)
    switch name {
    case "!Sub", "Fn::Sub":
      guard let text = tree.kind(argument) == .array ? elements.first : argument, tree.kind(text) == .string
      else {
        return .unknown
      }
      return .text(text, isFilledIn: true)
    case "!Join", "Fn::Join":
      guard elements.count == 2, tree.kind(elements[1]) == .array, !tree.isTagged(elements[1]) else {
        return .unknown
      }
      return .join(
        separator: tree.kind(elements[0]) == .string ? elements[0] : nil, parts: tree.elements(elements[1]))
    default: return .unknown
    }
  }
}
