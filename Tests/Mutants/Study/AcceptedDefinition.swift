import Diagnostics
import Discovery
import Linting
import SourceText
import Syntax

/// A definition that AWS accepted, in either language, and edits of its text.
protocol AcceptedDefinition: Sendable {
  /// In the manifest of its corpus.
  var id: String { get }
  var document: Document { get }
  /// What a state machine is created as; of no meaning for a pipeline.
  var machineType: MachineType { get }
}

extension AcceptedDefinition {
  var tree: SyntaxTree { document.tree }

  /// The text of a node as it is written.
  func spelling(_ node: NodeID) -> String { tree.source.text(in: tree.range(node)) }

  /// The keys of all objects, or the strings.
  func scalars(_ kind: NodeKind) -> [NodeID] {
    tree.nodes.indices.map { NodeID(UInt32($0)) }.filter { tree.kind($0) == kind }
  }

  /// The members of an object with their keys.
  func memberRanges(_ object: NodeID) -> [ByteRange] {
    tree.members(object).map { ByteRange(tree.range($0.key).start, tree.range($0.value).end) }
  }
}

// MARK: - Edits

extension AcceptedDefinition {
  func replacement(_ node: NodeID, _ text: String) -> TextEdit { TextEdit(tree.range(node), text) }

  /// Puts members in front of those that an object has, or elements in front of those of an array.
  func insertion(_ content: String, into collection: NodeID) -> TextEdit {
    let position = tree.range(collection).start + 1
    return TextEdit(ByteRange(at: position), tree.count(collection) == 0 ? content : "\(content), ")
  }

  func removal(key: NodeID, value: NodeID, from object: NodeID) -> TextEdit {
    // Of a single member no comma has to go.
    tree.removal(of: key, from: object)
      ?? TextEdit(ByteRange(tree.range(key).start, tree.range(value).end), "")
  }

  /// Takes an element out of an array, with the comma that parts it from its neighbour.
  func removal(of element: NodeID, from array: NodeID) -> TextEdit? {
    let elements = tree.elements(array)
    guard let position = elements.firstIndex(of: element) else { return nil }
    let range = tree.range(element)
    if position + 1 < elements.count {
      return TextEdit(ByteRange(range.start, tree.range(elements[position + 1]).start), "")
    }
    return TextEdit(
      ByteRange(position > 0 ? tree.range(elements[position - 1]).end : range.start, range.end), "")
  }
}

// MARK: - Mutations

extension AcceptedDefinition {
  func replacing(_ node: NodeID, with text: String, victims: [NodeID] = []) -> Mutation {
    Mutation(replacement(node, text), victims: victims)
  }

  func inserting(_ content: String, into collection: NodeID, victims: [NodeID] = []) -> Mutation {
    Mutation(insertion(content, into: collection), victims: victims)
  }

  /// Puts each of two neighbours where the other is.
  func swapping(_ first: ByteRange, _ second: ByteRange) -> Mutation {
    let source = tree.source
    return Mutation(TextEdit(first, source.text(in: second)), TextEdit(second, source.text(in: first)))
  }
}
