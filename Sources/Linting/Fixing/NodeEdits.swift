public import Diagnostics
import SourceText
public import Syntax

extension SyntaxTree {
  /// The edit that puts another text in place of a key or string, in the style that it has: quoted as it was, or
  /// plain where YAML reads that as the same.
  ///
  /// - Returns: Nil where the style cannot be kept: for block scalars, aliases, anchors and tags.
  public func replacement(of node: NodeID, with text: String) -> TextEdit? {
    guard kind(node) == .key || kind(node) == .string else { return nil }
    let range = range(node)
    let spelling = source.text(in: range)
    if spelling.isEnclosed(in: "\"") { return TextEdit(range, text.doubleQuoted) }
    guard notation == .yaml else { return nil }
    if spelling.isEnclosed(in: "'") {
      guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 }) else { return nil }
      return TextEdit(range, "'\(text.replacing("'", with: "''"))'")
    }
    // A plain scalar stands as it is; what stands otherwise is not one.
    guard spelling == self.text(node), !spelling.isEmpty else { return nil }
    return TextEdit(range, text.isPlainYAML ? text : text.doubleQuoted)
  }

  /// The edit that writes something in place of a quoted string; nil if the string is not in quotes.
  public func unquoting(of node: NodeID, as text: String) -> TextEdit? {
    let spelling = source.text(in: range(node))
    guard spelling.isEnclosed(in: "\"") || notation == .yaml && spelling.isEnclosed(in: "'") else {
      return nil
    }
    return TextEdit(range(node), text)
  }

  /// The edit that takes a member out of its object, with the comma or line that parts it from its neighbour.
  ///
  /// - Returns: Nil if it is the only member, is not written in the object, or has a comment beside it. O(members).
  public func removal(of key: NodeID, from object: NodeID) -> TextEdit? {
    let members = members(object)
    guard let index = members.firstIndex(where: { $0.key == key }) else { return nil }
    let start = range(key).start
    let end = range(members[index].value).end
    guard range(object).start <= start, start < end, end <= range(object).end else { return nil }
    if index + 1 < members.count {
      let next = range(members[index + 1].key).start
      return isSeparator(from: end, to: next, in: object) ? TextEdit(ByteRange(start, next), "") : nil
    }
    guard index > 0 else { return nil }
    let previous = range(members[index - 1].value).end
    return isSeparator(from: previous, to: start, in: object) ? TextEdit(ByteRange(previous, end), "") : nil
  }

  /// Whether all that stands there is what parts two members: a comma in brackets, a line end in block style.
  private func isSeparator(from start: UInt32, to end: UInt32, in object: NodeID) -> Bool {
    let opening = Int(range(object).start)
    guard start <= end, Int(end) <= source.bytes.count, opening < source.bytes.count else { return false }
    let between = source.bytes[Int(start)..<Int(end)]
    let marks = between.filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    return source.bytes[opening] == UInt8(ascii: "{")
      ? marks == [UInt8(ascii: ",")] : marks.isEmpty && between.contains(0x0A)
  }
}

extension String {
  fileprivate func isEnclosed(in quote: Character) -> Bool {
    count >= 2 && first == quote && last == quote
  }

  /// A string as both JSON and YAML write it.
  fileprivate var doubleQuoted: String {
    var result = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Whether YAML surely reads the text, written plainly and inside whatever brackets, as the string that it is.
  fileprivate var isPlainYAML: Bool {
    guard let first = utf8.first, first.isLetter, utf8.last != UInt8(ascii: " ") else { return false }
    let isTame = utf8.allSatisfy { byte in
      byte.isLetter || byte &- 0x30 < 10 || [0x20, 0x2D, 0x2E, 0x5F].contains(byte)
    }
    return isTame && !wordsOfYAML.contains(lowercased())
  }
}

/// What YAML 1.1 takes for something else than a string.
private let wordsOfYAML: Set<String> = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]

extension UInt8 {
  fileprivate var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
}
