import Diagnostics
import SourceText
import Syntax
import Workflows

/// Texts that are not JSON, or too long.
let textOperators: [Operator] = [
  Operator("missing-comma", .refused, "7") { original in
    separators(in: original).map { Mutation(TextEdit($0, " ")) }
  },
  Operator("doubled-comma", .refused, "7") { original in
    separators(in: original).map { Mutation(TextEdit($0, ",,")) }
  },
  Operator("trailing-comma", .refused, "7") { original in
    original.objects(.task, .pass, .machine).filter { original.tree.count($0.node) > 0 }.map {
      Mutation(TextEdit(ByteRange(at: original.tree.range($0.node).end - 1), ","))
    }
  },
  Operator("missing-colon", .refused, "7") { original in
    original.machine.states.map { state in
      let between = ByteRange(original.tree.range(state.name).end, original.tree.range(state.node).start)
      return Mutation(TextEdit(between, " "))
    }
  },
  Operator("unquoted-key", .refused, "7") { original in
    original.machine.states.compactMap { original.machine.row(.type, of: $0) }.map {
      original.replacing($0.key, with: "Type")
    }
  },
  Operator("single-quotes", .refused, "7") { original in
    original.values(of: .type).map { original.replacing($0, with: "'\(original.tree.text($0))'") }
  },
  Operator("comment-in-json", .refused, "7") { original in
    original.machine.states.map {
      Mutation(TextEdit(ByteRange(at: original.tree.range($0.node).start + 1), " // a state\n"))
    }
  },
  Operator("text-behind-the-end", .refused, "7") { original in
    [Mutation(TextEdit(ByteRange(at: original.tree.range(original.machine.root).end), " }"))]
  },

  Operator("definition-that-is-no-object", .refused, "7") { original in
    let text = original.tree.source.text(in: original.tree.source.range)
    return ["[ \(text) ]", "\"a text\"", "5", " "].map {
      Mutation(TextEdit(original.tree.source.range, $0))
    }
  },

  // The API takes 1,048,576 characters.
  Operator("too-long-definition", .refused, "5") { original in
    // One is as good as the other, and each takes a while.
    guard original.id.hasPrefix("g-0") else { return [] }
    let comment = "\"" + String(repeating: "x", count: 1_048_576) + "\""
    return [original.setting(.comment, to: comment, in: original.machine.scopes[0])]
  },
]

/// The commas between the members of states.
private func separators(in original: Original) -> [ByteRange] {
  original.machine.states.flatMap { state in
    let members = original.memberRanges(state.node)
    return zip(members, members.dropFirst()).map { ByteRange($0.end, $1.start) }
  }
}
