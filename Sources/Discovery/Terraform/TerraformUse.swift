import SourceText
import Workflows

/// What a Terraform file says of a definition that it holds or refers to.
struct TerraformUse {
  let name: String
  /// Nil if it is not said, or by something that only Terraform knows.
  let machineType: MachineType?
  let kind: Kind

  enum Kind: Hashable {
    case stateMachine, pipeline
    /// Whatever looks like a definition is one.
    case whatItLooksLike
  }
}

/// A file that a Terraform file says a definition is in.
struct TerraformLink {
  /// In the folder of the file that says it.
  let path: String
  /// Where the path is said.
  let range: ByteRange
  /// Whether the path is in the folder of the file for sure. Else it is in the one where Terraform is run, which is the
  /// same for most.
  let isBesideFile: Bool
  /// What is filled in for each `${name}`; none if the file is taken as it is, nil if it is not known.
  let variables: [Variable]?
  let use: TerraformUse

  struct Variable {
    let name: String
    let range: ByteRange
    /// The text that is filled in, where it stands in the file.
    let value: String?
  }
}

extension TerraformLink {
  /// The link, if following it can do no harm: the file is taken as it is or called a definition. Other files are
  /// templates with more in them than names.
  func definitionLink(in source: SourceFile) -> DefinitionLink? {
    let isReadable = variables?.isEmpty == true || FileName(path).isStatesLanguage
    guard isReadable, use.kind == .stateMachine else { return nil }
    return DefinitionLink(
      path: path,
      use: DefinitionUse(source: source, name: use.name, range: range, machineType: use.machineType),
      mayStartElsewhere: !isBesideFile)
  }
}

extension HCLBlock {
  /// What the block calls the workflow: the name that AWS will know it by, where that stands in the file, else the
  /// block's own.
  func name(in scope: HCLScope) -> String {
    let name = attribute(
      type == "resource" && labels.first == "aws_sagemaker_pipeline" ? "pipeline_name" : "name")
    return name.flatMap { scope.string($0.value) } ?? labels.last ?? type
  }

  /// Nil if it is not said, or by something that only Terraform knows.
  func machineType(in scope: HCLScope) -> MachineType? {
    guard let value = attribute("type")?.value else { return type == "resource" ? .standard : nil }
    let name = scope.string(value)?.uppercased()
    return MachineType.allCases.first { $0.rawValue.uppercased() == name }
  }
}

extension HCLScope {
  /// What the second argument of `templatefile` fills in; nil if that is not known.
  func variables(_ value: ByteRange, depth: Int = 0) -> [TerraformLink.Variable]? {
    guard depth < 8 else { return nil }
    switch expression(value) {
    case .object(let range):
      var variables: [TerraformLink.Variable] = []
      let isComplete = forEachMember(of: range) { name, place, value in
        variables.append(TerraformLink.Variable(name: name, range: place, value: string(value)))
      }
      return isComplete ? variables : nil
    case .reference(let names): return self.value(of: names).flatMap { variables($0, depth: depth + 1) }
    default: return nil
    }
  }

  /// A path that is a string, or one in the folder of the file: `"${path.module}/name"`.
  func path(_ value: ByteRange, depth: Int = 0) -> (path: String, isBesideFile: Bool)? {
    guard depth < 8 else { return nil }
    switch expression(value) {
    case .reference(let names):
      return self.value(of: names).flatMap { path($0, depth: depth + 1) }
    case .group(let range): return path(range, depth: depth + 1)
    case .template(let range):
      if let inner = interpolation(alone: range) { return path(inner, depth: depth + 1) }
      return pathText(range)
    default: return nil
    }
  }

  private func pathText(_ template: ByteRange) -> (path: String, isBesideFile: Bool)? {
    var cursor = HCLCursor(source, template, limits)
    guard cursor.heredoc == nil else { return nil }
    var path = ""
    var isKnown = true
    var isBesideFile = false
    cursor.readQuoted { part in
      switch part {
      case .text(let range): path += source.text(in: range)
      case .escape(let range):
        path += String(
          decoding: HCLEscape.decode(source.bytes[Int(range.start)..<Int(range.end)]), as: UTF8.self)
      case .interpolation(let range):
        let names = source.text(in: range).dropFirst(2).dropLast().filter { $0 != " " }
        // All three are the file's folder if Terraform is run there, and the first one is in any case.
        if path.isEmpty, ["path.module", "path.root", "path.cwd"].contains(names) {
          path = "."
          isBesideFile = names == "path.module"
        } else {
          isKnown = false
        }
      case .directive: isKnown = false
      }
    }
    if path.hasPrefix("./") { path.removeFirst(2) }
    return isKnown && !path.isEmpty ? (path, isBesideFile) : nil
  }
}
