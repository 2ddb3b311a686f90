import SourceText
import Syntax

/// One unit of the collected SageMaker pipeline definitions.
public struct PipelineUnit: Sendable, CustomStringConvertible {
  /// What it is called in the manifest, such as `real/r01.json`.
  public let file: String
  /// `real` and `generated` ones are accepted, `invalid` ones have one fault each.
  public let kind: String
  /// What its manifest calls the rule that the fault breaks, such as `SMP040`; empty if there is no fault.
  public let expectedRule: String
  /// Where the fault is.
  public let expectedPointer: String
  /// Whether its manifest names an error although somebody published the definition.
  public let isReallyFaulty: Bool
  public let path: String

  public var description: String { file }

  /// The units of `pipelines/manifest.jsonl`.
  public static func all() throws -> [PipelineUnit] {
    let folder = try SharedCorpus.path("pipelines")
    let manifest = "\(folder)/manifest.jsonl"
    return try TestFiles.text(manifest).split(separator: "\n").map { line in
      let tree = SyntaxTree.read(SourceFile(path: manifest, text: String(line)), as: .json)
      guard let root = tree.roots.first else {
        throw TestFiles.Failure(description: "\(manifest) has a line without an object")
      }
      func text(_ name: StaticString) -> String { tree.value(root, name).map(tree.text) ?? "" }
      let oracle = tree.value(root, "oracle").map(tree.elements) ?? []
      return PipelineUnit(
        file: text("file"), kind: text("kind"), expectedRule: text("expected_rule"),
        expectedPointer: text("expected_pointer"),
        isReallyFaulty: oracle.contains { tree.value($0, "severity").map(tree.text) == "error" },
        path: "\(folder)/\(text("file"))")
    }
  }
}
