import Testing

/// An element of an XML report, as who reads it sees it. The reader knows no more of XML than reports use, and fails
/// the test at anything else.
struct ReadXML {
  private(set) var name = ""
  private(set) var attributes: [String: String] = [:]
  private(set) var children: [ReadXML] = []
  /// The text of an element without children.
  private(set) var text = ""

  init(_ document: String, sourceLocation: SourceLocation = #_sourceLocation) {
    var reader = Reader(rest: Substring(document))
    do {
      try reader.expect(#"<?xml version="1.0" encoding="UTF-8"?>"# + "\n")
      self = try reader.element()
      try reader.expect("\n")
      if !reader.rest.isEmpty { throw Malformed(rest: reader.rest) }
    } catch {
      Issue.record(error, sourceLocation: sourceLocation)
    }
  }

  fileprivate init() {}

  /// All elements of a name below this one, in document order.
  func all(_ name: String) -> [ReadXML] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
  }

  private struct Malformed: Error {
    let rest: Substring
  }

  private struct Reader {
    var rest: Substring

    mutating func expect(_ text: String) throws {
      guard skip(text) else { throw Malformed(rest: rest.prefix(80)) }
    }

    mutating func skip(_ text: String) -> Bool {
      guard rest.utf8.starts(with: text.utf8) else { return false }
      rest = Substring(rest.utf8.dropFirst(text.utf8.count))
      return true
    }

    mutating func element() throws -> ReadXML {
      var element = ReadXML()
      try expect("<")
      element.name = try name()
      while skip(" ") {
        let name = try name()
        try expect("=\"")
        guard element.attributes.updateValue(try characters(isAttribute: true), forKey: name) == nil else {
          throw Malformed(rest: rest)
        }
        try expect("\"")
      }
      if skip("/>") { return element }
      try expect(">")
      element.text = try characters(isAttribute: false)
      while !skip("</") {
        element.children.append(try self.element())
        element.text = try characters(isAttribute: false)
      }
      try expect(element.name + ">")
      return element
    }

    mutating func name() throws -> String {
      let name = rest.prefix { $0.isLetter || $0 == "-" }
      rest = rest.dropFirst(name.count)
      if name.isEmpty { throw Malformed(rest: rest.prefix(80)) }
      return String(name)
    }

    /// Normalises as section 3.3.3 of XML 1.0 demands.
    mutating func characters(isAttribute: Bool) throws -> String {
      var text = ""
      while let scalar = rest.unicodeScalars.first, scalar != "<", !(isAttribute && scalar == "\"") {
        rest = Substring(rest.unicodeScalars.dropFirst())
        switch scalar {
        case "&": text.unicodeScalars.append(try reference())
        case "\t", "\n": text.unicodeScalars.append(isAttribute ? " " : scalar)
        case "\r": text += isAttribute ? " " : "\n"
        default:
          guard scalar.isCharacterOfXML else { throw Malformed(rest: rest) }
          text.unicodeScalars.append(scalar)
        }
      }
      return text
    }

    mutating func reference() throws -> Unicode.Scalar {
      let name = rest.prefix { $0 != ";" }
      rest = rest.dropFirst(name.count + 1)
      switch name {
      case "amp": return "&"
      case "lt": return "<"
      case "gt": return ">"
      case "quot": return "\""
      default:
        guard name.first == "#", let code = UInt32(name.dropFirst()), let scalar = Unicode.Scalar(code),
          scalar.isCharacterOfXML
        else { throw Malformed(rest: name) }
        return scalar
      }
    }
  }
}

extension Unicode.Scalar {
  /// The production `Char` of XML 1.0.
  fileprivate var isCharacterOfXML: Bool {
    switch value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
