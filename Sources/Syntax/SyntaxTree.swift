public import SourceText

/// Names a node of one ``SyntaxTree``. Ids grow in document order, and a child's is greater than its
/// parent's.
public struct NodeID: Hashable, Sendable, Comparable {
  public let index: UInt32

  @inlinable
  public init(_ index: UInt32) {
    self.index = index
  }

  @inlinable
  public static func < (left: NodeID, right: NodeID) -> Bool { left.index < right.index }
}

/// What a node is, in JSON's terms; YAML is read into the same ones.
public enum NodeKind: UInt8, Sendable {
  /// A name in an object. Its value is the node right behind it.
  case key
  case object, array, string, number, boolean, null
  /// An unquoted `${Name}` where a value stands, to be filled in before the text is JSON. It satisfies any
  /// type.
  case placeholder
  /// A value that is not there or cannot be read; a ``SyntaxDefect`` says why.
  case missing
}

/// One row of the arena.
@frozen
public struct Node: Sendable {
  /// The value with its quotes or brackets.
  public let start: UInt32
  public internal(set) var end: UInt32
  /// The index of the first node behind this one's subtree.
  public internal(set) var next: UInt32
  /// Of a collection: how many members or elements it has. Of text kept aside: its row in `decodedEnds`, of a
  /// boolean shifted left by one. The lowest bit of a boolean is its value.
  @usableFromInline var payload: UInt32
  public let kind: NodeKind
  @usableFromInline var text: TextPlace

  /// Where the text of a scalar stands.
  @usableFromInline
  enum TextPlace: UInt8, Sendable {
    /// In the source, from `start` to `end`.
    case plain
    /// In the source, without the quotes at both ends.
    case quoted
    /// In the tree's own buffer, since the source spells it otherwise (escapes, folded lines).
    case decoded
  }

  @inlinable public var range: ByteRange { ByteRange(start, end) }

  /// The row in `decodedEnds` of a node whose text is `decoded`.
  @usableFromInline var decodedRow: Int { Int(kind == .boolean ? payload >> 1 : payload) }
}

/// A JSON or YAML text with the exact range of each of its parts: a flat array of nodes in document order.
///
/// A node's range covers those of the nodes inside it, but for what a YAML alias or merge key repeats: that
/// keeps the ranges of where it is written.
///
/// The tree is made once and never changes; everyone else holds ``NodeID``s. No text is copied until someone
/// asks for it. A tree exists for every input, however broken: what could not be read is a node of kind
/// ``NodeKind/missing`` and a ``SyntaxDefect``.
public final class SyntaxTree: Sendable {
  public let source: SourceFile
  public let notation: Notation
  public let nodes: [Node]
  /// The root value of each document; JSON has one, YAML any number.
  public let roots: [NodeID]
  /// In document order.
  public let defects: [SyntaxDefect]
  /// YAML tags other than the standard ones, such as `!Sub`, by the node that carries them.
  public let tags: [NodeID: String]

  @usableFromInline let decoded: [UInt8]
  @usableFromInline let decodedEnds: [UInt32]

  init(_ builder: consuming TreeBuilder, source: SourceFile, notation: Notation, roots: [NodeID]) {
    self.source = source
    self.notation = notation
    self.roots = roots
    nodes = builder.nodes
    decoded = builder.decoded
    decodedEnds = builder.decodedEnds
    tags = builder.tags
    defects = builder.defects.sorted { $0.range < $1.range }
  }

  /// The tree of a text that cannot be read at all.
  static func unreadable(
    _ source: SourceFile, _ notation: Notation, because defect: SyntaxDefect, _ limits: Limits
  ) -> SyntaxTree {
    var builder = TreeBuilder(limits: limits, expectedNodes: 1)
    builder.report(defect)
    builder.append(.missing, ByteRange(at: UInt32(source.bytes.count)))
    return SyntaxTree(builder, source: source, notation: notation, roots: [NodeID(0)])
  }
}

/// The notations that are read into a ``SyntaxTree``.
public enum Notation: String, Sendable, CaseIterable {
  case json = "JSON"
  case yaml = "YAML"
}

// MARK: - Looking at one node

extension SyntaxTree {
  @inlinable
  public subscript(id: NodeID) -> Node { nodes[Int(id.index)] }

  @inlinable
  public func kind(_ id: NodeID) -> NodeKind { self[id].kind }

  @inlinable
  public func range(_ id: NodeID) -> ByteRange { self[id].range }

  /// A placeholder, or something that could not be read: nothing can be said about its type or value.
  @inlinable
  public func isUnknown(_ id: NodeID) -> Bool {
    let kind = kind(id)
    return kind == .placeholder || kind == .missing
  }

  /// Whether a YAML tag such as `!Sub` makes something else of a node than it shows.
  @inlinable
  public func isTagged(_ id: NodeID) -> Bool {
    // Most files have no tags, and a look-up costs a hash.
    !tags.isEmpty && tags[id] != nil
  }

  /// The text of a key, string, number, boolean, null or placeholder, decoded; empty for collections.
  public func text(_ id: NodeID) -> String {
    withText(id) { String(decoding: $0, as: UTF8.self) }
  }

  /// Lends the decoded UTF-8 of a scalar or key.
  @inlinable
  public func withText<Result>(_ id: NodeID, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let node = self[id]
    switch node.text {
    case .plain where node.kind == .object || node.kind == .array || node.kind == .missing:
      return body(UnsafeBufferPointer(start: nil, count: 0))
    case .plain:
      return source.bytes.withUnsafeBufferPointer { body($0.part(from: node.start, to: node.end)) }
    case .quoted:
      return source.bytes.withUnsafeBufferPointer { body($0.part(from: node.start + 1, to: node.end - 1)) }
    case .decoded:
      let row = node.decodedRow
      let start = row == 0 ? 0 : decodedEnds[row - 1]
      return decoded.withUnsafeBufferPointer { body($0.part(from: start, to: decodedEnds[row])) }
    }
  }

  /// Whether the decoded text of a scalar or key is `expected`; nothing is copied.
  @inlinable
  public func text(_ id: NodeID, is expected: StaticString) -> Bool {
    withText(id) { text in
      text.count == expected.utf8CodeUnitCount && haveSameBytes(text, expected.utf8Buffer)
    }
  }

  /// Whether two scalars or keys have the same decoded text.
  public func haveSameText(_ left: NodeID, _ right: NodeID) -> Bool {
    withText(left) { text in
      withText(right) { other in text.count == other.count && haveSameBytes(text, other) }
    }
  }

  /// The value of a boolean node; nil of any other.
  @inlinable
  public func boolean(_ id: NodeID) -> Bool? {
    let node = self[id]
    return node.kind == .boolean ? node.payload & 1 == 1 : nil
  }

  /// The value of a number node; nil of any other. `1e999` is infinity.
  public func number(_ id: NodeID) -> Double? {
    guard kind(id) == .number else { return nil }
    return withText(id, shortDecimal) ?? Double(text(id))
  }

  /// The value of up to nine digits, with or without a point: what most numbers are, read without a copy. A quotient of
  /// two numbers that a Double holds exactly is rounded as the decimal itself would be.
  private func shortDecimal(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    guard 1...10 ~= text.count else { return nil }
    var digits = 0.0
    var scale = 0.0
    for byte in text {
      if byte == UInt8(ascii: "."), scale == 0 {
        scale = 1
        continue
      }
      guard byte &- 0x30 < 10 else { return nil }
      digits = digits * 10 + Double(byte &- 0x30)
      scale *= 10
    }
    return scale == 0 ? digits : digits / scale
  }

  /// The value of a number node that is written as an integer and fits; nil of any other.
  public func integer(_ id: NodeID) -> Int? {
    kind(id) == .number ? Int(text(id)) : nil
  }
}

// MARK: - Walking

extension SyntaxTree {
  /// How many members or elements a collection has; 0 for a scalar.
  @inlinable
  public func count(_ id: NodeID) -> Int {
    let node = self[id]
    return node.kind == .object || node.kind == .array ? Int(node.payload) : 0
  }

  /// Visits the members of an object in source order, repeated keys included; visits nothing in another node.
  @inlinable
  public func forEachMember(_ id: NodeID, _ body: (_ key: NodeID, _ value: NodeID) -> Void) {
    guard kind(id) == .object else { return }
    let end = self[id].next
    var key = id.index + 1
    while key < end {
      body(NodeID(key), NodeID(key + 1))
      key = nodes[Int(key + 1)].next
    }
  }

  /// Visits the members of an object as ``forEachMember(_:_:)`` does, and lends the decoded UTF-8 of each key.
  ///
  /// One access to the arrays serves all members, which costs a third of asking for each key's text.
  @inlinable
  public func forEachMemberName(
    _ id: NodeID, _ body: (_ key: NodeID, _ value: NodeID, _ name: UnsafeBufferPointer<UInt8>) -> Void
  ) {
    guard kind(id) == .object else { return }
    let end = self[id].next
    nodes.withUnsafeBufferPointer { nodes in
      source.bytes.withUnsafeBufferPointer { bytes in
        var index = id.index + 1
        while index < end {
          let key = nodes[Int(index)]
          let ids = (key: NodeID(index), value: NodeID(index + 1))
          if key.text == .quoted {
            body(ids.key, ids.value, bytes.part(from: key.start + 1, to: key.end - 1))
          } else {
            withText(ids.key) { body(ids.key, ids.value, $0) }
          }
          index = nodes[Int(index + 1)].next
        }
      }
    }
  }

  /// Visits the elements of an array in source order; visits nothing in another node.
  @inlinable
  public func forEachElement(_ id: NodeID, _ body: (_ element: NodeID) -> Void) {
    guard kind(id) == .array else { return }
    let end = self[id].next
    var element = id.index + 1
    while element < end {
      body(NodeID(element))
      element = nodes[Int(element)].next
    }
  }

  /// The members of an object in source order, repeated keys included.
  public func members(_ id: NodeID) -> [(key: NodeID, value: NodeID)] {
    var result: [(key: NodeID, value: NodeID)] = []
    forEachMember(id) { result.append(($0, $1)) }
    return result
  }

  /// The elements of an array in source order.
  public func elements(_ id: NodeID) -> [NodeID] {
    var result: [NodeID] = []
    forEachElement(id) { result.append($0) }
    return result
  }

  /// The member of an object with this name; of repeated ones the last, as parsers keep it. O(members).
  @inlinable
  public func member(_ id: NodeID, _ name: StaticString) -> (key: NodeID, value: NodeID)? {
    var result: (key: NodeID, value: NodeID)?
    forEachMember(id) { key, value in
      if text(key, is: name) { result = (key, value) }
    }
    return result
  }

  @inlinable
  public func value(_ id: NodeID, _ name: StaticString) -> NodeID? {
    member(id, name)?.value
  }
}

// MARK: - Pointers

extension SyntaxTree {
  /// The RFC 6901 pointer from `root` to `target`, a node of its subtree; a key has its value's pointer.
  ///
  /// O(depth × members on the way): made for the few nodes that are reported.
  public func pointer(to target: NodeID, from root: NodeID) -> String {
    var result = ""
    var current = root
    while current < target, let step = step(from: current, towards: target) {
      result += "/" + escapedForPointer(step.name)
      current = step.node
      if step.isKey { break }
    }
    return result
  }

  private func step(from parent: NodeID, towards target: NodeID) -> (name: String, node: NodeID, isKey: Bool)?
  {
    let end = self[parent].next
    guard target.index < end else { return nil }
    switch kind(parent) {
    case .object:
      var key = parent.index + 1
      while key < end {
        let after = nodes[Int(key + 1)].next
        if target.index < after {
          return (text(NodeID(key)), NodeID(key + 1), target.index == key)
        }
        key = after
      }
    case .array:
      var element = parent.index + 1
      var position = 0
      while element < end {
        let after = nodes[Int(element)].next
        if target.index < after { return (String(position), NodeID(element), false) }
        element = after
        position += 1
      }
    default: break
    }
    return nil
  }
}

private func escapedForPointer(_ name: String) -> String {
  var result = ""
  for character in name.unicodeScalars {
    switch character {
    case "~": result += "~0"
    case "/": result += "~1"
    default: result.unicodeScalars.append(character)
    }
  }
  return result
}
