extension JSON {
  /// The value on one line, without a line end.
  public var compact: String {
    var writer = JSONWriter(isIndented: false)
    writer.write(self, level: 0)
    return writer.text
  }

  /// The value on indented lines, without a line end. A collection of scalars stays on one.
  public var indented: String {
    var writer = JSONWriter(isIndented: true)
    writer.write(self, level: 0)
    return writer.text
  }

  /// An array with each element on a line of its own. An element is made when its line is written, so that a long
  /// report is never in memory as values.
  static func rows<Item>(_ items: [Item], _ element: (Item) -> JSON) -> String {
    guard !items.isEmpty else { return "[]" }
    var text = "["
    for (position, item) in items.enumerated() {
      text += position == 0 ? "\n" : ",\n"
      text += element(item).compact
    }
    return text + "\n]"
  }
}

extension JSON {
  fileprivate var isScalar: Bool {
    switch self {
    case .array, .object, .written: false
    default: true
    }
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
    case .written(let json): text += json
    case .array(let elements):
      let isInline = elements.allSatisfy(\.isScalar)
      write(elements, between: ("[", "]"), level: level, isInline) { $0.write($1, level: level + 1) }
    case .object(let members):
      let isInline = members.allSatisfy(\.value.isScalar)
      write(members, between: ("{", "}"), level: level, isInline) { writer, member in
        writer.write(member.name)
        writer.text += writer.isIndented ? ": " : ":"
        writer.write(member.value, level: level + 1)
      }
    }
  }

  private mutating func write<Item>(
    _ items: [Item], between brackets: (open: String, close: String), level: Int, _ isInline: Bool,
    _ writeItem: (inout JSONWriter, Item) -> Void
  ) {
    text += brackets.open
    for (position, item) in items.enumerated() {
      if position > 0 { text += "," }
      space(level: level + 1, isInline)
      writeItem(&self, item)
    }
    if !items.isEmpty { space(level: level, isInline) }
    text += brackets.close
  }

  private mutating func space(level: Int, _ isInline: Bool) {
    guard isIndented else { return }
    text += isInline ? " " : "\n" + String(repeating: "  ", count: level)
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
