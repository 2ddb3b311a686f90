/// What kind of value a member of a request or a response has. Bounds are of the length of a string in characters, of
/// the number of elements or entries, or of the number itself.
///
/// In the catalogue `s i n b B t *` stand for the first seven, `[shape]` for a list, `{shape:shape}` for a map,
/// `.Name` and `=Name` for a structure and an enumeration; `least..most` follows where there are bounds.
public indirect enum Shape: Equatable, Sendable {
  case string(Bounds)
  case integer(Bounds)
  case number(Bounds)
  case boolean
  /// Bytes, in JSON as Base64.
  case blob
  case timestamp
  /// Any JSON.
  case document
  case list(Shape, Bounds)
  case map(key: Shape, value: Shape, Bounds)
  /// Names a structure of the service.
  case structure(String)
  /// Names an enumeration of the service: a string of a few.
  case enumeration(String)

  /// Whether it is one value without parts.
  public var isScalar: Bool {
    switch self {
    case .list, .map, .structure, .document: false
    case .string, .integer, .number, .boolean, .blob, .timestamp, .enumeration: true
    }
  }
}

/// The least and the most that something may be, both included; nil where there is no limit.
public struct Bounds: Equatable, Sendable {
  public let least: Double?
  public let most: Double?

  public static let none = Bounds(least: nil, most: nil)

  public init(least: Double?, most: Double?) {
    self.least = least
    self.most = most
  }

  public func contains(_ value: Double) -> Bool {
    value >= least ?? value && value <= most ?? value
  }
}

/// An object with members that the API fixes.
public struct Structure: Equatable, Sendable {
  /// In the API model, such as `ResourceConfig`.
  public let name: String
  /// In the order of the API model.
  public var members: [Member]

  public init(name: String, members: [Member]) {
    self.name = name
    self.members = members
  }

  /// The member with this name. O(members).
  public subscript(_ name: String) -> Member? { members.first { $0.name == name } }
}

public struct Member: Equatable, Sendable {
  public let name: String
  /// Whether a request needs it. Of no meaning in a response.
  public var isRequired: Bool
  public var shape: Shape

  public init(_ name: String, _ shape: Shape, isRequired: Bool = false) {
    self.name = name
    self.shape = shape
    self.isRequired = isRequired
  }
}

/// One thing that a service does.
public struct ServiceOperation: Sendable {
  public let name: String
  /// Nil if nothing can be asked for.
  public let request: Structure?
  /// Nil if nothing is answered.
  public let response: Structure?
}
