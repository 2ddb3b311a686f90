import SourceText

/// The operands and operators that have a syntax of their own inside.
extension JSONataParser {
  mutating func block(_ symbol: JSONataToken) throws(JSONataError) -> ID {
    var expressions: [ID] = []
    while token.kind != .rightParenthesis {
      expressions.append(try expression(0))
      guard try skip(.semicolon) else { break }
    }
    try expect(.rightParenthesis, afterOperand: true)
    return try add(.block, symbol, expressions)
  }

  mutating func array(_ symbol: JSONataToken) throws(JSONataError) -> ID {
    var items: [ID] = []
    if token.kind != .rightBracket {
      repeat {
        var item = try expression(0)
        let dots = token
        if try skip(.range) { item = try add(.range, dots, [item, try expression(0)]) }
        items.append(item)
      } while try skip(.comma)
    }
    try expect(.rightBracket, afterOperand: true)
    return try add(.array, symbol, items)
  }

  /// Parses keys and values up to the closing brace, and appends them to `nodes`.
  mutating func pairs(after nodes: [ID]) throws(JSONataError) -> [ID] {
    var nodes = nodes
    if token.kind != .rightBrace {
      repeat {
        nodes.append(try expression(0))
        try expect(.colon)
        nodes.append(try expression(0))
      } while try skip(.comma)
    }
    try expect(.rightBrace, afterOperand: true)
    return nodes
  }

  mutating func transform(_ symbol: JSONataToken) throws(JSONataError) -> ID {
    var parts = [try expression(0)]
    try expect(.bar)
    parts.append(try expression(0))
    if try skip(.comma) { parts.append(try expression(0)) }
    try expect(.bar)
    return try add(.transform, symbol, parts)
  }

  mutating func condition(_ symbol: JSONataToken, _ left: ID) throws(JSONataError) -> ID {
    var parts = [left, try expression(0)]
    if try skip(.colon) { parts.append(try expression(0)) }
    return try add(.condition, symbol, parts)
  }

  mutating func sort(_ symbol: JSONataToken, _ left: ID) throws(JSONataError) -> ID {
    var parts = [left]
    try expect(.leftParenthesis)
    repeat {
      let isAscending = try skip(.less)
      let isDescending = isAscending ? false : try skip(.greater)
      let term = try expression(0)
      if isDescending { markDescending(term) }
      parts.append(term)
    } while try skip(.comma)
    try expect(.rightParenthesis)
    return try add(.sort, symbol, parts)
  }
}

// MARK: - Calls and lambdas

extension JSONataParser {
  mutating func call(_ symbol: JSONataToken, _ callee: ID) throws(JSONataError) -> ID {
    var parts = [callee]
    var kind = JSONataNode.Kind.call
    if token.kind != .rightParenthesis {
      repeat {
        let mark = token
        if try skip(.question) {
          kind = .partialCall
          parts.append(try add(.placeholder, mark))
        } else {
          parts.append(try expression(0))
        }
      } while try skip(.comma)
    }
    try expect(.rightParenthesis, afterOperand: true)
    guard isLambdaKeyword(callee) else { return try add(kind, symbol, parts) }
    return try lambda(symbol, Array(parts.dropFirst()), keyword: callee)
  }

  private func isLambdaKeyword(_ callee: ID) -> Bool {
    let node = self[callee]
    guard node.kind == .name else { return false }
    let name = spelling(JSONataToken(kind: node.token, start: node.tokenStart, end: node.tokenEnd))
    let bare = node.token == .quotedName ? name.dropFirst().dropLast() : name
    return bare.elementsEqual("function".utf8) || bare.elementsEqual("λ".utf8)
  }

  private mutating func lambda(
    _ symbol: JSONataToken, _ parameters: [ID], keyword: ID
  ) throws(JSONataError) -> ID {
    if let other = parameters.first(where: { self[$0].kind != .variable }) {
      throw JSONataError(.parameterIsNotVariable, self[other].range)
    }
    var parts = parameters
    if token.kind == .less { parts.append(try signature()) }
    bindsVariables = true
    try expect(.leftBrace)
    parts.append(try expression(0))
    try expect(.rightBrace)
    return try add(.lambda, symbol, parts, from: self[keyword].start)
  }

  /// The tokens up to the `>` that closes the first `<`; without blanks they are the signature.
  private mutating func signature() throws(JSONataError) -> ID {
    let first = token
    var signature = Array(spelling(token))
    var depth = 1
    while depth > 0, token.kind != .leftBrace, token.kind != .end {
      try advance()
      if token.kind == .greater { depth -= 1 }
      if token.kind == .less { depth += 1 }
      signature += spelling(token)
    }
    let last = token
    try expect(.greater)
    let whole = JSONataToken(kind: .less, start: first.start, end: last.end)
    if let defect = JSONataSignature.defect(of: signature) { throw JSONataError(defect, whole.range) }
    return try add(.signature, whole)
  }
}

/// The signature of a lambda, such as `<a<n>s?:b>`.
enum JSONataSignature {
  /// What the reference refuses in a signature: parameters of types other than `a` and `f`, and inside
  /// choices. It passes over anything that it does not know.
  static func defect(of signature: [UInt8]) -> JSONataError.Kind? {
    var previous: UInt8 = 0
    var index = 1
    while index < signature.count, signature[index] != UInt8(ascii: ":") {
      switch signature[index] {
      case UInt8(ascii: "("):
        let end = closing(UInt8(ascii: "("), UInt8(ascii: ")"), in: signature, from: index)
        let choice = signature[(index + 1)..<max(end, index + 1)]
        if choice.contains(UInt8(ascii: "<")) { return .typeParametersInChoice }
        previous = UInt8(ascii: "(")
        index = end
      case UInt8(ascii: "<"):
        guard previous == UInt8(ascii: "a") || previous == UInt8(ascii: "f") else {
          return .typeParametersNotAllowed
        }
        index = closing(UInt8(ascii: "<"), UInt8(ascii: ">"), in: signature, from: index)
      case let type where "snbloafjx".utf8.contains(type): previous = type
      default: break
      }
      index += 1
    }
    return nil
  }

  /// The index of the bracket that closes the one at `start`; the length if there is none.
  private static func closing(
    _ open: UInt8, _ close: UInt8, in signature: [UInt8], from start: Int
  ) -> Int {
    var depth = 0
    for index in start..<signature.count {
      if signature[index] == open { depth += 1 }
      if signature[index] == close { depth -= 1 }
      if depth == 0 { return index }
    }
    return signature.count
  }
}
