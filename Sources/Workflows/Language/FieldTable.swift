public import Syntax

/// What the States Language says of one field in one kind of object.
public struct FieldSpecification: Sendable {
  public let field: Field
  public let value: ValueShape
  public let isRequired: Bool
  /// The only query language in which the field exists; nil if it exists in both.
  public let language: QueryLanguage?
  /// When the field came to the language, as the edition of its specification; nil of those that were there before.
  public var since: String? { Self.fieldsOfJSONataEdition.contains(field) ? "2024-11-22" : nil }

  /// The edition that brought JSONata and variables.
  private static let fieldsOfJSONataEdition: FieldSet = [
    .queryLanguage, .arguments, .output, .assign, .items, .condition,
  ]
}

/// What kind of JSON value a field takes.
public enum ValueShape: Sendable {
  case string, boolean, object, array, any
  /// A string of a path, or null.
  case stringOrNull
  /// A whole number; in JSONata also an expression that yields one.
  case integer
  /// Any number; in JSONata also an expression that yields one.
  case number
  /// In JSONPath an object whose `.$` keys are evaluated; in JSONata any value.
  case payload
  /// An object of variables, whose `.$` keys are evaluated in JSONPath; never another literal.
  case assignments
  /// A whole number as it stands; never an expression.
  case literalInteger
  /// A number as it stands; never an expression.
  case literalNumber
  /// A condition: true, false or an expression.
  case condition
  /// An array of strings.
  case strings
  /// An array; in JSONata also an object (iterated by key since 2025) or an expression.
  case items
}

extension ValueShape {
  /// The kinds of nodes that fit in both query languages; in JSONata expressions fit in more places.
  var acceptedKinds: [NodeKind] {
    switch self {
    case .string: [.string]
    case .stringOrNull: [.string, .null]
    case .boolean, .condition: [.boolean]
    case .object, .assignments: [.object]
    case .array, .strings: [.array]
    case .items: [.array, .object]
    case .integer, .number, .literalInteger, .literalNumber: [.number]
    case .payload, .any: [.object, .array, .string, .number, .boolean, .null, .placeholder, .missing]
    }
  }
}

/// The fields of each kind of object: the one table that knows them.
///
/// The acceptance matrix was measured against `ValidateStateMachineDefinition` on 2026-09-05 (8 types × 50 fields);
/// the rest follows the States Language of 2024-11-22 and the Step Functions Developer Guide.
public enum FieldTable {
  /// When the table was last compared with AWS.
  public static let date = "2026-09"

  public static subscript(kind: ObjectKind) -> [FieldSpecification] { specifications[Int(kind.rawValue)] }

  /// The specification of a field in a kind of object; nil if the object never has it.
  public static func specification(_ field: Field, in kind: ObjectKind) -> FieldSpecification? {
    byField[Int(kind.rawValue) << 7 | Int(field.rawValue)]
  }

  /// Whether a field of a kind of object takes such a value in every query language; also if it never has the field.
  public static func accepts(_ value: NodeKind, _ field: Field, in kind: ObjectKind) -> Bool {
    acceptedKinds[Int(kind.rawValue) << 7 | Int(field.rawValue)] >> UInt16(value.rawValue) & 1 == 1
  }

  /// The fields that may stand in the object, in this language.
  public static func allowed(in kind: ObjectKind, _ language: QueryLanguage) -> FieldSet {
    allowed[Int(kind.rawValue) << 1 | Int(language.rawValue)]
  }

  /// The fields that must stand in the object, whatever its language.
  public static func required(in kind: ObjectKind) -> FieldSet { required[Int(kind.rawValue)] }

  private static let specifications = ObjectKind.allCases.map { specifications(of: $0) }

  // Flat, since the rules ask for every object: by kind times 128 plus field, kind times two plus language, kind.
  private static let byField: [FieldSpecification?] = specifications.flatMap { specifications in
    var row = [FieldSpecification?](repeating: nil, count: 128)
    for specification in specifications { row[Int(specification.field.rawValue)] = specification }
    return row
  }

  /// By kind times 128 plus field: a bit for each kind of node.
  static let acceptedKinds: [UInt16] = byField.map { specification in
    specification.map { $0.value.acceptedKinds.reduce(0) { $0 | 1 << UInt16($1.rawValue) } } ?? ~0
  }

  private static let allowed: [FieldSet] = specifications.flatMap { specifications in
    QueryLanguage.allCases.map { language in
      FieldSet(specifications.filter { $0.language == nil || $0.language == language }.map(\.field))
    }
  }

  private static let required: [FieldSet] = specifications.map { specifications in
    FieldSet(specifications.filter(\.isRequired).map(\.field))
  }
}

// MARK: - The table

extension FieldTable {
  private static func specifications(of kind: ObjectKind) -> [FieldSpecification] {
    switch kind {
    case .machine:
      scope + [
        both(.queryLanguage, .string), both(.version, .string), both(.timeoutSeconds, .literalInteger),
      ]
    case .branch: scope
    case .processor: scope + [both(.processorConfig, .object)]
    case .processorConfig: [both(.mode, .string), both(.executionType, .string)]
    case .task:
      state + transition + inputAndOutput + parameters + result + errorHandling + timeouts
        + [required(.resource, .string), jsonata(.arguments, .payload), both(.credentials, .payload)]
    case .pass:
      state + transition + inputAndOutput + parameters
        + [jsonPath(.resultPath, .stringOrNull), jsonPath(.result, .any)]
    case .wait:
      state + transition + inputAndOutput
        + [both(.seconds, .integer), both(.timestamp, .string), path(.secondsPath), path(.timestampPath)]
    case .choice:
      state + inputAndOutput + [required(.choices, .array), both(.default, .string)]
    case .parallel:
      state + transition + inputAndOutput + parameters + result + errorHandling
        + [required(.branches, .array), jsonata(.arguments, .payload)]
    case .map: state + transition + inputAndOutput + parameters + result + errorHandling + mapFields
    case .succeed:
      state + [
        jsonPath(.inputPath, .stringOrNull), jsonPath(.outputPath, .stringOrNull), jsonata(.output, .payload),
      ]
    case .fail:
      state + [both(.error, .string), both(.cause, .string), path(.errorPath), path(.causePath)]
    case .untypedState: everyStateField
    default: partSpecifications(of: kind)
    }
  }

  private static func partSpecifications(of kind: ObjectKind) -> [FieldSpecification] {
    switch kind {
    case .choiceRule:
      rule + [
        required(.next, .string), both(.assign, .assignments), jsonata(.output, .payload),
        both(.comment, .string),
      ]
    case .nestedRule: rule + [both(.comment, .string)]
    case .retrier:
      [
        required(.errorEquals, .strings), both(.intervalSeconds, .literalInteger),
        both(.maxAttempts, .literalInteger), both(.backoffRate, .literalNumber),
        both(.maxDelaySeconds, .literalInteger), both(.jitterStrategy, .string), both(.comment, .string),
      ]
    case .catcher:
      [
        required(.errorEquals, .strings), required(.next, .string), jsonPath(.resultPath, .stringOrNull),
        jsonata(.output, .payload), both(.assign, .assignments), both(.comment, .string),
      ]
    case .itemReader:
      [
        required(.resource, .string), jsonPath(.parameters, .payload), jsonata(.arguments, .payload),
        both(.readerConfig, .object),
      ]
    case .readerConfig:
      [
        both(.inputType, .string), both(.transformation, .string), both(.manifestType, .string),
        both(.csvDelimiter, .string), both(.csvHeaderLocation, .string), both(.csvHeaders, .strings),
        both(.itemsPointer, .string), both(.maxItems, .integer), path(.maxItemsPath),
      ]
    case .itemBatcher:
      [
        both(.maxItemsPerBatch, .integer), path(.maxItemsPerBatchPath),
        both(.maxInputBytesPerBatch, .integer),
        path(.maxInputBytesPerBatchPath), both(.batchInput, .payload),
      ]
    case .resultWriter:
      [
        both(.resource, .string), jsonPath(.parameters, .payload), jsonata(.arguments, .payload),
        both(.writerConfig, .object),
      ]
    case .writerConfig: [both(.transformation, .string), both(.outputType, .string)]
    default: []
    }
  }

  private static var scope: [FieldSpecification] {
    [both(.comment, .string), required(.startAt, .string), required(.states, .object)]
  }

  private static var state: [FieldSpecification] {
    [required(.type, .string), both(.comment, .string), both(.queryLanguage, .string)]
  }

  private static var transition: [FieldSpecification] { [both(.next, .string), both(.end, .boolean)] }

  private static var inputAndOutput: [FieldSpecification] {
    [
      jsonPath(.inputPath, .stringOrNull), jsonPath(.outputPath, .stringOrNull), jsonata(.output, .payload),
      both(.assign, .assignments),
    ]
  }

  private static var parameters: [FieldSpecification] { [jsonPath(.parameters, .payload)] }

  private static var result: [FieldSpecification] {
    [jsonPath(.resultPath, .stringOrNull), jsonPath(.resultSelector, .payload)]
  }

  private static var errorHandling: [FieldSpecification] { [both(.retry, .array), both(.catch, .array)] }

  private static var timeouts: [FieldSpecification] {
    [
      both(.timeoutSeconds, .integer), both(.heartbeatSeconds, .integer), path(.timeoutSecondsPath),
      path(.heartbeatSecondsPath),
    ]
  }

  private static var mapFields: [FieldSpecification] {
    [
      both(.itemProcessor, .object), both(.iterator, .object), both(.itemReader, .object),
      both(.itemSelector, .payload), both(.itemBatcher, .object), both(.resultWriter, .object),
      both(.label, .string), both(.maxConcurrency, .integer), both(.toleratedFailureCount, .integer),
      both(.toleratedFailurePercentage, .number), jsonata(.items, .items), path(.itemsPath),
      path(.maxConcurrencyPath), path(.toleratedFailureCountPath), path(.toleratedFailurePercentagePath),
    ]
  }

  private static var rule: [FieldSpecification] {
    let combinations = [
      jsonPath(.and, .array), jsonPath(.or, .array), jsonPath(.not, .object), path(.variable),
      jsonata(.condition, .condition),
    ]
    return combinations + Field.allCases.filter(\.isComparison).map { jsonPath($0, comparand(of: $0)) }
  }

  private static func comparand(of comparison: Field) -> ValueShape {
    switch comparison.rawValue {
    case Field.isNull.rawValue...: .boolean
    case _ where comparison.name.hasSuffix("Path"): .string
    case Field.booleanEquals.rawValue: .boolean
    case Field.numericEquals.rawValue..<Field.booleanEquals.rawValue: .literalNumber
    default: .string
    }
  }

  private static var everyStateField: [FieldSpecification] {
    var seen: FieldSet = []
    let types = StateType.known.map { ObjectKind($0) }
    return types.flatMap { specifications(of: $0) }.compactMap { specification in
      guard !seen.contains(specification.field) else { return nil }
      seen.insert(specification.field)
      let isType = specification.field == .type
      return FieldSpecification(
        field: specification.field, value: isType ? .string : .any, isRequired: isType, language: nil)
    }
  }

  private static func both(_ field: Field, _ value: ValueShape) -> FieldSpecification {
    FieldSpecification(field: field, value: value, isRequired: false, language: nil)
  }

  private static func required(_ field: Field, _ value: ValueShape) -> FieldSpecification {
    FieldSpecification(field: field, value: value, isRequired: true, language: nil)
  }

  private static func jsonPath(_ field: Field, _ value: ValueShape) -> FieldSpecification {
    FieldSpecification(field: field, value: value, isRequired: false, language: .jsonPath)
  }

  private static func jsonata(_ field: Field, _ value: ValueShape) -> FieldSpecification {
    FieldSpecification(field: field, value: value, isRequired: false, language: .jsonata)
  }

  private static func path(_ field: Field) -> FieldSpecification { jsonPath(field, .string) }
}
