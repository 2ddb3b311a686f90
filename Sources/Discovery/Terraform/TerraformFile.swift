import SourceText
import Syntax
import Workflows

/// Finds the workflow definitions in a Terraform file.
struct TerraformFile {
  private let blocks: [HCLBlock]
  private let scope: HCLScope
  private(set) var findings: TerraformFindings

  /// Whether a text may hold such a definition.
  static func isMentioned(in source: SourceFile) -> Bool {
    // An underscore is rarer than a letter, and so quicker to look for.
    source.contains("_sfn_state_machine") || source.contains("_sagemaker_pipeline")
  }

  /// - Parameter tree: Of the file, unread.
  init(_ tree: SyntaxTree, limits: Limits) {
    blocks = HCLBlock.read(tree.source, limits: limits) { type, labels in
      switch (type, labels.first) {
      case ("resource", "aws_sfn_state_machine"), ("resource", "aws_sagemaker_pipeline"),
        ("data", "template_file"), ("module", _), ("locals", _):
        true
      default: false
      }
    }
    scope = HCLScope(tree.source, blocks: blocks, limits: limits)
    findings = TerraformFindings(scope, tree)
    let names = blocks.map { $0.name(in: scope) }
    let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    for (block, name) in zip(blocks, names) {
      find(in: block, name: counts[name] == 1 ? name : block.labels.last ?? block.type)
    }
    findLocals()
  }

  private mutating func find(in block: HCLBlock, name: String) {
    func use(_ kind: TerraformUse.Kind) -> TerraformUse {
      TerraformUse(name: name, machineType: block.machineType(in: scope), kind: kind)
    }
    switch (block.type, block.labels.first) {
    case ("resource", "aws_sfn_state_machine"):
      guard let value = block.attribute("definition")?.value else { return }
      findings.find(value, use(.stateMachine))
    case ("resource", "aws_sagemaker_pipeline"):
      guard let value = block.attribute("pipeline_definition")?.value else { return }
      findings.find(value, use(.pipeline))
    case ("module", _):
      for attribute in block.attributes {
        findMember(attribute.name, attribute.value, use(.whatItLooksLike), depth: 0)
      }
    default: break
    }
  }

  /// A module's argument, or a member of one: modules pass definitions on, in objects that describe several workflows
  /// too.
  private mutating func findMember(_ name: String, _ value: ByteRange, _ use: TerraformUse, depth: Int) {
    if name.contains("definition") { return findings.find(value, use) }
    guard depth < 4, case .object(let object) = scope.expression(value) else { return }
    scope.forEachMember(of: object) { name, _, value in
      let inner = name.contains("definition") ? use.name : name
      findMember(
        name, value, TerraformUse(name: inner, machineType: nil, kind: .whatItLooksLike), depth: depth + 1)
    }
  }

  /// Definitions that only blocks of other files refer to.
  private mutating func findLocals() {
    for block in blocks where block.type == "locals" {
      for attribute in block.attributes where scope.mayBeDefinition(attribute.value) {
        findings.find(
          attribute.value, TerraformUse(name: attribute.name, machineType: nil, kind: .whatItLooksLike))
      }
    }
  }
}

extension HCLScope {
  /// Whether an expression speaks of what all definitions have.
  fileprivate func mayBeDefinition(_ value: ByteRange) -> Bool {
    source.bytes.withUnsafeBufferPointer { bytes in
      let value = UnsafeBufferPointer(rebasing: bytes[Int(value.start)..<Int(value.end)])
      return value.firstIndex(of: "StartAt") != nil || value.firstIndex(of: "Steps") != nil
    }
  }
}
