/// Which numbers a field takes.
public struct NumberRange: Sendable {
  public let minimum: Double
  /// Nil if there is no largest one.
  public let maximum: Double?
  /// Whether AWS was seen to refuse numbers beyond it; else only a document says so.
  public let isMeasured: Bool

  public func contains(_ number: Double) -> Bool {
    number >= minimum && (maximum.map { number <= $0 } ?? true)
  }
}

extension FieldTable {
  /// The numbers that a field takes where it stands as a literal; nil if it takes no numbers, or any.
  ///
  /// Of Tasks, Waits, Retriers and of what a Map does at once: measured against `ValidateStateMachineDefinition` on
  /// 2026-09-05. The rest: Developer Guide, "ItemReader" and "ItemBatcher", and the States Language of 2024-11-22.
  public static func range(_ field: Field, in kind: ObjectKind) -> NumberRange? {
    rangeTable[Int(kind.rawValue) << 7 | Int(field.rawValue)]
  }

  /// The fields of a kind of object that have a range.
  public static func fieldsWithRange(in kind: ObjectKind) -> FieldSet { rangedFields[Int(kind.rawValue)] }

  // Flat, as the other tables: by kind times 128 plus field, and by kind.
  private static let rangeTable: [NumberRange?] = ObjectKind.allCases.flatMap { kind in
    var row = [NumberRange?](repeating: nil, count: 128)
    for field in Field.allCases { row[Int(field.rawValue)] = range(of: field, in: kind) }
    return row
  }

  private static let rangedFields: [FieldSet] = ObjectKind.allCases.map { kind in
    FieldSet(Field.allCases.filter { range(of: $0, in: kind) != nil })
  }

  private static func range(of field: Field, in kind: ObjectKind) -> NumberRange? {
    switch (kind, field) {
    case (.machine, .timeoutSeconds): documented(0...99_999_999)
    case (.task, .timeoutSeconds), (.task, .heartbeatSeconds): measured(1...99_999_999)
    case (.wait, .seconds): measured(0...99_999_999)
    case (.retrier, .intervalSeconds), (.retrier, .maxAttempts): measured(0...99_999_999)
    case (.retrier, .backoffRate): NumberRange(minimum: 1, maximum: nil, isMeasured: true)
    case (.retrier, .maxDelaySeconds): measured(1...31_622_400)
    case (.map, .maxConcurrency), (.map, .toleratedFailureCount):
      NumberRange(minimum: 0, maximum: nil, isMeasured: true)
    case (.map, .toleratedFailurePercentage): measured(0...100)
    // The guide says positive; 0 was recorded to be accepted (LocalStack's snapshots, 2025).
    case (.readerConfig, .maxItems): documented(0...100_000_000)
    case (.itemBatcher, .maxItemsPerBatch): NumberRange(minimum: 1, maximum: nil, isMeasured: false)
    case (.itemBatcher, .maxInputBytesPerBatch): documented(1...262_144)
    default: nil
    }
  }

  private static func measured(_ range: ClosedRange<Double>) -> NumberRange {
    NumberRange(minimum: range.lowerBound, maximum: range.upperBound, isMeasured: true)
  }

  private static func documented(_ range: ClosedRange<Double>) -> NumberRange {
    NumberRange(minimum: range.lowerBound, maximum: range.upperBound, isMeasured: false)
  }
}
