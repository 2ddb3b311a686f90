import Linting

let wrongParameterDefault = Rule(
  "wrong-parameter-default", .refused, since: "0.1", predicts: "ValidationException",
  summary: "A parameter's default value has the parameter's type.",
  rationale: """
    The Developer Guide demands an instance of the type. Numbers and booleans in quotes are strings; a Float \
    takes a whole number as well.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Parameters": [ { "Name": "P", "Type": "Integer", "DefaultValue": «"1"» } ],
        "Steps": [ { "Name": "Use", "Type": "Lambda", "FunctionArn": "f",
          "Arguments": { "p": { "Get": "Parameters.P" } } } ] }
      """,
      fixed: """
        { "Version": "2020-12-01", "Parameters": [ { "Name": "P", "Type": "Integer", "DefaultValue": 1 } ],
          "Steps": [ { "Name": "Use", "Type": "Lambda", "FunctionArn": "f",
            "Arguments": { "p": { "Get": "Parameters.P" } } } ] }
        """),
    .pipeline(
      """
      { "Version": "2020-12-01", "Parameters": [ { "Name": "P", "Type": "String", "DefaultValue": «5» } ],
        "Steps": [ { "Name": "Use", "Type": "Lambda", "FunctionArn": "f",
          "Arguments": { "p": { "Get": "Parameters.P" } } } ] }
      """),
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Parameters": [ { "Name": "N", "Type": "Float", "DefaultValue": 1 },
        { "Name": "S", "DefaultValue": "" }, { "Name": "B", "Type": "Boolean", "DefaultValue": "${Flag}" } ],
          "Steps": [
        { "Name": "Use", "Type": "Lambda", "FunctionArn": "f", "Arguments": {
          "n": { "Get": "Parameters.N" }, "s": { "Get": "Parameters.S" }, "b": {
            "Get": "Parameters.B" } } } ] }
      """)
  ]
).parameter { parameter, subject, report in
  let tree = subject.tree
  guard let value = subject.pipeline.value(.defaultValue, of: parameter), !tree.isUnsettled(value),
    !tree.hasSubstitution(value), let type = subject.type(of: parameter), !isInstance(value, of: type, tree)
  else { return }
  let literal = tree.kind(value) == .string ? literal(tree.text(value), of: type) : nil
  let isFraction = type == .integer && tree.kind(value) == .number
  report(
    value,
    "The default of \(type.phrase) parameter cannot be "
      + "\(isFraction ? "a fraction" : tree.kind(value).phrase).",
    help: literal.map { "Write \($0) without quotes." },
    fix: literal.flatMap {
      Fix("Write \($0) without quotes", isSafe: true, tree.unquoting(of: value, as: $0))
    },
    certainty: tree.kind(value) == .null ? .likely : .certain)
}

private func isInstance(_ value: NodeID, of type: ParameterType, _ tree: SyntaxTree) -> Bool {
  switch type {
  case .string: tree.kind(value) == .string
  case .boolean: tree.kind(value) == .boolean
  case .float: tree.kind(value) == .number
  case .integer: tree.kind(value) == .number && tree.number(value).map { $0 == $0.rounded() } ?? true
  }
}

/// The text of a string as a literal of the type, if it is spelt as everybody spells that.
private func literal(_ text: String, of type: ParameterType) -> String? {
  switch type {
  case .string: nil
  case .boolean: ["true", "false"].contains(text) ? text : nil
  case .integer, .float: Int(text).map(String.init) == text ? text : nil
  }
}

/// The `Type` of a parameter.
enum ParameterType: String, CaseIterable {
  case string = "String"
  case integer = "Integer"
  case float = "Float"
  case boolean = "Boolean"

  fileprivate var phrase: String { self == .integer ? "an \(rawValue)" : "a \(rawValue)" }
}

extension PipelineSubject {
  /// The type that a parameter has, String if it names none; nil if it cannot be known.
  func type(of parameter: PipelineParameter) -> ParameterType? {
    guard let node = pipeline.value(.type, of: parameter) else {
      return pipeline.isTemplated(parameter) ? nil : .string
    }
    return tree.isLiteralString(node) ? ParameterType(rawValue: tree.text(node)) : nil
  }
}
