public import SourceText
public import Syntax

/// How the text of a definition is put together from parts of the file around it.
///
/// A definition may be one string of a template, or several that are joined, with references between them, or an
/// expression that stands for JSON. It is read as a text of its own, and what is found in it belongs to where its author
/// typed.
public struct Embedding: Sendable {
  /// The file around the definition.
  public let tree: SyntaxTree
  private let pieces: [Piece]
  /// The scalar whose decoded text the offsets of ``Origin/bytes(from:)`` and its like count in; nil if they count in
  /// the file.
  private let scalar: NodeID?

  init(tree: SyntaxTree, pieces: [Piece], scalar: NodeID? = nil) {
    self.tree = tree
    self.pieces = pieces
    self.scalar = scalar
  }

  /// A part of the definition's text.
  struct Piece {
    /// In bytes of the definition's text.
    let range: ByteRange
    let origin: Origin

    /// Whether it takes the place of something that is filled in.
    var isPlaceholder: Bool {
      switch origin {
      case .text, .bytes, .spelling: false
      case .reference, .expression: true
      }
    }
  }

  /// Where a piece comes from.
  enum Origin {
    /// The text of a scalar. If it is an argument of `Fn::Sub`, CloudFormation fills in what is in it.
    case text(NodeID, isFilledIn: Bool)
    /// A value that stands for something that is filled in.
    case reference(NodeID)
    /// The bytes from there on, as they are.
    case bytes(from: UInt32)
    /// These bytes, which spell it otherwise.
    case spelling(ByteRange)
    /// These bytes, which stand for something that is filled in.
    case expression(ByteRange)
  }

  /// Where a part of the definition's text stands in the file: of one that goes over several strings, the part in the
  /// first of them.
  public func range(_ part: ByteRange) -> ByteRange {
    guard let first = index(at: part.start) else { return tree.range(tree.roots[0]) }
    let start = place(of: part, in: pieces[first])
    switch pieces[first].origin {
    case .text(let node, _): return tree.sourceRange(node, start)
    case .reference(let node): return tree.range(node)
    case .bytes, .spelling, .expression:
      guard part.end > pieces[first].range.end, let last = index(at: part.end - 1) else {
        return inFile(start)
      }
      let end = place(of: part, in: pieces[last]).end
      // What a reference leads to may stand before it.
      return inFile(end < start.start ? start : ByteRange(start.start, end))
    }
  }

  /// Whether a `${…}` at an offset of the definition's text is one that the template's own language fills in: a reference,
  /// or a part of what `Fn::Sub` is about.
  public func isFilledIn(at offset: UInt32) -> Bool {
    switch index(at: offset).map({ pieces[$0].origin }) {
    case .text(_, let isFilledIn): isFilledIn
    case .reference, .expression: true
    case .bytes, .spelling, nil: false
    }
  }

  /// Where the share of a piece in a part of the text comes from, in the terms of its origin.
  private func place(of part: ByteRange, in piece: Piece) -> ByteRange {
    let start = max(part.start, piece.range.start) - piece.range.start
    let end = max(start, min(part.end, piece.range.end) - piece.range.start)
    switch piece.origin {
    case .text, .reference: return ByteRange(start, end)
    case .bytes(let first): return ByteRange(first + start, first + end)
    case .spelling(let range), .expression(let range): return range
    }
  }

  private func inFile(_ range: ByteRange) -> ByteRange {
    scalar.map { tree.sourceRange($0, range) } ?? range
  }

  /// The piece at an offset; the last one for what is beyond all. O(log pieces).
  private func index(at offset: UInt32) -> Int? {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].range.end <= offset { low = middle + 1 } else { high = middle }
    }
    return pieces.isEmpty ? nil : min(low, pieces.count - 1)
  }

  /// Whether a part of the text holds something that is filled in, or touches it.
  func touchesPlaceholder(_ part: ByteRange) -> Bool {
    guard let first = index(at: part.start == 0 ? 0 : part.start - 1) else { return false }
    return pieces[first...].prefix { $0.range.start <= part.end }.contains(where: \.isPlaceholder)
  }
}

// MARK: - CloudFormation

extension Embedding {
  /// The text that a value of a CloudFormation template stands for, and where its parts are: of a string, `Fn::Sub` and
  /// `Fn::Join` in both of their forms. What a reference stands for is not known: `${…}` takes its place.
  static func text(of value: NodeID, in tree: SyntaxTree, limits: Limits) -> EmbeddedText {
    var text = EmbeddedText(limits)
    add(value, of: tree, to: &text)
    return text
  }

  /// Recursion follows the nesting of the file, which its reader bounds.
  private static func add(_ value: NodeID, of tree: SyntaxTree, to text: inout EmbeddedText) {
    switch CloudFormationValue(value, in: tree) {
    case .text(let node, let isFilledIn):
      tree.withText(node) { text.append($0, from: .text(node, isFilledIn: isFilledIn)) }
    case .join(let separator, let parts):
      for (index, part) in parts.enumerated() {
        if index > 0, let separator {
          tree.withText(separator) { text.append($0, from: .text(separator, isFilledIn: false)) }
        }
        add(part, of: tree, to: &text)
      }
    case .unknown:
      let name: StaticString = "${Reference}"
      text.append(name.utf8Buffer, from: .reference(value))
    }
  }

  /// Reads the text that a value stands for; nil if it holds no object.
  static func read(_ value: NodeID, in tree: SyntaxTree, limits: Limits) -> (SyntaxTree, Embedding)? {
    text(of: value, in: tree, limits: limits).read(inside: tree, limits: limits)
  }
}
