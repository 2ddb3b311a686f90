import Diagnostics
import Linting
import SourceText
import Syntax
import Workflows

// MARK: - Edits

extension Original {
  func replacement(_ node: NodeID, _ text: String) -> TextEdit { TextEdit(tree.range(node), text) }

  /// Puts members in front of those that an object has.
  func insertion(_ members: String, into object: NodeID) -> TextEdit {
    let position = tree.range(object).start + 1
    return TextEdit(ByteRange(at: position), tree.count(object) == 0 ? members : "\(members), ")
  }

  func removal(_ row: FieldRow, from object: NodeID) -> TextEdit {
    // Of a single member no comma has to go.
    tree.removal(of: row.key, from: object)
      ?? TextEdit(ByteRange(tree.range(row.key).start, tree.range(row.value).end), "")
  }

  /// Writes another member in the place of one.
  func exchange(_ row: FieldRow, for member: String) -> TextEdit {
    TextEdit(ByteRange(tree.range(row.key).start, tree.range(row.value).end), member)
  }
}

// MARK: - Mutations of one edit

extension Original {
  func replacing(_ node: NodeID, with text: String, victims: [NodeID] = []) -> Mutation {
    Mutation(replacement(node, text), victims: victims)
  }

  func inserting(_ members: String, into object: NodeID, victims: [NodeID] = []) -> Mutation {
    Mutation(insertion(members, into: object), victims: victims)
  }

  func removing(_ field: Field, from owner: some HasFields, victims: [NodeID] = []) -> Mutation? {
    machine.row(field, of: owner).map { Mutation(removal($0, from: owner.node), victims: victims) }
  }

  /// Gives a field another value, or adds it.
  func setting(_ field: Field, to value: String, in owner: some HasFields) -> Mutation {
    if let present = machine.value(field, of: owner) { return replacing(present, with: value) }
    return inserting("\"\(field.name)\": \(value)", into: owner.node)
  }
}

// MARK: - Mutations in several places

extension Original {
  /// Gives a state another name, everywhere.
  func renaming(_ state: State, to name: String) -> Mutation {
    Mutation(references(to: state).map { replacement($0, quoted(name)) })
  }

  /// A state's name and all that names it: the `StartAt` of its scope and transitions.
  func references(to state: State) -> [NodeID] {
    var nodes = [state.name]
    let scope = machine[state.scope]
    if scope.start == .state(state.id), let start = machine.value(.startAt, of: scope) { nodes.append(start) }
    nodes += machine.transitions.filter { $0.target == .state(state.id) }.map(\.name)
    return nodes
  }

  /// Puts each of two neighbours where the other is.
  func swapping(_ first: ByteRange, _ second: ByteRange) -> Mutation {
    let source = tree.source
    return Mutation(TextEdit(first, source.text(in: second)), TextEdit(second, source.text(in: first)))
  }

  /// The members of an object with their keys.
  func memberRanges(_ object: NodeID) -> [ByteRange] {
    tree.members(object).map { ByteRange(tree.range($0.key).start, tree.range($0.value).end) }
  }
}

/// A string as JSON writes it.
func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
