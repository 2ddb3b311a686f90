/// The only texts that a field takes.
public struct FieldOptions: Sendable {
  public let texts: [StaticString]
  /// Whether AWS was seen to refuse any other; else only a document lists them.
  public let isMeasured: Bool
}

extension FieldTable {
  /// The texts that a field takes, where the language lists them; nil if it takes any.
  ///
  /// Measured against `ValidateStateMachineDefinition` on 2026-09-05, or listed in the Developer Guide: "Map state",
  /// "ItemReader" and "ResultWriter".
  public static func options(_ field: Field, in kind: ObjectKind) -> FieldOptions? {
    switch (kind, field) {
    case (.machine, .version): measured("1.0")
    case (.retrier, .jitterStrategy): measured("FULL", "NONE")
    case (.processorConfig, .mode): documented("INLINE", "DISTRIBUTED")
    case (.processorConfig, .executionType): measured("STANDARD", "EXPRESS")
    case (.readerConfig, .inputType): documented("CSV", "JSON", "JSONL", "PARQUET", "MANIFEST")
    case (.readerConfig, .transformation): documented("NONE", "LOAD_AND_FLATTEN")
    case (.readerConfig, .manifestType): documented("ATHENA_DATA", "S3_INVENTORY")
    case (.readerConfig, .csvDelimiter): documented("COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB")
    case (.readerConfig, .csvHeaderLocation): documented("FIRST_ROW", "GIVEN")
    case (.writerConfig, .transformation): documented("NONE", "COMPACT", "FLATTEN")
    case (.writerConfig, .outputType): documented("JSON", "JSONL")
    default: nil
    }
  }

  /// The fields of a kind of object that take only some texts.
  public static func fieldsWithOptions(in kind: ObjectKind) -> FieldSet { optionFields[Int(kind.rawValue)] }

  private static let optionFields: [FieldSet] = ObjectKind.allCases.map { kind in
    FieldSet(Field.allCases.filter { options($0, in: kind) != nil })
  }

  private static func measured(_ texts: StaticString...) -> FieldOptions {
    FieldOptions(texts: texts, isMeasured: true)
  }

  private static func documented(_ texts: StaticString...) -> FieldOptions {
    FieldOptions(texts: texts, isMeasured: false)
  }
}
