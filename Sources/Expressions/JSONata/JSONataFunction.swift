/// A function that JSONata expressions in Step Functions may call.
public struct JSONataFunction: Hashable, Sendable {
  /// Without `$`.
  public let name: String
  /// The reference's notation: a letter a parameter, `-` behind one that the context item stands in for if it
  /// is missing, `?` behind an optional one, `+` behind a repeated one, the result's type behind `:`.
  public let signature: String
  public let origin: Origin
  /// How many arguments may be written, if the context item stands in for as many as it can; the upper bound
  /// is `Int.max` where there is none.
  public let argumentCounts: ClosedRange<Int>
  /// Whether the context item stands in for a first argument that is not written.
  public let takesContext: Bool

  public enum Origin: Hashable, Sendable {
    case jsonata
    /// Added, or replaced, by Step Functions. It publishes no signature; these are ours.
    case stepFunctions
    /// JSONata has it, and Step Functions fails when it is called.
    case disabled
  }

  public enum ArgumentCountDefect: Hashable, Sendable {
    case tooFew, tooMany
  }

  /// What is wrong with calling the function with `count` arguments.
  public func defect(ofArgumentCount count: Int) -> ArgumentCountDefect? {
    if count > argumentCounts.upperBound { return .tooMany }
    return count < argumentCounts.lowerBound ? .tooFew : nil
  }

  /// The function with this name, which has no `$`.
  public static func named(_ name: String) -> JSONataFunction? { named(Array(name.utf8)[...]) }

  static func named(_ name: ArraySlice<UInt8>) -> JSONataFunction? {
    guard let letter = name.first.map({ Int($0) - 0x61 }), byFirstLetter.indices.contains(letter) else {
      return nil
    }
    return byFirstLetter[letter].first { $0.spelling.count == name.count && $0.spelling[...] == name }?
      .function
  }

  /// By first letter, `a` to `z`: at most 16 functions have the same.
  private static let byFirstLetter: [[(spelling: [UInt8], function: JSONataFunction)]] =
    (UInt8(ascii: "a")...UInt8(ascii: "z")).map { letter in
      all.map { (Array($0.name.utf8), $0) }.filter { $0.0.first == letter }
    }

  init(_ name: String, _ signature: String, _ origin: Origin = .jsonata) {
    let parameters = JSONataParameters(signature)
    self.name = name
    self.signature = signature
    self.origin = origin
    argumentCounts = parameters.required...parameters.maximum
    takesContext = parameters.takesContext
  }
}

/// What a signature says about the number of arguments.
private struct JSONataParameters {
  /// Without one that the context item stands in for.
  var required = 0
  var maximum = 0
  var takesContext = false

  init(_ signature: String) {
    // Types inside `(…)` and inside an inner `<…>` are part of one parameter.
    var depth = 0
    for character in signature.utf8 {
      switch character {
      case UInt8(ascii: "<"), UInt8(ascii: "("):
        depth += 1
        if depth == 2, character == UInt8(ascii: "(") { addParameter() }
      case UInt8(ascii: ">"), UInt8(ascii: ")"): depth -= 1
      case _ where depth > 1: break
      case UInt8(ascii: ":"): return
      case UInt8(ascii: "?"): required -= 1
      case UInt8(ascii: "-"):
        required -= 1
        takesContext = true
      case UInt8(ascii: "+"): maximum = .max
      default: addParameter()
      }
    }
  }

  private mutating func addParameter() {
    required += 1
    maximum += 1
  }
}
