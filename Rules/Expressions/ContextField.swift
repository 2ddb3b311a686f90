import Linting

/// A field of the context object, which JSONPath calls `$$` and JSONata `$states.context`. One without fields of its own
/// may hold anything.
struct ContextField {
  let name: String
  let phrase: String
  let fields: [ContextField]

  /// When the fields were last compared with what AWS documents.
  static let date = "2026-08"

  /// The context object itself: Step Functions Developer Guide, "input-output-contextobject", 2025; `Key` and `Source` by
  /// AWS's agent toolkit, 2026-08.
  static let object = ContextField(
    "", "the context object",
    [
      ContextField(
        "Execution", "the execution in the context object",
        ["Id", "Input", "Name", "RedriveCount", "RedriveTime", "RoleArn", "StartTime"].map {
          ContextField($0)
        }),
      ContextField(
        "Map", "the Map in the context object",
        [
          ContextField(
            "Item", "the item of a Map in the context object",
            ["Index", "Key", "Source", "Value"].map { ContextField($0) })
        ]),
      ContextField(
        "State", "the state in the context object",
        ["EnteredTime", "Name", "RetryCount"].map { ContextField($0) }),
      ContextField(
        "StateMachine", "the state machine in the context object", ["Id", "Name"].map { ContextField($0) }),
      ContextField("Task", "the task in the context object", [ContextField("Token")]),
    ])

  private init(_ name: String, _ phrase: String = "", _ fields: [ContextField] = []) {
    self.name = name
    self.phrase = phrase
    self.fields = fields
  }

  func has(_ name: some StringProtocol) -> Bool { fields.contains { $0.name == name } }

  /// Whether a text that follows `$$` leads to one of the context object's fields.
  static func isPath(_ rest: ArraySlice<UInt8>) -> Bool {
    guard rest.first == UInt8(ascii: ".") else { return false }
    return object.fields.contains { field in
      let name = field.name.utf8
      return rest.dropFirst().starts(with: name) && rest.dropFirst(1 + name.count).first?.isNameByte != true
    }
  }
}

extension UInt8 {
  /// A letter, a digit or `_`.
  var isNameByte: Bool { (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 || self == 0x5F }
}
