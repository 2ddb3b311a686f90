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
    case .dot: return .structure(readWord())
    case .equals: return .enumeration(readWord())
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

  private mutating func readWord() -> String {
    let word = rest.prefix { ![UInt8(ascii: ":"), UInt8(ascii: "]"), UInt8(ascii: "}")].contains($0) }
    rest = rest[word.endIndex...]
    return String(decoding: word, as: UTF8.self)
  }

  private mutating func readBounds() -> Bounds {
    let text = readWord()
    // A number may have a dot of its own.
    guard let dots = text.firstRange(of: "..") else { return .none }
    return Bounds(least: Double(text[..<dots.lowerBound]), most: Double(text[dots.upperBound...]))
  }
}
