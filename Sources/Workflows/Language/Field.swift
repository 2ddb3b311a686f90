import Syntax

/// A field name of the Amazon States Language. Names become these small integers when the model is built, so that
/// no rule compares strings.
public enum Field: UInt8, CaseIterable, Sendable {
  /// A name that the language does not have.
  case unknown
  // Machines, branches and item processors
  case comment, queryLanguage, version, startAt, states, timeoutSeconds, processorConfig, mode, executionType
  // States
  case type, next, end, inputPath, outputPath, parameters, resultPath, resultSelector, result, arguments,
    output
  case assign, retry, `catch`, resource, credentials, heartbeatSeconds, timeoutSecondsPath,
    heartbeatSecondsPath
  case choices, `default`, seconds, timestamp, secondsPath, timestampPath, error, cause, errorPath, causePath
  case branches, itemProcessor, iterator, itemReader, itemSelector, itemBatcher, resultWriter, label
  case maxConcurrency, toleratedFailureCount, toleratedFailurePercentage, items, itemsPath, maxConcurrencyPath
  case toleratedFailureCountPath, toleratedFailurePercentagePath
  // Retriers and catchers
  case errorEquals, intervalSeconds, maxAttempts, backoffRate, maxDelaySeconds, jitterStrategy
  // Parts of a Map and a Task
  case roleArn, readerConfig, inputType, transformation, manifestType, csvDelimiter, csvHeaderLocation,
    csvHeaders
  case itemsPointer, maxItems, maxItemsPath, maxItemsPerBatch, maxItemsPerBatchPath, maxInputBytesPerBatch
  case maxInputBytesPerBatchPath, batchInput, writerConfig, outputType
  // Choice rules
  case and, or, not, variable, condition
  case stringEquals, stringEqualsPath, stringLessThan, stringLessThanPath, stringGreaterThan,
    stringGreaterThanPath
  case stringLessThanEquals, stringLessThanEqualsPath, stringGreaterThanEquals, stringGreaterThanEqualsPath
  case stringMatches
  case numericEquals, numericEqualsPath, numericLessThan, numericLessThanPath, numericGreaterThan
  case numericGreaterThanPath, numericLessThanEquals, numericLessThanEqualsPath, numericGreaterThanEquals
  case numericGreaterThanEqualsPath
  case booleanEquals, booleanEqualsPath
  case timestampEquals, timestampEqualsPath, timestampLessThan, timestampLessThanPath, timestampGreaterThan
  case timestampGreaterThanPath, timestampLessThanEquals, timestampLessThanEqualsPath
  case timestampGreaterThanEquals, timestampGreaterThanEqualsPath
  case isNull, isPresent, isNumeric, isString, isBoolean, isTimestamp

  /// The name as definitions spell it; empty for ``unknown``.
  public var name: String { FieldNames.shared.names[Int(rawValue)] }

  /// Whether this is a comparison of a Choice rule, such as `StringEquals`.
  public var isComparison: Bool { rawValue >= Field.stringEquals.rawValue }
}

/// The spelling of every field, and the way back.
///
/// A class, so that a look-up retains one object and not its arrays.
final class FieldNames: Sendable {
  static let shared = FieldNames()

  let names: [String]
  /// The names' UTF-8, one behind the other, and where each begins.
  private let spellings: [UInt8]
  private let starts: [Int]
  /// Open addressing; a power of two, at most a quarter full.
  private let slots: [Field]

  private init() {
    // A name is its case with a capital first letter, so that it stands in one place only.
    names = Field.allCases.map { field in
      let spelling = field == .unknown ? "" : "\(field)"
      if spelling.hasPrefix("csv") { return "CSV" + spelling.dropFirst(3) }
      return spelling.prefix(1).uppercased() + spelling.dropFirst()
    }
    spellings = names.flatMap(\.utf8)
    starts = names.reduce(into: [0]) { starts, name in
      starts.append(starts[starts.count - 1] + name.utf8.count)
    }
    var slots = [Field](repeating: .unknown, count: 512)
    for field in Field.allCases.dropFirst() {
      var name = names[Int(field.rawValue)]
      var slot = name.withUTF8 { Self.slot(of: $0) }
      while slots[slot] != .unknown { slot = (slot + 1) & 511 }
      slots[slot] = field
    }
    self.slots = slots
  }

  /// The field that is spelt exactly so; ``Field/unknown`` if there is none.
  func field(spelt text: UnsafeBufferPointer<UInt8>) -> Field {
    guard !text.isEmpty, text.count < 64 else { return .unknown }
    var slot = Self.slot(of: text)
    while slots[slot] != .unknown {
      let candidate = slots[slot]
      if isSpelt(candidate, text) { return candidate }
      slot = (slot + 1) & 511
    }
    return .unknown
  }

  private func isSpelt(_ field: Field, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = starts[Int(field.rawValue)]
    guard starts[Int(field.rawValue) + 1] - start == text.count else { return false }
    return spellings.withUnsafeBufferPointer { spellings in
      haveSameBytes(UnsafeBufferPointer(rebasing: spellings[start..<start + text.count]), text)
    }
  }

  private static func slot(of text: UnsafeBufferPointer<UInt8>) -> Int {
    // Four of its letters and its length tell almost all names apart.
    guard let first = text.first else { return 0 }
    let middle = UInt32(text[text.count / 2]) << 8 | UInt32(text[text.count / 3]) << 16
    let hash = (UInt32(first) | middle | UInt32(text[text.count - 1]) << 24) &+ UInt32(text.count)
    return Int((hash &* 0x9E37_79B1) >> 23)
  }
}

/// A set of fields. All of its operations are constant in time.
public struct FieldSet: Sendable, Hashable, ExpressibleByArrayLiteral {
  // Two words, not one of 128 bits, which would pad every row that holds a set.
  @usableFromInline var low: UInt64
  @usableFromInline var high: UInt64

  @usableFromInline
  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  public init(_ fields: some Sequence<Field>) {
    self.init(low: 0, high: 0)
    for field in fields { insert(field) }
  }

  public init(arrayLiteral fields: Field...) {
    self.init(fields)
  }

  @inlinable
  public func contains(_ field: Field) -> Bool {
    let word = field.rawValue < 64 ? low : high
    return word >> UInt64(field.rawValue & 63) & 1 == 1
  }

  @inlinable
  public mutating func insert(_ field: Field) {
    let bit: UInt64 = 1 << UInt64(field.rawValue & 63)
    if field.rawValue < 64 { low |= bit } else { high |= bit }
  }

  @inlinable
  public func subtracting(_ other: FieldSet) -> FieldSet {
    FieldSet(low: low & ~other.low, high: high & ~other.high)
  }

  @inlinable
  public func intersection(_ other: FieldSet) -> FieldSet {
    FieldSet(low: low & other.low, high: high & other.high)
  }

  @inlinable
  public func union(_ other: FieldSet) -> FieldSet { FieldSet(low: low | other.low, high: high | other.high) }

  @inlinable public var isEmpty: Bool { low | high == 0 }
  @inlinable public var count: Int { low.nonzeroBitCount + high.nonzeroBitCount }

  /// Every field, ``Field/unknown`` included.
  public static let all = FieldSet(Field.allCases)

  /// The fields in the order of their declaration.
  public var fields: [Field] {
    var result: [Field] = []
    for (word, offset) in [(low, 0), (high, 64)] {
      var rest = word
      while rest != 0 {
        if let field = Field(rawValue: UInt8(offset + rest.trailingZeroBitCount)) { result.append(field) }
        rest &= rest - 1
      }
    }
    return result
  }
}
