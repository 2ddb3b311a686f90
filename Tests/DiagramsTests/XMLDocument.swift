/// Reads XML as strictly as a picture of ours needs: elements, attributes, character data, five entities.
struct XMLDocument {
  struct Element {
    let name: String
    let attributes: [String: String]
    var text = ""
  }

  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  /// In document order.
  private(set) var elements: [Element] = []

  private var rest: Substring.UnicodeScalarView

  init(_ text: String) throws {
    rest = text.unicodeScalars[...]
    if let bad = text.unicodeScalars.first(where: { !Self.isAllowed($0) }) {
      throw Malformed(description: "U+\(String(bad.value, radix: 16)) is not a character of XML")
    }
    var open: [Int] = []
    while let first = rest.first {
      if first == "<" {
        try readTag(&open)
      } else {
        let data = try decoded(take { $0 != "<" })
        if let last = open.last {
          elements[last].text += data
        } else if data.contains(where: { !$0.isWhitespace }) {
          throw Malformed(description: "text outside the root")
        }
      }
    }
    guard open.isEmpty else { throw Malformed(description: "not closed: \(elements[open[0]].name)") }
    guard elements.first?.name == "svg" else { throw Malformed(description: "no svg") }
  }

  private mutating func readTag(_ open: inout [Int]) throws {
    rest.removeFirst()
    if rest.first == "/" {
      rest.removeFirst()
      let name = take { $0 != ">" }
      guard let last = open.popLast(), elements[last].name == name else {
        throw Malformed(description: "closes \(name)")
      }
      rest.removeFirst()
      return
    }
    let name = take { !$0.properties.isWhitespace && $0 != ">" && $0 != "/" }
    var attributes: [String: String] = [:]
    while rest.first?.properties.isWhitespace == true {
      rest.removeFirst()
      let key = take { $0 != "=" && $0 != ">" && $0 != "<" }
      guard rest.starts(with: "=\"".unicodeScalars), attributes[key] == nil else {
        throw Malformed(description: "attribute \(key) of \(name)")
      }
      rest.removeFirst(2)
      attributes[key] = try decoded(take { $0 != "\"" && $0 != "<" })
      guard rest.first == "\"" else { throw Malformed(description: "value of \(key)") }
      rest.removeFirst()
    }
    elements.append(Element(name: name, attributes: attributes))
    if rest.first == "/" { rest.removeFirst() } else { open.append(elements.count - 1) }
    guard rest.popFirst() == ">" else { throw Malformed(description: "tag \(name)") }
  }

  private mutating func take(while condition: (Unicode.Scalar) -> Bool) -> String {
    let taken = rest.prefix(while: condition)
    rest = rest[taken.endIndex...]
    return String(taken)
  }

  private func decoded(_ text: String) throws -> String {
    guard !text.contains("]]>") else { throw Malformed(description: "]]> in text") }
    let parts = text.split(separator: "&", omittingEmptySubsequences: false)
    let entities = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'"]
    return try String(parts[0])
      + parts.dropFirst().map { part in
        guard let end = part.firstIndex(of: ";"), let value = entities[String(part[..<end])] else {
          throw Malformed(description: "entity in \(text)")
        }
        return value + part[part.index(after: end)...]
      }.joined()
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
