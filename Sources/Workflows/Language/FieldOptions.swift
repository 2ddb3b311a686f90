extension FieldTable {
  /// The only texts that a field takes, where the language lists them; nil if it takes any.
  ///
  /// Measured against `ValidateStateMachineDefinition` on 2026-09-05.
  public static func options(_ field: Field, in kind: ObjectKind) -> [StaticString]? {
    switch (kind, field) {
    case (.machine, .version): ["1.0"]
    case (.retrier, .jitterStrategy): ["FULL", "NONE"]
    default: nil
    }
  }

  /// The fields of a kind of object that take only some texts.
  public static func fieldsWithOptions(in kind: ObjectKind) -> FieldSet { optionFields[Int(kind.rawValue)] }

  private static let optionFields: [FieldSet] = ObjectKind.allCases.map { kind in
    FieldSet(Field.allCases.filter { options($0, in: kind) != nil })
  }
}
