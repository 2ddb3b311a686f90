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
