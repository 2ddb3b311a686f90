import SourceText
public import Syntax

/// A place in a definition where a path, a call of an intrinsic function or a JSONata expression stands, or seems to.
public struct ExpressionSite: Sendable {
  /// What may stand there, and with it how it is read.
  public enum Kind: UInt8, CaseIterable, Sendable {
    // JSONPath
    /// `InputPath`, `OutputPath`.
    case path
    /// `ItemsPath`, `SecondsPath` and their like.
    case referencePath
    case resultPath
    /// `Variable`, and the operands of comparisons with a `Path` at their end.
    case comparison
    /// A string that is the value of a `.$` field in a payload template.
    case templateValue
    /// Another value of a `.$` field, which is nothing that can be evaluated.
    case unevaluable
    /// A string of a payload template that is sent as it is, but begins as a path or a call does.
    case templateText
    /// `ErrorPath`, `CausePath`: a path, or a call that yields a string.
    case textPath
    /// A string that is sent as it is, but stands between `{%` and `%}`.
    case jsonataText
    // JSONata
    /// A string in a field that is evaluated which begins with `{%` or ends with `%}`.
    case jsonata
    /// A string of such a field that is sent as it is, but begins with `$` or `States.`, or holds a `{%`.
    case undelimitedText
  }

  public let kind: Kind
  /// The field of the object in which the expression stands, however deep in its value.
  public let field: Field
  public let object: ObjectKind
  public let state: StateID?
  /// The key of the value, or of the list around it.
  public let key: NodeID
  public let value: NodeID
  public let traits: ExpressionTraits
  /// Its place among all sites of the machine, counted from 0.
  public internal(set) var index: UInt32 = 0
}

extension StateMachine {
  /// Every string that is read as an expression, or seems to be meant as one, object by object; also one that is
  /// filled in later, which whoever finds something wrong has to ask (``hasSubstitution(_:)``).
  ///
  /// O(nodes of the objects' fields).
  ///
  /// - Parameter isWanted: Whether to look at the objects of a state; nil stands for what belongs to none.
  public func expressionSites(of isWanted: (StateID?) -> Bool = { _ in true }) -> [ExpressionSite] {
    var sites: [ExpressionSite] = []
    sites.reserveCapacity(objects.count)
    for object in objects
    where !object.fields.present.intersection(ExpressionReading.fields(object.language)).isEmpty
      && isWanted(object.state)
    {
      for row in fields(of: object) {
        guard let reading = ExpressionReading.of(row.field, object.language) else { continue }
        add(row, reading, object, &sites)
      }
    }
    for index in sites.indices { sites[index].index = UInt32(index) }
    return sites
  }

  private func add(
    _ row: FieldRow, _ reading: ExpressionReading, _ object: ObjectRow, _ sites: inout [ExpressionSite]
  ) {
    switch reading {
    case .string(let kind):
      guard tree.kind(row.value) == .string else { return }
      sites.append(site(kind, row.field, object, key: row.key, value: row.value))
    case .template: addValues(in: row, reading, object, &sites)
    case .jsonata, .literal: addStrings(in: row, reading, object, &sites)
    }
  }

  /// Adds the strings of a field that are JSONata, or seem to be meant as JSONata.
  private func addStrings(
    in row: FieldRow, _ reading: ExpressionReading, _ object: ObjectRow, _ sites: inout [ExpressionSite]
  ) {
    let nodes = tree.nodes
    let end = nodes[Int(row.value.index)].next
    var index = row.value.index
    var key = row.key
    while index < end {
      let node = NodeID(index)
      switch nodes[Int(index)].kind {
      case .key: key = node
      case .string:
        let kind = tree.withText(node) { reading == .jsonata ? $0.kindInJSONata : $0.kindInLiteral }
        if let kind { sites.append(site(kind, row.field, object, key: key, value: node)) }
      default: break
      }
      index += 1
    }
  }

  /// Adds the values of a payload template that are evaluated, and those that seem to be.
  private func addValues(
    in row: FieldRow, _ reading: ExpressionReading, _ object: ObjectRow, _ sites: inout [ExpressionSite]
  ) {
    // Looked at as one array: asking the tree about each node would retain it each time.
    let nodes = tree.nodes
    let end = nodes[Int(row.value.index)].next
    var index = row.value.index
    var key = row.key
    while index < end {
      let node = NodeID(index)
      switch nodes[Int(index)].kind {
      case .key: key = node
      case .placeholder, .missing: break
      case let kind where key.index + 1 == index && key != row.key && isTemplateKey(key):
        let kind: ExpressionSite.Kind = kind == .string ? .templateValue : .unevaluable
        sites.append(site(kind, row.field, object, key: key, value: node))
      case .string:
        let kind = tree.withText(node) { $0.kindInTemplate }
        if let kind, kind != .templateText || key != row.key {
          sites.append(site(kind, row.field, object, key: key, value: node))
        }
      default: break
      }
      index += 1
    }
  }

  private func site(
    _ kind: ExpressionSite.Kind, _ field: Field, _ object: ObjectRow, key: NodeID, value: NodeID
  ) -> ExpressionSite {
    let traits: ExpressionTraits =
      switch kind {
      case .path, .referencePath, .comparison, .templateValue, .textPath, .resultPath:
        tree.withText(value, ExpressionTraits.ofJSONPath)
      case .jsonata: tree.withText(value, ExpressionTraits.ofJSONata)
      case .unevaluable, .templateText, .jsonataText, .undelimitedText: []
      }
    return ExpressionSite(
      kind: kind, field: field, object: object.kind, state: object.state, key: key, value: value,
      traits: traits)
  }

  private func isTemplateKey(_ key: NodeID) -> Bool {
    tree.withText(key) { $0.namesEvaluatedValue }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether this is the name of a value in a payload template of JSONPath that is evaluated: `Name.$`.
  @inlinable
  public var namesEvaluatedValue: Bool {
    count > 2 && self[count - 2] == UInt8(ascii: ".") && self[count - 1] == UInt8(ascii: "$")
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// What a string is whose field is not evaluated.
  fileprivate var kindInLiteral: ExpressionSite.Kind? {
    begins(with: "{%") && ends(with: "%}") ? .jsonataText : nil
  }

  /// What a string of a payload template is that is not evaluated.
  fileprivate var kindInTemplate: ExpressionSite.Kind? {
    guard count > 2 else { return nil }
    switch self[0] {
    case UInt8(ascii: "$"):
      let isPath = self[1] == UInt8(ascii: ".") || self[1] == self[0] && self[2] == UInt8(ascii: ".")
      return isPath ? .templateText : nil
    case UInt8(ascii: "S"): return begins(with: "States.") ? .templateText : nil
    case UInt8(ascii: "{"): return kindInLiteral
    default: return nil
    }
  }

  /// What a string is in a field that JSONata evaluates.
  fileprivate var kindInJSONata: ExpressionSite.Kind? {
    guard count >= 2, let first else { return nil }
    if begins(with: "{%") || ends(with: "%}") { return .jsonata }
    if first == UInt8(ascii: "$") || first == UInt8(ascii: "S") && begins(with: "States.") {
      return .undelimitedText
    }
    return firstIndex(of: "{%") == nil ? nil : .undelimitedText
  }
}

/// How the value of a field is searched for expressions.
private enum ExpressionReading: Equatable {
  case string(ExpressionSite.Kind)
  case template
  case jsonata
  /// Passed on as it is.
  case literal

  /// Nil for fields that are never evaluated.
  static func of(_ field: Field, _ language: QueryLanguage) -> ExpressionReading? {
    table[Int(language.rawValue) << 7 | Int(field.rawValue)]
  }

  /// The fields that are evaluated.
  static func fields(_ language: QueryLanguage) -> FieldSet { evaluated[Int(language.rawValue)] }

  /// By language times 128 plus field.
  private static let table: [ExpressionReading?] = QueryLanguage.allCases.flatMap { language in
    var row = [ExpressionReading?](repeating: nil, count: 128)
    for field in Field.allCases { row[Int(field.rawValue)] = ExpressionReading(field, language) }
    return row
  }

  private static let evaluated: [FieldSet] = QueryLanguage.allCases.map { language in
    FieldSet(Field.allCases.filter { ExpressionReading($0, language) != nil })
  }

  private init?(_ field: Field, _ language: QueryLanguage) {
    if language == .jsonata {
      guard Self.jsonataFields.contains(field) else { return nil }
      self = .jsonata
      return
    }
    switch field {
    case .inputPath, .outputPath: self = .string(.path)
    case .resultPath: self = .string(.resultPath)
    case .errorPath, .causePath: self = .string(.textPath)
    case .variable: self = .string(.comparison)
    case .parameters, .resultSelector, .itemSelector, .batchInput, .assign, .credentials: self = .template
    case .result, .error, .cause: self = .literal
    case _ where Self.referencePathFields.contains(field): self = .string(.referencePath)
    case _ where field.comparesWithPath: self = .string(.comparison)
    default: return nil
    }
  }

  private static let referencePathFields: FieldSet = [
    .itemsPath, .timeoutSecondsPath, .heartbeatSecondsPath, .secondsPath, .timestampPath, .maxConcurrencyPath,
    .toleratedFailureCountPath, .toleratedFailurePercentagePath, .maxItemsPath, .maxItemsPerBatchPath,
    .maxInputBytesPerBatchPath,
  ]

  /// The fields that AWS parses when a state machine is created (measured 2026-08). `Credentials`, `Retry` and
  /// `CSVHeaders` are not among them.
  private static let jsonataFields: FieldSet = [
    .output, .assign, .arguments, .items, .itemSelector, .condition, .seconds, .timestamp, .timeoutSeconds,
    .heartbeatSeconds, .maxConcurrency, .toleratedFailureCount, .toleratedFailurePercentage, .error, .cause,
    .batchInput, .maxItems, .maxItemsPerBatch, .maxInputBytesPerBatch,
  ]
}

extension Field {
  /// Whether this is a comparison whose operand is a path, such as `StringEqualsPath`.
  fileprivate var comparesWithPath: Bool { Self.pathComparisons.contains(self) }

  private static let pathComparisons = FieldSet(
    allCases.filter { $0.isComparison && $0.name.hasSuffix("Path") })
}
