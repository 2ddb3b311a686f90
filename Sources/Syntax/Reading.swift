public import SourceText

extension SyntaxTree {
  /// Reads a text in its notation. Never fails: what is wrong with the text is in the tree's `defects`.
  ///
  /// O(bytes), with at most `limits.maximumNesting` levels of recursion.
  public static func read(_ source: SourceFile, as notation: Notation, limits: Limits = Limits())
    -> SyntaxTree
  {
    switch notation {
    case .json: JSONReader.read(source, limits: limits)
    case .yaml: YAMLReader.read(source, limits: limits)
    }
  }
}

extension SyntaxTree {
  /// A text in a notation that is not read into a tree, with what is wrong with it: its root is missing.
  ///
  /// Parts of it may be read as texts of their own.
  public static func unread(_ source: SourceFile, defects: [SyntaxDefect] = [], limits: Limits = Limits())
    -> SyntaxTree
  {
    var builder = TreeBuilder(limits: limits, expectedNodes: 1)
    for defect in defects { builder.report(defect) }
    builder.append(.missing, ByteRange(at: source.range.end))
    return SyntaxTree(builder, source: source, notation: .json, roots: [NodeID(0)])
  }
}
