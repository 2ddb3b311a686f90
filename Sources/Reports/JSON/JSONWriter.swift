extension JSON {
  /// The value on one line, without a line end.
  public var compact: String {
    var writer = JSONWriter(isIndented: false)
    writer.write(self, level: 0)
    return writer.text
  }

  /// The value on indented lines, without a line end.
  public var indented: String {
    var writer = JSONWriter(isIndented: true)
    writer.write(self, level: 0)
    return writer.text
  }
}

private struct JSONWriter {
  let isIndented: Bool
  private(set) var text = ""

  init(isIndented: Bool) {
    self.isIndented = isIndented
  }

  mutating func write(_ value: JSON, level: Int) {
    switch value {
    case .null: text += "null"
    case .boolean(let flag): text += flag ? "true" : "false"
    case .integer(let number): text += String(number)
    case .string(let string): write(string)
    case .array(let elements):
      write(elements, between: ("[", "]"), level: level) { $0.write($1, level: level + 1) }
    case .object(let members):
      write(members, between: ("{", "}"), level: level) { writer, member in
        writer.write(member.name)
        writer.text += writer.isIndented ? ": " : ":"
        writer.write(member.value, level: level + 1)
      }
    }
  }

  private mutating func write<Item>(
    _ items: [Item], between brackets: (open: String, close: String), level: Int,
    _ writeItem: (inout JSONWriter, Item) -> Void
  ) {
    text += brackets.open
    for (position, item) in items.enumerated() {
      if position > 0 { text += "," }
      breakLine(level: level + 1)
      writeItem(&self, item)
    }
    if !items.isEmpty { breakLine(level: level) }
    text += brackets.close
  }

  private mutating func breakLine(level: Int) {
    guard isIndented else { return }
    text += "\n" + String(repeating: "  ", count: level)
  }

  private mutating func write(_ string: String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      // Beyond what JSON demands: what would steer a terminal, and what ends a line in JavaScript.
      case _ where scalar.printable != scalar: escape(scalar)
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    for unit in String(scalar).utf16 {
      let digits = String(unit, radix: 16)
      text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
  }
}
