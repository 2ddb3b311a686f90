import SourceText
import Syntax
import TestSupport

/// One line of the collected expressions.
struct ExpressionCase {
  let tree: SyntaxTree
  let object: NodeID
  /// The expression.
  let text: String
  /// The offset of each Unicode scalar of `text` in bytes, and that of the end: the corpus counts scalars.
  let offsets: [UInt32]

  /// The cases of a file of `corpus/expressions`.
  static func all(_ name: String) throws -> [ExpressionCase] {
    let path = try SharedCorpus.path("expressions/\(name)")
    return try TestFiles.text(path).split(separator: "\n").map { line in
      ExpressionCase(SyntaxTree.read(SourceFile(path: path, text: String(line)), as: .json))
    }
  }

  private init(_ tree: SyntaxTree) {
    self.tree = tree
    object = tree.roots.first ?? NodeID(0)
    text = tree.value(object, "string").map(tree.text) ?? ""
    var offset: UInt32 = 0
    offsets =
      text.unicodeScalars.map { scalar in
        defer { offset += UInt32(UTF8.width(scalar)) }
        return offset
      } + [UInt32(text.utf8.count)]
  }

  func range(_ start: Int?, _ end: Int?) -> ByteRange? {
    guard let start, let end, offsets.indices.contains(start), offsets.indices.contains(end) else {
      return nil
    }
    return ByteRange(offsets[start], offsets[end])
  }
}

/// Lends the UTF-8 of a text.
func withBytes<Result>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
  Array(text.utf8).withUnsafeBufferPointer(body)
}

/// The part of a text that a range covers.
func part(_ range: ByteRange, of text: String) -> String {
  SourceFile(path: "", text: text).text(in: range)
}
