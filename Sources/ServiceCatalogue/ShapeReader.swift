extension Member {
  /// Reads a line of a structure: `!Name shape`.
  init(_ line: ServiceModel.Bytes) {
    let isRequired = line.first == UInt8(ascii: "!")
    let name = (isRequired ? line.dropFirst() : line).prefix { $0 != .blank }
    var reader = ShapeReader(rest: line[name.endIndex...].dropFirst())
    self.init(String(decoding: name, as: UTF8.self), reader.readShape(), isRequired: isRequired)
  }
}

/// Reads a shape from left to right. What it does not know is any JSON.
private struct ShapeReader {
  var rest: ServiceModel.Bytes

  mutating func readShape() -> Shape {
    switch rest.popFirst() {
    case UInt8(ascii: "s"): return .string(readBounds())
    case UInt8(ascii: "i"): return .integer(readBounds())
    case UInt8(ascii: "n"): return .number(readBounds())
    case UInt8(ascii: "b"): return .boolean
    case UInt8(ascii: "B"):
      _ = readBounds()
      return .blob
    case UInt8(ascii: "t"): return .timestamp
    case .dot: return .structure(readName())
    case .equals: return .enumeration(readName())
    case UInt8(ascii: "["):
      let element = readShape()
      rest.removeFirst(min(1, rest.count))
      return .list(element, readBounds())
    case UInt8(ascii: "{"):
      let key = readShape()
      rest.removeFirst(min(1, rest.count))
      let value = readShape()
      rest.removeFirst(min(1, rest.count))
      return .map(key: key, value: value, readBounds())
    default: return .document
    }
  }

  private mutating func readName() -> String { String(decoding: readWord(), as: UTF8.self) }

  private mutating func readWord() -> ServiceModel.Bytes {
    let word = rest.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "}") }
    rest = rest[word.endIndex...]
    return word
  }

  private mutating func readBounds() -> Bounds {
    let word = readWord()
    // A number may have a dot of its own.
    guard
      let dots = zip(word.indices, word.indices.dropFirst()).first(where: {
        word[$0] == .dot && word[$1] == .dot
      })
    else { return .none }
    return Bounds(least: number(word[..<dots.0]), most: number(word[(dots.1 + 1)...]))
  }

  private func number(_ text: ServiceModel.Bytes) -> Double? {
    var digits = 0.0
    for byte in text {
      // Few have more than digits.
      guard byte &- 0x30 < 10 else { return Double(String(decoding: text, as: UTF8.self)) }
      digits = digits * 10 + Double(byte &- 0x30)
    }
    return text.isEmpty ? nil : digits
  }
}
