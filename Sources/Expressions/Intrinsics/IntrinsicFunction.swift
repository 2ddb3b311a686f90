/// The functions that `.$` fields of JSONPath states may call (the specification's Appendix B; limits from the
/// service's documentation).
public enum IntrinsicFunction: String, CaseIterable, Sendable {
  case format = "States.Format"
  case stringToJson = "States.StringToJson"
  case jsonToString = "States.JsonToString"
  case array = "States.Array"
  case arrayPartition = "States.ArrayPartition"
  case arrayContains = "States.ArrayContains"
  case arrayRange = "States.ArrayRange"
  case arrayGetItem = "States.ArrayGetItem"
  case arrayLength = "States.ArrayLength"
  case arrayUnique = "States.ArrayUnique"
  case base64Encode = "States.Base64Encode"
  case base64Decode = "States.Base64Decode"
  case hash = "States.Hash"
  case jsonMerge = "States.JsonMerge"
  case mathRandom = "States.MathRandom"
  case mathAdd = "States.MathAdd"
  case stringSplit = "States.StringSplit"
  case uuid = "States.UUID"

  /// With `States.`; letter case matters.
  public var name: String { rawValue }

  /// The names of all functions: candidates for what somebody meant by another name.
  public static let names: [String] = allCases.map(\.name)

  static let prefix = "States."

  /// The function that `name` is but for letter case and `States.` in front.
  public static func meant(by name: String) -> IntrinsicFunction? {
    let wanted = name.lowercased()
    let full = wanted.hasPrefix("states.") ? wanted : "states." + wanted
    return allCases.first { $0.name.lowercased() == full }
  }

  /// Elements that `States.ArrayRange` makes at most.
  public static let maximumRangeCount = 1_000
  /// Characters that functions of Base64 and `States.Hash` take at most.
  public static let maximumDataLength = 10_000
  /// What `States.Hash` takes as its second argument.
  public static let hashAlgorithms: [StaticString] = ["MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512"]
}

/// Kinds of JSON values.
public struct ValueTypes: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  public static let string = ValueTypes(rawValue: 1)
  public static let number = ValueTypes(rawValue: 2)
  public static let boolean = ValueTypes(rawValue: 4)
  public static let null = ValueTypes(rawValue: 8)
  public static let array = ValueTypes(rawValue: 16)
  public static let object = ValueTypes(rawValue: 32)
  public static let any: ValueTypes = [.string, .number, .boolean, .null, .array, .object]
}

extension IntrinsicFunction {
  /// How many arguments a function takes.
  public struct Arity: Hashable, Sendable {
    public let minimum: Int
    /// Nil if there is no limit.
    public let maximum: Int?

    public func contains(_ count: Int) -> Bool {
      count >= minimum && count <= maximum ?? .max
    }
  }

  public var arity: Arity {
    switch self {
    case .format: Arity(minimum: 1, maximum: nil)
    case .array: Arity(minimum: 0, maximum: nil)
    case .uuid: Arity(minimum: 0, maximum: 0)
    case .stringToJson, .jsonToString, .arrayLength, .arrayUnique, .base64Encode, .base64Decode:
      Arity(minimum: 1, maximum: 1)
    case .arrayPartition, .arrayContains, .arrayGetItem, .hash, .mathAdd, .stringSplit:
      Arity(minimum: 2, maximum: 2)
    case .arrayRange, .jsonMerge: Arity(minimum: 3, maximum: 3)
    case .mathRandom: Arity(minimum: 2, maximum: 3)
    }
  }

  /// What the function gives.
  public var result: ValueTypes {
    switch self {
    case .format, .jsonToString, .base64Encode, .base64Decode, .hash, .uuid: .string
    case .array, .arrayPartition, .arrayRange, .arrayUnique, .stringSplit: .array
    case .arrayLength, .mathAdd, .mathRandom: .number
    case .arrayContains: .boolean
    case .jsonMerge: .object
    case .stringToJson, .arrayGetItem: .any
    }
  }

  /// What the function takes as its argument `index`, counted from 0.
  ///
  /// Arguments of `States.Format` behind the first may be of any type: the specification forbids arrays and objects,
  /// the service prints them.
  public func types(ofArgument index: Int) -> ValueTypes {
    switch self {
    case .format: index == 0 ? .string : .any
    case .stringToJson, .base64Encode, .base64Decode, .stringSplit: .string
    case .jsonToString, .array, .uuid: .any
    case .arrayPartition, .arrayGetItem: index == 0 ? .array : .number
    case .arrayContains: index == 0 ? .array : .any
    case .arrayLength, .arrayUnique: .array
    case .arrayRange, .mathRandom, .mathAdd: .number
    case .hash: index == 0 ? .any : .string
    case .jsonMerge: index == 2 ? .boolean : .object
    }
  }
}
