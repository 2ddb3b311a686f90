import SourceText
import Syntax
import Workflows

/// What tells a SageMaker pipeline from other objects with `Steps`.
///
/// The one version that there is says so by itself. A definition need not have it, and may have it wrong: then steps do
/// that have arguments and a type that is known.
enum PipelineSigns {
  static func areAt(_ root: NodeID, in tree: SyntaxTree) -> Bool {
    guard tree.kind(root) == .object else { return false }
    let steps = tree.value(root, "Steps")
    if let version = tree.value(root, "Version"), tree.text(version, is: "2020-12-01") {
      let isList = tree.value(root, "Parameters").map { tree.kind($0) == .array } ?? false
      return steps != nil || isList
    }
    return steps.map { tree.elements($0).contains { isStep($0, in: tree) } } ?? false
  }

  private static func isStep(_ node: NodeID, in tree: SyntaxTree) -> Bool {
    guard tree.value(node, "Arguments") != nil, tree.value(node, "Name") != nil,
      let type = tree.value(node, "Type")
    else { return false }
    return StepType(spelt: tree.text(type)) != nil
  }

  /// Whether a text may hold a pipeline.
  static func areMentioned(in source: SourceFile) -> Bool {
    (source.contains("Steps") || source.contains("PipelineExperimentConfig"))
      && (source.contains("2020-12-01") || source.contains("Arguments"))
  }

  /// Whether a text that cannot be read surely should have been a pipeline.
  static func areClaimed(in source: SourceFile) -> Bool {
    source.contains("\"Steps\"") && source.contains("\"2020-12-01\"")
  }
}
