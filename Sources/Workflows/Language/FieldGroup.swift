/// Fields of one object of which only one may stand in it.
public struct FieldGroup: Sendable {
  public let fields: [Field]
  public let set: FieldSet
  /// Whether one of them must be there.
  public let isRequired: Bool
}

extension FieldTable {
  /// The groups of a kind of object; `Next` and `End` are not among them, since it matters what `End` says.
  ///
  /// Measured against `ValidateStateMachineDefinition` on 2026-09-05, but for those of counts, items and batches,
  /// which the States Language of 2024-11-22 forbids.
  public static func groups(in kind: ObjectKind) -> [FieldGroup] {
    groupTable[Int(kind.rawValue)]
  }

  private static let groupTable: [[FieldGroup]] = ObjectKind.allCases.map { kind in
    switch kind {
    case .task:
      [optional(.timeoutSeconds, .timeoutSecondsPath), optional(.heartbeatSeconds, .heartbeatSecondsPath)]
    case .wait: [required(.seconds, .secondsPath, .timestamp, .timestampPath)]
    case .fail: [optional(.error, .errorPath), optional(.cause, .causePath)]
    case .map:
      [
        required(.itemProcessor, .iterator), optional(.itemSelector, .parameters),
        optional(.maxConcurrency, .maxConcurrencyPath),
        optional(.toleratedFailureCount, .toleratedFailureCountPath),
        optional(.toleratedFailurePercentage, .toleratedFailurePercentagePath),
      ]
    case .readerConfig: [optional(.maxItems, .maxItemsPath)]
    case .itemBatcher:
      [
        optional(.maxItemsPerBatch, .maxItemsPerBatchPath),
        optional(.maxInputBytesPerBatch, .maxInputBytesPerBatchPath),
      ]
    case .choiceRule, .nestedRule: [required(.and, .or, .not, .variable, .condition)]
    default: []
    }
  }

  private static func required(_ fields: Field...) -> FieldGroup {
    FieldGroup(fields: fields, set: FieldSet(fields), isRequired: true)
  }
  private static func optional(_ fields: Field...) -> FieldGroup {
    FieldGroup(fields: fields, set: FieldSet(fields), isRequired: false)
  }
}
