public import Discovery
public import SourceText
public import Syntax
import Workflows

/// A `${Name}` in a definition, for which whoever deploys it may fill something in.
///
/// CloudFormation replaces the text wherever it stands, before anything else reads the definition; a name that it has
/// nothing for stays as it is.
public struct Placeholder: Sendable {
  public let name: String
  /// The key or value that holds it.
  public let node: NodeID
  /// All of it, in the source of the definition's tree.
  public let range: ByteRange
  /// Whether the text of the node is nothing else.
  public let isWhole: Bool
  /// Whether another dollar sign stands before it, as in languages that write `$${Name}` for a text that should stay.
  public let isEscaped: Bool
}

extension Definition {
  /// The places of `${Name}` in it, in the order of the text, but for those that belong to the template around it:
  /// arguments of `Fn::Sub`, in which `${!Name}` stands for `${Name}`. O(bytes).
  public func placeholders() -> [Placeholder] {
    let tree = workflow.tree
    var search = PlaceholderSearch(tree: tree, embedding: embedding)
    var index = workflow.root.index
    let end = tree[workflow.root].next
    while index < end {
      let node = NodeID(index)
      if tree.isCall(node) {
        index = tree[node].next
      } else {
        search.look(at: node)
        index += 1
      }
    }
    return search.found
  }
}

extension Definition {
  /// The names in each `${Name}` and `${!Name}`, wherever it stands. O(bytes).
  public func placeholderNames() -> Set<String> {
    let tree = workflow.tree
    var names: Set<String> = []
    for index in workflow.root.index..<tree[workflow.root].next {
      let node = NodeID(index)
      guard tree.kind(node).isText, tree.hasSubstitution(node) else { continue }
      for part in tree.withText(node, PlaceholderText.parts) { names.insert(part.name) }
    }
    return names
  }
}

extension NodeKind {
  fileprivate var isText: Bool { self == .key || self == .string || self == .placeholder }
}

extension SyntaxTree {
  /// Whether the template makes something else of a value.
  fileprivate func isCall(_ node: NodeID) -> Bool {
    kind(node) != .placeholder && isUnsettled(node)
  }
}

private struct PlaceholderSearch {
  let tree: SyntaxTree
  let embedding: Embedding?
  private(set) var found: [Placeholder] = []

  init(tree: SyntaxTree, embedding: Embedding?) {
    self.tree = tree
    self.embedding = embedding
  }

  mutating func look(at node: NodeID) {
    guard tree.kind(node).isText, tree.hasSubstitution(node) else { return }
    for part in tree.withText(node, PlaceholderText.parts) {
      let range = tree.sourceRange(node, part.range)
      // A reference of the template is not the definition's.
      if let embedding, embedding.isFilledIn(at: range.start) != part.isLiteralInSub { continue }
      if embedding == nil, part.isLiteralInSub { continue }
      found.append(
        Placeholder(
          name: part.name, node: node, range: range, isWhole: part.isWhole, isEscaped: part.isEscaped))
    }
  }
}

/// Reads `${Name}` in a text.
private enum PlaceholderText {
  struct Part {
    let name: String
    /// In bytes of the text.
    let range: ByteRange
    let isWhole: Bool
    let isEscaped: Bool
    /// Whether it is `${!Name}`.
    let isLiteralInSub: Bool
  }

  static func parts(of text: UnsafeBufferPointer<UInt8>) -> [Part] {
    var parts: [Part] = []
    var index = 0
    while index + 3 < text.count {
      guard text[index] == dollar, text[index + 1] == UInt8(ascii: "{") else {
        index += 1
        continue
      }
      let isLiteralInSub = text[index + 2] == UInt8(ascii: "!")
      let start = index + (isLiteralInSub ? 3 : 2)
      let end = text[start...].firstIndex { !isOfName($0) } ?? text.count
      guard end < text.count, end > start, text[end] == UInt8(ascii: "}"), beginsName(text[start]) else {
        index += 2
        continue
      }
      parts.append(
        Part(
          name: String(decoding: text[start..<end], as: UTF8.self),
          range: ByteRange(UInt32(index), UInt32(end + 1)), isWhole: index == 0 && end + 1 == text.count,
          isEscaped: index > 0 && text[index - 1] == dollar, isLiteralInSub: isLiteralInSub))
      index = end + 1
    }
    return parts
  }

  private static let dollar = UInt8(ascii: "$")

  private static func beginsName(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_")
  }

  /// Any text may be a name; these are the letters of those that people write.
  private static func isOfName(_ byte: UInt8) -> Bool {
    beginsName(byte) || byte &- 0x30 < 10 || [0x2D, 0x2E, 0x3A].contains(byte)
  }
}
