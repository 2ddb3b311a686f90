import Diagnostics
import Linting
import SourceText
import Syntax
import Workflows

// MARK: - Mutations of one edit

extension Original {
  func removal(_ row: FieldRow, from object: NodeID) -> TextEdit {
    removal(key: row.key, value: row.value, from: object)
  }

  /// Writes another member in the place of one.
  func exchange(_ row: FieldRow, for member: String) -> TextEdit {
    TextEdit(ByteRange(tree.range(row.key).start, tree.range(row.value).end), member)
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
