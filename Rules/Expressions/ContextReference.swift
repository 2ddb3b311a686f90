import Linting

/// A reference to the document around an expression, which is not there in Step Functions, in words.
struct ContextReference {
  let message: String
  let help: String
  /// What was surely meant.
  private(set) var replacement: String?

  init(_ read: JSONataUses.ContextRead, in expression: JSONataExpression, _ subject: Subject) {
    let name = expression.name(read.node)
    let rest = expression.text[Int(expression[read.node].tokenRange.end)...]
    switch read.kind {
    case .context:
      message = "\"$\" refers to nothing here: an expression has no document around it."
      help = "The input of the state is $states.input."
    case .root, .innerRoot:
      message = "\"$$\" refers to nothing: an expression has no document around it."
      help = "The context object is $states.context, the input of the state $states.input."
      if ContextField.isPath(rest) { replacement = "$states.context" }
    case .callee where JSONataFunction.named(name) != nil:
      message = "\(quoted(name)) is not a function: functions begin with \"$\"."
      help = "Write $\(name)(…)."
      replacement = "$\(name)"
    case .callee, .field:
      message = "\(quoted(name)) refers to nothing here: an expression has no document around it."
      help =
        Self.intrinsicHelp(name, rest) ?? Self.hyphenHelp(read, expression)
        ?? Self.help(for: name, isCallee: read.kind == .callee, subject)
    }
  }

  private static func help(for name: String, isCallee: Bool, _ subject: Subject) -> String {
    if subject.assignments.index(of: name) != nil { return "The variable is called $\(name)." }
    if isCallee, let function = JSONataFunction.closest(to: name) { return "Did you mean $\(function)(…)?" }
    return name.isPlainName
      ? "A field of the input is $states.input.\(name), a text is '\(name)'."
      : "A field of the input is $states.input.`\(name)`."
  }

  /// What does in JSONata what `States.Format` and its like do in JSONPath.
  private static func intrinsicHelp(_ name: String, _ rest: ArraySlice<UInt8>) -> String? {
    guard name == "States", rest.first == UInt8(ascii: ".") else { return nil }
    let function = String(
      decoding: rest.dropFirst().prefix { ($0 | 0x20) &- 0x61 < 26 || $0 == 0x36 || $0 == 0x34 },
      as: UTF8.self)
    return "Intrinsic functions belong to JSONPath. "
      + (counterparts[function] ?? "JSONata has its own, such as $uuid().")
  }

  private static let counterparts = [
    "Array": "A list is written [a, b].", "ArrayPartition": "JSONata has $partition(list, size).",
    "ArrayContains": "Write value in list.", "ArrayRange": "JSONata has $range(first, last, step).",
    "ArrayGetItem": "An item of a list is list[0].", "ArrayLength": "JSONata has $count(list).",
    "ArrayUnique": "JSONata has $distinct(list).", "Base64Encode": "JSONata has $base64encode(text).",
    "Base64Decode": "JSONata has $base64decode(text).", "Format": "Texts are joined with &.",
    "Hash": "JSONata has $hash(text, 'SHA-256').", "JsonMerge": "JSONata has $merge([a, b]).",
    "JsonToString": "JSONata has $string(value).", "MathAdd": "Numbers are added with +.",
    "MathRandom": "JSONata has $random(), a number below 1.", "StringSplit": "JSONata has $split(text, ',').",
    "StringToJson": "JSONata has $parse(text).", "UUID": "JSONata has $uuid().",
  ]

  /// The help with a name that was cut at a hyphen, as `$states.input.my-field` is.
  private static func hyphenHelp(_ read: JSONataUses.ContextRead, _ expression: JSONataExpression) -> String?
  {
    let range = expression[read.node].tokenRange
    let left = expression.text[..<Int(range.start)].reversed().prefix {
      $0.isNameByte || $0 == UInt8(ascii: "-")
    }
    guard left.first == UInt8(ascii: "-"), left.count > 1 else { return nil }
    let right = expression.text[Int(range.end)...].prefix { $0.isNameByte || $0 == UInt8(ascii: "-") }
    let name =
      String(decoding: left.reversed(), as: UTF8.self) + expression.spelling(read.node)
      + String(decoding: right, as: UTF8.self)
    return "A name with hyphens stands in backticks: `\(name)`."
  }
}

extension String {
  fileprivate var isPlainName: Bool { utf8.count <= 40 && utf8.allSatisfy(\.isNameByte) }
}
