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
  private let spellings: [Spelling]
  /// Open addressing; a power of two, at most a quarter full.
  private let slots: [Field]

  /// The bytes of a name, taken apart so that most comparisons are one of two numbers.
  private struct Spelling {
    let length: Int
    /// The first eight bytes, or all of them.
    let start: UInt64
    /// The last eight bytes.
    let end: UInt64
    /// What stands between them.
    let middle: [UInt8]

    init(_ text: UnsafeBufferPointer<UInt8>) {
      length = text.count
      start = Self.start(of: text)
      end = Self.end(of: text)
      middle = text.count > 16 ? Array(text[8..<text.count - 8]) : []
    }

    static func start(of text: UnsafeBufferPointer<UInt8>) -> UInt64 {
      if text.count >= 8 { return UnsafeRawBufferPointer(text).loadUnaligned(as: UInt64.self) }
      return text.reduce(0) { $0 << 8 | UInt64($1) }
    }

    static func end(of text: UnsafeBufferPointer<UInt8>) -> UInt64 {
      guard text.count > 8 else { return 0 }
      return UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: text.count - 8, as: UInt64.self)
    }

    static func slot(_ start: UInt64, _ end: UInt64, _ length: Int) -> Int {
      let mixed = (start ^ end &* 0x9E37_79B9_7F4A_7C15) &+ UInt64(truncatingIfNeeded: length)
      return Int((mixed &* 0xD6E8_FEB8_6659_FD93) >> 55)
    }
  }

  private init() {
    // A name is its case with a capital first letter, so that it stands in one place only.
    names = Field.allCases.map { field in
      let spelling = field == .unknown ? "" : "\(field)"
      if spelling.hasPrefix("csv") { return "CSV" + spelling.dropFirst(3) }
      return spelling.prefix(1).uppercased() + spelling.dropFirst()
    }
    spellings = names.map { name in
      var name = name
      return name.withUTF8(Spelling.init)
    }
    var slots = [Field](repeating: .unknown, count: 512)
    for field in Field.allCases.dropFirst() {
      let spelling = spellings[Int(field.rawValue)]
      var slot = Spelling.slot(spelling.start, spelling.end, spelling.length)
      while slots[slot] != .unknown { slot = (slot + 1) & 511 }
      slots[slot] = field
    }
    self.slots = slots
  }

  /// The field that is spelt exactly so; ``Field/unknown`` if there is none.
  func field(spelt text: UnsafeBufferPointer<UInt8>) -> Field {
    let start = Spelling.start(of: text)
    let end = Spelling.end(of: text)
    var slot = Spelling.slot(start, end, text.count)
    while slots[slot] != .unknown {
      let candidate = slots[slot]
      let index = Int(candidate.rawValue)
      if spellings[index].start == start, spellings[index].end == end, spellings[index].length == text.count,
        text.count <= 16 || spellings[index].middle.elementsEqual(text[8..<text.count - 8])
      {
        return candidate
      }
      slot = (slot + 1) & 511
    }
    return .unknown
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
