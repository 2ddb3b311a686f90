import SourceText
import Syntax

extension SyntaxTree {
  static func yaml(_ text: String, limits: Limits = Limits()) -> SyntaxTree {
    read(SourceFile(path: "test.yaml", text: text), as: .yaml, limits: limits)
  }

  static func yaml(_ bytes: [UInt8]) -> SyntaxTree {
    read(SourceFile(path: "test.yaml", bytes: bytes), as: .yaml)
  }

  /// Each node in document order: its kind and the bytes that its range covers.
  var spans: [String] {
    nodes.map { "\($0.kind) \(source.text(in: $0.range))" }
  }

  /// Each defect: its kind, the bytes that it covers, and its detail.
  var problems: [String] {
    defects.map { defect in
      "\(defect.kind) \(source.text(in: defect.range))" + (defect.detail.map { ": \($0)" } ?? "")
    }
  }

  /// What was read, each document as JSON on one line.
  var values: [String] { roots.map(json) }

  private func json(_ id: NodeID) -> String {
    switch kind(id) {
    case .object:
      "{" + members(id).map { json($0.key) + ":" + json($0.value) }.joined(separator: ",") + "}"
    case .array: "[" + elements(id).map(json).joined(separator: ",") + "]"
    case .key, .string: "\"" + text(id).map { $0 == "\n" ? "\\n" : String($0) }.joined() + "\""
    case .boolean: boolean(id) == true ? "true" : "false"
    case .null: "null"
    case .number: text(id)
    case .placeholder: text(id)
    case .missing: "?"
    }
  }
}
