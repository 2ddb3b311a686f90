import Expressions
import SourceText
import Syntax
import Workflows

/// Says in short what a value of a pipeline's definition is, and what a reference leads to.
struct ValueText {
  let pipeline: Pipeline

  private var tree: SyntaxTree { pipeline.tree }

  /// A scalar as it is written, what an expression yields by its name; nil for what is neither.
  ///
  /// - Returns: At most about `ConditionText.longestText` characters.
  func text(_ value: NodeID) -> String? {
    switch tree.kind(value) {
    case .array: return nil
    case .object:
      if let text = tree.value(value, "Get"), tree.count(value) == 1 { return reference(text) }
      if let join = tree.value(value, "Std:Join"), tree.count(value) == 1 { return joined(join) }
      if let read = tree.value(value, "Std:JsonGet"), tree.count(value) == 1 { return path(ofJSONGet: read) }
      return nil
    default: return String(tree.text(value).prefix(ConditionText.longestText))
    }
  }

  /// A value as a condition compares it: texts in quotes.
  func operand(_ value: NodeID) -> String {
    guard let text = text(value) else { return tree.kind(value) == .array ? "a list" : "?" }
    return tree.kind(value) == .string ? "\"\(text)\"" : text
  }

  /// The `Path` of a `Std:JsonGet`, as much of it as there is room for.
  func path(ofJSONGet node: NodeID) -> String {
    guard let path = tree.value(node, "Path"), tree.kind(path) == .string else { return "?" }
    let text = String(tree.text(path).prefix(ConditionText.longestText))
    return Wording.path(text.replacing("['", with: ".").replacing("']", with: ""))
  }

  private func joined(_ join: NodeID) -> String {
    let separator = tree.value(join, "On").map { String(tree.text($0).prefix(20)) } ?? ""
    var result = ""
    guard let values = tree.value(join, "Values") else { return "?" }
    var isFirst = true
    tree.forEachElement(values) { element in
      guard result.utf8.count < ConditionText.longestText else { return }
      if !isFirst { result += separator }
      isFirst = false
      result += text(element) ?? "…"
    }
    return result
  }
}

// MARK: - References

extension ValueText {
  /// What the string of a `Get` leads to, by its last part that means something.
  func reference(_ node: NodeID) -> String {
    guard tree.kind(node) == .string else { return "?" }
    return tree.withText(node) { bytes in
      guard bytes.count <= 4 * ConditionText.longestText else { return "?" }
      let reference = PipelineReference.parse(bytes)
      func text(_ range: ByteRange) -> String {
        String(decoding: bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
      }
      let parts = reference.segments.map { Self.part($0, text) }
      switch reference.root {
      case .parameters, .execution: return text(reference.name)
      case .steps, .iterationOutput: return parts.isEmpty ? text(reference.name) : Self.shortened(parts)
      case .currentItem: return parts.reduce(into: "item") { $0 += $1.appended }
      case .unknown: return String(decoding: bytes, as: UTF8.self)
      }
    }
  }

  /// The name of the step that the string of a `Get` leads to; nil if it leads to none.
  func stepName(in node: NodeID) -> String? {
    guard tree.kind(node) == .string else { return nil }
    return tree.withText(node) { bytes in
      let reference = PipelineReference.parse(bytes)
      guard reference.root == .steps || reference.root == .iterationOutput, !reference.name.isEmpty else {
        return nil
      }
      let name = bytes[Int(reference.name.start)..<Int(reference.name.end)]
      return String(String(decoding: name, as: UTF8.self).prefix(Font.longestText))
    }
  }

  private enum Part: Equatable {
    case member(String)
    case key(String)
    case index(Int32)

    /// As it stands behind other parts.
    var appended: String {
      switch self {
      case .member(let name), .key(let name): ".\(name)"
      case .index(let index): "[\(index)]"
      }
    }
  }

  private static func part(_ segment: ReferenceSegment, _ text: (ByteRange) -> String) -> Part {
    switch segment.selector {
    case .member(let name): .member(text(name))
    case .key(let key): .key(text(key.contents))
    case .index(let index): .index(index)
    }
  }

  /// "train" for `ProcessingOutputConfig.Outputs['train'].S3Output.S3Uri`: what distinguishes it from others.
  private static func shortened(_ parts: [Part]) -> String {
    if parts == modelArtifacts { return "model artifacts" }
    if parts.suffix(2) == objectiveMetric { return "objective metric" }
    if parts.first == .member("PropertyFiles"), case .member(let file)? = parts.last { return file }
    var rest = parts[...]
    if rest.count > 2, rest.suffix(2) == outputLocation { rest.removeLast(2) }
    if rest.count > 1, rest.last == .member("Value"), case .key? = rest.dropLast().last { rest.removeLast() }
    switch rest.last {
    case .member(let name)?, .key(let name)?: return name
    case .index(let index)?:
      let list = rest.dropLast()
      return list.isEmpty ? "[\(index)]" : "\(shortened(Array(list)))[\(index)]"
    case nil: return "?"
    }
  }

  private static let modelArtifacts: [Part] = [.member("ModelArtifacts"), .member("S3ModelArtifacts")]
  private static let objectiveMetric: ArraySlice<Part> = [
    .member("FinalHyperParameterTuningJobObjectiveMetric"), .member("Value"),
  ]
  private static let outputLocation: ArraySlice<Part> = [.member("S3Output"), .member("S3Uri")]
}

// MARK: - Names of things

extension ValueText {
  /// The last part of an address: "evaluate.py", "sagemaker-xgboost:1.7-1"; of an ARN the resource's name.
  func lastPart(of value: NodeID) -> String? {
    guard let text = text(value) else { return nil }
    let isARN = text.hasPrefix("arn:")
    var name = text.split(separator: "/").last ?? text[...]
    if isARN { name = name.split(separator: ":").last ?? name }
    // Nobody tells images apart by 64 digits.
    if let digest = name.firstRange(of: "@sha256:") { name = name[..<digest.lowerBound] }
    return name.isEmpty ? nil : String(name)
  }
}
