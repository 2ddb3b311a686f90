public import SourceText

/// A JSONata 2.0.6 expression, the dialect of Step Functions, with the exact range of each of its parts.
///
/// The tree is a flat array of nodes, children before parents. It keeps operators as they are written
/// (`a.b.c` is two steps, one inside the other), so that ranges are those of the text. No text is copied
/// until someone asks for it.
public struct JSONataExpression: Sendable {
  /// What was parsed: UTF-8 without the delimiters `{%` and `%}`. Ranges count its bytes.
  public let text: [UInt8]
  public let nodes: [JSONataNode]
  let children: [JSONataNode.ID]
  public let root: JSONataNode.ID
  /// Whether there is a `:=`, `@`, `#` or lambda in it.
  let bindsVariables: Bool

  /// Step Functions itself has no stack left for a sum of 200 terms, and at this depth ours is at 250 KiB,
  /// half of what a thread has on macOS.
  public static let defaultMaximumNesting = 250

  /// Parses `text`, the decoded text between `{%` and `%}`.
  ///
  /// O(bytes × nesting), and O(bytes) for what people write.
  ///
  /// - Parameter maximumNesting: How many nodes may stand on the way from the root to a leaf. Chains of
  ///   operators nest as well: `a + b + c` is `(a + b) + c`.
  /// - Precondition: `text` is shorter than 4 GiB.
  public static func parse(
    _ text: [UInt8], maximumNesting: Int = defaultMaximumNesting
  ) throws(JSONataError) -> JSONataExpression {
    precondition(text.count < Int(UInt32.max))
    let parsed = text.withUnsafeBufferPointer { bytes -> Result<JSONataParser, JSONataError> in
      do throws(JSONataError) {
        var parser = JSONataParser(bytes, maximumNesting: maximumNesting)
        try parser.parse()
        return .success(parser)
      } catch {
        return .failure(error)
      }
    }
    let parser = try parsed.get()
    let expression = JSONataExpression(
      text: text, nodes: parser.nodes, children: parser.children, root: parser.root,
      bindsVariables: parser.bindsVariables)
    if parser.mayBreakPaths { try JSONataPathCheck(expression).run() }
    return expression
  }
}

// MARK: - Looking at one node

extension JSONataExpression {
  public subscript(id: JSONataNode.ID) -> JSONataNode { nodes[Int(id.index)] }

  public func kind(_ id: JSONataNode.ID) -> JSONataNode.Kind { self[id].kind }

  public func range(_ id: JSONataNode.ID) -> ByteRange { self[id].range }

  /// In the order that ``JSONataNode/Kind`` gives.
  public func children(_ id: JSONataNode.ID) -> ArraySlice<JSONataNode.ID> {
    let node = self[id]
    let first = Int(node.firstChild)
    return children[first..<(first + Int(node.childCount))]
  }

  /// A name without backticks, a variable's name without `$`, a string's text, the spelling of any other
  /// token.
  public func name(_ id: JSONataNode.ID) -> String {
    let node = self[id]
    if node.flags.contains(.hasEscapes) { return unescaped(nameBytes(id)) }
    return String(decoding: nameBytes(id), as: UTF8.self)
  }

  /// Whether ``name(_:)`` is `expected`; nothing is copied if the node is no string with escapes.
  public func name(_ id: JSONataNode.ID, is expected: StaticString) -> Bool {
    if self[id].flags.contains(.hasEscapes) { return name(id) == "\(expected)" }
    let name = nameRange(id)
    guard name.count == expected.utf8CodeUnitCount else { return false }
    // Comparing slices as collections takes ten times as long.
    for index in 0..<name.count where text[name.lowerBound + index] != expected.utf8Start[index] {
      return false
    }
    return true
  }

  enum Root {
    /// `$`
    case context
    /// `$$`
    case document
  }

  /// What `$` and `$$` stand for; nil of a variable with a name.
  func root(namedBy variable: JSONataNode.ID) -> Root? {
    let name = nameRange(variable)
    switch name.count {
    case 0: return .context
    case 1: return text[name.lowerBound] == UInt8(ascii: "$") ? .document : nil
    default: return nil
    }
  }

  /// The function of the library that a variable names; nil if there is none.
  public func function(_ variable: JSONataNode.ID) -> JSONataFunction? { .named(nameBytes(variable)) }

  /// The value of a number; nil of any other node.
  public func number(_ id: JSONataNode.ID) -> Double? {
    kind(id) == .number ? Double(name(id)) : nil
  }

  /// The text of a node's own token without quotes, backticks or `$`; escapes are left as they are written.
  private func nameBytes(_ id: JSONataNode.ID) -> ArraySlice<UInt8> { text[nameRange(id)] }

  private func nameRange(_ id: JSONataNode.ID) -> Range<Int> {
    let node = self[id]
    let (start, end) = (Int(node.tokenStart), Int(node.tokenEnd))
    return switch node.token {
    case .string, .quotedName: (start + 1)..<(end - 1)
    case .variable: (start + 1)..<end
    default: start..<end
    }
  }
}

/// The text of a string whose escapes the lexer has found to be right.
private func unescaped(_ spelling: ArraySlice<UInt8>) -> String {
  var units: [UInt16] = []
  var rest = String(decoding: spelling, as: UTF8.self).utf16[...]
  while let unit = rest.popFirst() {
    guard unit == UInt16(ascii: "\\"), let escape = rest.popFirst() else {
      units.append(unit)
      continue
    }
    switch escape {
    case UInt16(ascii: "b"): units.append(0x08)
    case UInt16(ascii: "f"): units.append(0x0C)
    case UInt16(ascii: "n"): units.append(0x0A)
    case UInt16(ascii: "r"): units.append(0x0D)
    case UInt16(ascii: "t"): units.append(0x09)
    case UInt16(ascii: "u"):
      units.append(UInt16(String(decoding: rest.prefix(4), as: UTF16.self), radix: 16) ?? 0xFFFD)
      rest = rest.dropFirst(4)
    default: units.append(escape)
    }
  }
  return String(decoding: units, as: UTF16.self)
}

extension UInt16 {
  fileprivate init(ascii scalar: Unicode.Scalar) {
    self.init(UInt8(ascii: scalar))
  }
}
