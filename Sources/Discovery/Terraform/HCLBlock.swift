import SourceText

/// A block at the top of a file in HCL: `type "label" "label" { name = value … }`.
struct HCLBlock {
  let type: String
  let labels: [String]
  /// What is said in it, without the blocks inside it.
  let attributes: [HCLAttribute]

  func attribute(_ name: String) -> HCLAttribute? { attributes.last { $0.name == name } }
}

struct HCLAttribute {
  let name: String
  let nameRange: ByteRange
  /// The expression.
  let value: ByteRange
}

extension HCLBlock {
  /// The blocks of a file that are asked for, in its order; what is in the others is passed over. O(bytes)
  ///
  /// - Parameter isWanted: Gets the type and the labels.
  static func read(
    _ source: SourceFile, limits: Limits, where isWanted: (String, [String]) -> Bool
  ) -> [HCLBlock] {
    let text = ByteRange(UInt32(source.byteOrderMarkLength), source.range.end)
    var reader = HCLBlockReader(cursor: HCLCursor(source, text, limits))
    return reader.blocks(where: isWanted)
  }
}

private struct HCLBlockReader {
  var cursor: HCLCursor

  mutating func blocks(where isWanted: (String, [String]) -> Bool) -> [HCLBlock] {
    var blocks: [HCLBlock] = []
    while true {
      cursor.skipBlanks(andLineEnds: true)
      if cursor.isAtEnd { return blocks }
      guard let word = cursor.readIdentifier() else {
        cursor.skipToken()
        continue
      }
      let type = cursor.text(in: word)
      guard readAttribute(word) == nil, let labels = readLabels() else { continue }
      if isWanted(type, labels) {
        blocks.append(HCLBlock(type: type, labels: labels, attributes: readAttributes()))
      } else {
        cursor.skipBrackets()
      }
    }
  }

  /// Behind a name: its value, if an equals sign follows.
  private mutating func readAttribute(_ name: ByteRange) -> HCLAttribute? {
    cursor.skipBlanks(andLineEnds: false)
    guard cursor.peek == UInt8(ascii: "="), cursor.peek(1) != UInt8(ascii: "=") else { return nil }
    cursor.advance()
    cursor.skipBlanks(andLineEnds: false)
    let start = cursor.position
    let end = cursor.skipExpression(.attribute)
    return HCLAttribute(
      name: cursor.text(in: name), nameRange: name, value: ByteRange(UInt32(start), UInt32(end)))
  }

  /// Behind the type of a block: its labels, up to the brace; nil if there is none, and then the line is passed.
  private mutating func readLabels() -> [String]? {
    var labels: [String] = []
    while true {
      cursor.skipBlanks(andLineEnds: false)
      switch cursor.peek {
      case UInt8(ascii: "{"): return labels
      case UInt8(ascii: "\""):
        let start = cursor.position
        cursor.readQuoted { _ in }
        let quoted = cursor.range(from: start)
        labels.append(cursor.text(in: ByteRange(quoted.start + 1, max(quoted.start + 1, quoted.end - 1))))
      default:
        guard let word = cursor.readIdentifier() else {
          cursor.skipExpression(.attribute)
          return nil
        }
        labels.append(cursor.text(in: word))
      }
    }
  }

  /// At the brace of a block: its attributes, and passes it.
  private mutating func readAttributes() -> [HCLAttribute] {
    var attributes: [HCLAttribute] = []
    cursor.advance()
    while true {
      cursor.skipBlanks(andLineEnds: true)
      if cursor.isAtEnd { return attributes }
      if cursor.peek == UInt8(ascii: "}") {
        cursor.advance()
        return attributes
      }
      guard let word = cursor.readIdentifier() else {
        // A bracket that closes nothing is passed as well.
        cursor.skipToken()
        continue
      }
      if let attribute = readAttribute(word) {
        attributes.append(attribute)
      } else if readLabels() != nil {
        cursor.skipBrackets()
      }
    }
  }
}
