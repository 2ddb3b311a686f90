import SourceText

enum YAMLReader {
  static func read(_ source: SourceFile, limits: Limits) -> SyntaxTree {
    JSONReader.read(source, limits: limits)
  }
}
