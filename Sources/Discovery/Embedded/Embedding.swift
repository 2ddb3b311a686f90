public import SourceText
public import Syntax

/// How the text of a definition is put together from strings of the file around it.
///
/// A definition may be one string of a template, or several that are joined, with references between them. It is read
/// as a text of its own, and what is found in it belongs to where its author typed.
public struct Embedding: Sendable {
  /// The file around the definition.
  public let tree: SyntaxTree
  private let pieces: [Piece]

  /// A part of the definition's text.
  private struct Piece {
    /// In bytes of the definition's text.
    let range: ByteRange
    /// The scalar that it comes from.
    let node: NodeID
    /// Whether it is the scalar's text; else it stands for something that is filled in.
    let isText: Bool
    /// Whether CloudFormation fills in each `${…}` of it.
    let isFilledIn: Bool
  }

  /// Where a part of the definition's text stands in the file: of one that goes over several strings, the part in the
  /// first of them.
  public func range(_ part: ByteRange) -> ByteRange {
    guard let piece = piece(at: part.start) else { return tree.range(tree.roots[0]) }
    guard piece.isText else { return tree.range(piece.node) }
    let end = min(part.end, piece.range.end)
    return tree.sourceRange(
      piece.node, ByteRange(part.start - piece.range.start, max(end, part.start) - piece.range.start))
  }

  /// Whether a `${…}` at an offset of the definition's text is one that CloudFormation fills in itself: a reference, or a
  /// part of what `Fn::Sub` is about.
  public func isFilledIn(at offset: UInt32) -> Bool { piece(at: offset)?.isFilledIn ?? false }

  /// The piece at an offset; the last one for what is beyond all. O(log pieces).
  private func piece(at offset: UInt32) -> Piece? {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].range.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < pieces.count ? pieces[low] : pieces.last
  }
}

// MARK: - Putting a text together

extension Embedding {
  /// The text that a value of a CloudFormation template stands for, and where its parts are: of a string, `Fn::Sub` and
  /// `Fn::Join` in both of their forms. What a reference stands for is not known: `${…}` takes its place.
  ///
  /// - Returns: Nil if nothing of it is known, or it would be larger than a file may be.
  static func text(of value: NodeID, in tree: SyntaxTree, limits: Limits) -> (
    bytes: [UInt8], embedding: Embedding
  )? {
    var collection = Collection(tree, limits)
    collection.add(value)
    guard collection.pieces.contains(where: \.isText), !collection.isTooLarge else { return nil }
    return (collection.bytes, Embedding(tree: tree, pieces: collection.pieces))
  }

  /// Reads the text that a value stands for; nil if it holds no object.
  static func read(_ value: NodeID, in tree: SyntaxTree, limits: Limits) -> (SyntaxTree, Embedding)? {
    guard let (bytes, embedding) = text(of: value, in: tree, limits: limits) else { return nil }
    let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    let source = SourceFile(path: tree.source.path, bytes: bytes)
    let inner = SyntaxTree.read(source, as: first == UInt8(ascii: "{") ? .json : .yaml, limits: limits)
    guard let root = inner.roots.first, inner.kind(root) == .object else { return nil }
    return (inner, embedding)
  }

  private struct Collection {
    private let tree: SyntaxTree
    private let limits: Limits
    private(set) var bytes: [UInt8] = []
    private(set) var pieces: [Piece] = []
    private(set) var isTooLarge = false

    init(_ tree: SyntaxTree, _ limits: Limits) {
      self.tree = tree
      self.limits = limits
    }

    /// Recursion follows the nesting of the file, which its reader bounds.
    mutating func add(_ value: NodeID) {
      switch CloudFormationValue(value, in: tree) {
      case .text(let node, let isFilledIn):
        tree.withText(node) { add($0, from: node, isText: true, isFilledIn: isFilledIn) }
      case .join(let separator, let parts):
        for (index, part) in parts.enumerated() {
          if index > 0, let separator {
            tree.withText(separator) { add($0, from: separator, isText: true, isFilledIn: false) }
          }
          add(part)
        }
      case .unknown:
        let name: StaticString = "${Reference}"
        add(name.utf8Buffer, from: value, isText: false, isFilledIn: true)
      }
    }

    private mutating func add(
      _ text: UnsafeBufferPointer<UInt8>, from node: NodeID, isText: Bool, isFilledIn: Bool
    ) {
      guard bytes.count + text.count <= limits.maximumFileSize else {
        isTooLarge = true
        return
      }
      guard !text.isEmpty else { return }
      let start = UInt32(bytes.count)
      bytes.append(contentsOf: text)
      let range = ByteRange(start, UInt32(bytes.count))
      pieces.append(Piece(range: range, node: node, isText: isText, isFilledIn: isFilledIn))
    }
  }
}
