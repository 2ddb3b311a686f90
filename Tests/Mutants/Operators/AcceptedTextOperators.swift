import Diagnostics
import SourceText
import Syntax
import Workflows

/// Other ways to write the same definition.
let acceptedTextOperators: [Operator] = [
  Operator("reorder-members", .accepted, "1.1") { original in
    original.machine.objects.flatMap { object in
      let members = original.memberRanges(object.node)
      return zip(members, members.dropFirst()).map { original.swapping($0, $1) }
    }
  },
  Operator("reorder-states", .accepted, "1.1") { original in
    original.values(of: .states).flatMap { states in
      let members = original.memberRanges(states)
      return zip(members, members.dropFirst()).map { original.swapping($0, $1) }
    }
  },
  Operator("more-blanks", .accepted, "7") { original in
    original.scalars(.key).map {
      Mutation(TextEdit(ByteRange(at: original.tree.range($0).start), "\n\t \r\n"))
    }
  },
  Operator("no-blanks", .accepted, "7") { original in
    [Mutation(TextEdit(original.tree.source.range, withoutBlanks(original)))]
  },
  Operator("escaped-letter-of-a-string", .accepted, "7") { original in
    original.scalars(.string).compactMap { escapingFirstLetter(of: $0, original) }
  },
  Operator("escaped-letter-of-a-key", .accepted, "7") { original in
    original.scalars(.key).compactMap { escapingFirstLetter(of: $0, original) }
  },
  Operator("escaped-slash", .accepted, "7") { original in
    original.scalars(.string).filter { original.spelling($0).contains("/") }.map {
      original.replacing($0, with: original.spelling($0).replacing("/", with: "\\/"))
    }
  },
  Operator("comment", .accepted, "1.2") { original in
    let objects = original.machine.objects.filter { object in
      FieldTable.specification(.comment, in: object.kind) != nil && !object.fields.present.contains(.comment)
    }
    return objects.map { original.inserting(#""Comment": "$.a[ {% $ %} States.Foo( é""#, into: $0.node) }
  },
]

func escapingFirstLetter(of node: NodeID, _ original: some AcceptedDefinition) -> Mutation? {
  let spelling = original.spelling(node)
  guard let letter = spelling.dropFirst().first, letter.isASCII, letter != "\\", letter != "\"",
    let value = letter.unicodeScalars.first?.value
  else { return nil }
  let digits = String(value, radix: 16)
  let escape = "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  return original.replacing(node, with: "\"\(escape)\(spelling.dropFirst(2))")
}

/// The text without what stands between its tokens.
func withoutBlanks(_ original: some AcceptedDefinition) -> String {
  var isString = false
  var isEscaped = false
  let kept = original.tree.source.bytes.filter { byte in
    defer {
      if !isEscaped, byte == UInt8(ascii: "\"") { isString.toggle() }
      isEscaped = !isEscaped && isString && byte == UInt8(ascii: "\\")
    }
    return isString || ![0x20, 0x09, 0x0A, 0x0D].contains(byte)
  }
  return String(decoding: kept, as: UTF8.self)
}
