import SourceText
import Syntax

/// The text of a definition, as it is put together, and where each part of it comes from.
struct EmbeddedText {
  private(set) var bytes: [UInt8] = []
  private(set) var pieces: [Embedding.Piece] = []
  /// Whether something was left out since it would be larger than a file may be.
  private(set) var isTooLarge = false
  private let limit: Int

  init(_ limits: Limits) {
    limit = limits.maximumFileSize
  }

  /// Whether an author typed any of it.
  var isTyped: Bool { pieces.contains { !$0.isPlaceholder } }

  mutating func append(_ part: some Collection<UInt8>, from origin: Embedding.Origin) {
    guard !part.isEmpty else { return }
    guard bytes.count + part.count <= limit else {
      isTooLarge = true
      return
    }
    let start = UInt32(bytes.count)
    bytes.append(contentsOf: part)
    let range = ByteRange(start, UInt32(bytes.count))
    // What stands together in the file is one piece.
    if case .bytes(let next) = origin, let last = pieces.last, case .bytes(let first) = last.origin,
      first + UInt32(last.range.count) == next
    {
      pieces[pieces.count - 1] = Embedding.Piece(range: last.range.union(range), origin: last.origin)
    } else {
      pieces.append(Embedding.Piece(range: range, origin: origin))
    }
  }

  /// Forgets what was appended since there were `count` bytes.
  mutating func truncate(to count: Int) {
    bytes.removeLast(bytes.count - count)
    while let last = pieces.last, Int(last.range.end) > count {
      pieces.removeLast()
      if Int(last.range.start) < count {
        pieces.append(
          Embedding.Piece(range: ByteRange(last.range.start, UInt32(count)), origin: last.origin))
      }
    }
  }

  /// Reads the text, as JSON or YAML; nil if there is no object in it.
  ///
  /// - Parameters:
  ///   - tree: The file around it.
  ///   - scalar: The scalar of that file whose text the pieces come from; nil if they come from the file itself.
  func read(inside tree: SyntaxTree, scalar: NodeID? = nil, limits: Limits) -> (SyntaxTree, Embedding)? {
    guard isTyped, !isTooLarge else { return nil }
    let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    let source = SourceFile(path: tree.source.path, bytes: bytes)
    let inner = SyntaxTree.read(source, as: first == UInt8(ascii: "{") ? .json : .yaml, limits: limits)
    guard let root = inner.roots.first, inner.kind(root) == .object else { return nil }
    return (inner, Embedding(tree: tree, pieces: pieces, scalar: scalar))
  }
}
