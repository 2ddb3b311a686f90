import SourceText

/// A Pratt parser: an operand, then operators as long as they bind it more strongly than what stands left of
/// it.
struct JSONataParser {
  typealias ID = JSONataNode.ID

  private var lexer: JSONataLexer
  private let maximumNesting: Int
  /// How many expressions are being parsed, each inside the one before.
  private var nesting = 0
  var token = JSONataToken(kind: .end, start: 0, end: 0)
  /// Where the last token ends that belongs to a node.
  private var consumedEnd: UInt32 = 0

  private(set) var nodes: [JSONataNode] = []
  private(set) var children: [ID] = []
  private(set) var root = ID(index: 0)
  /// Something stands in the expression that ``JSONataPathCheck`` may refuse.
  var mayBreakPaths = false
  /// A variable is bound.
  var bindsVariables = false

  init(_ text: UnsafeBufferPointer<UInt8>, maximumNesting: Int) {
    lexer = JSONataLexer(text)
    self.maximumNesting = min(maximumNesting, Int(UInt16.max) - 1)
    nodes.reserveCapacity(text.count / 4 + 1)
    children.reserveCapacity(text.count / 4 + 1)
  }

  mutating func parse() throws(JSONataError) {
    try advance()
    root = try expression(0)
    if token.kind != .end { throw JSONataError(.unexpectedToken, token.range) }
  }

  /// Parses operators that bind more strongly than `rightBindingPower`, and their operands.
  mutating func expression(_ rightBindingPower: UInt8) throws(JSONataError) -> ID {
    nesting += 1
    if nesting > maximumNesting { throw JSONataError(.tooDeep, token.range) }
    let first = token
    try advance(afterOperand: true)
    var left = try operand(first)
    while rightBindingPower < token.kind.leftBindingPower {
      let symbol = token
      try advance()
      left = try operation(symbol, left)
    }
    nesting -= 1
    return left
  }

  private mutating func operand(_ first: JSONataToken) throws(JSONataError) -> ID {
    switch first.kind {
    case .name, .quotedName, .and, .or, .in: return try add(.name, first)
    case .variable: return try add(.variable, first)
    case .string: return try add(.string, first)
    case .number: return try add(.number, first)
    case .true, .false: return try add(.boolean, first)
    case .null: return try add(.null, first)
    case .regex: return try add(.regex, first)
    case .asterisk: return try add(.wildcard, first)
    case .doubleAsterisk: return try add(.descendant, first)
    case .percent:
      mayBreakPaths = true
      return try add(.parent, first)
    case .minus: return try add(.negation, first, [try expression(70)])
    case .leftParenthesis: return try block(first)
    case .leftBracket: return try array(first)
    case .leftBrace: return try add(.object, first, try pairs(after: []))
    case .bar: return try transform(first)
    case .end:
      // What is missing behind it, such as a bracket, is the more telling error.
      mayBreakPaths = true
      return try add(.missing, first)
    default: throw notAnOperand(first)
    }
  }

  private func notAnOperand(_ token: JSONataToken) -> JSONataError {
    let before = Int(token.start) - 1
    let isPair = token.kind == .colon || token.kind == .question
    if isPair, before >= 0, lexer.byte(at: before) == UInt8(ascii: "?") {
      return JSONataError(.operatorOfLaterVersion, ByteRange(token.start - 1, token.end))
    }
    return JSONataError(.operandExpected, token.range)
  }

  private mutating func operation(_ symbol: JSONataToken, _ left: ID) throws(JSONataError) -> ID {
    switch symbol.kind {
    case .leftParenthesis: return try call(symbol, left)
    case .leftBracket: return try predicate(symbol, left)
    case .leftBrace:
      mayBreakPaths = true
      return try add(.group, symbol, try pairs(after: [left]))
    case .caret: return try sort(symbol, left)
    case .question: return try condition(symbol, left)
    case .assign:
      guard self[left].kind == .variable else {
        throw JSONataError(.assignmentToExpression, self[left].range)
      }
      bindsVariables = true
      return try add(.assignment, symbol, left, try expression(9))
    case .at, .hash:
      let variable = try expression(80)
      guard self[variable].kind == .variable else {
        throw JSONataError(.bindingToExpression, self[variable].range)
      }
      if symbol.kind == .at { mayBreakPaths = true }
      bindsVariables = true
      return try add(symbol.kind == .at ? .focus : .index, symbol, left, variable)
    case .dot:
      let right = try expression(75)
      if isLiteralStep(left) || isLiteralStep(right) { mayBreakPaths = true }
      return try add(.step, symbol, left, right)
    case .chain: return try add(.chain, symbol, left, try expression(40))
    default: return try add(.binary, symbol, left, try expression(symbol.kind.leftBindingPower))
    }
  }

  /// Whether what is a step of a path, without what is written behind it, is a number, boolean or null.
  private func isLiteralStep(_ id: ID) -> Bool {
    var id = id
    while true {
      switch self[id].kind {
      case .number, .boolean, .null: return true
      case .predicate, .group, .focus, .index, .sort, .negation:
        id = children[Int(self[id].firstChild)]
      default: return false
      }
    }
  }

  private mutating func predicate(_ symbol: JSONataToken, _ left: ID) throws(JSONataError) -> ID {
    if token.kind == .rightBracket {
      try advance()
      var innermost = left
      while self[innermost].kind == .predicate { innermost = children[Int(self[innermost].firstChild)] }
      nodes[Int(innermost.index)].flags.insert(.keepsArray)
      nodes[Int(left.index)].end = consumedEnd
      return left
    }
    let condition = try expression(0)
    try expect(.rightBracket, afterOperand: true)
    return try add(.predicate, symbol, left, condition)
  }
}

// MARK: - Tokens and nodes

extension JSONataParser {
  subscript(id: ID) -> JSONataNode { nodes[Int(id.index)] }

  mutating func advance(afterOperand: Bool = false) throws(JSONataError) {
    consumedEnd = token.end
    token = try lexer.next(afterOperand: afterOperand)
  }

  mutating func expect(_ kind: JSONataTokenKind, afterOperand: Bool = false) throws(JSONataError) {
    guard token.kind == kind else {
      throw JSONataError(.expected(kind, atEnd: token.kind == .end), token.range)
    }
    try advance(afterOperand: afterOperand)
  }

  /// Passes the token if it is of this kind.
  mutating func skip(_ kind: JSONataTokenKind) throws(JSONataError) -> Bool {
    guard token.kind == kind else { return false }
    try advance()
    return true
  }

  /// Adds a node that reaches from its token, or from its first child if that stands before it, to the last
  /// token that was passed.
  mutating func add(
    _ kind: JSONataNode.Kind, _ token: JSONataToken, _ children: [ID], from start: UInt32 = .max
  ) throws(JSONataError) -> ID {
    var start = min(start, token.start)
    var height: UInt16 = 0
    for child in children {
      start = min(start, self[child].start)
      height = max(height, self[child].height)
    }
    if Int(height) >= maximumNesting { throw JSONataError(.tooDeep, token.range) }
    let first = self.children.count
    self.children.append(contentsOf: children)
    return append(
      JSONataNode(
        kind: kind, token: token.kind, flags: [], height: height + 1, start: start,
        end: max(token.end, consumedEnd), tokenStart: token.start, tokenEnd: token.end,
        firstChild: UInt32(first), childCount: UInt32(children.count)))
  }

  /// Adds a node with two children, which most have.
  mutating func add(
    _ kind: JSONataNode.Kind, _ token: JSONataToken, _ left: ID, _ right: ID
  ) throws(JSONataError) -> ID {
    let height = max(self[left].height, self[right].height)
    if Int(height) >= maximumNesting { throw JSONataError(.tooDeep, token.range) }
    children.append(left)
    children.append(right)
    return append(
      JSONataNode(
        kind: kind, token: token.kind, flags: [], height: height + 1,
        start: min(token.start, self[left].start, self[right].start), end: max(token.end, consumedEnd),
        tokenStart: token.start, tokenEnd: token.end, firstChild: UInt32(children.count - 2), childCount: 2))
  }

  /// Adds a node that is its token.
  mutating func add(_ kind: JSONataNode.Kind, _ token: JSONataToken) throws(JSONataError) -> ID {
    append(
      JSONataNode(
        kind: kind, token: token.kind, flags: token.hasEscapes ? .hasEscapes : [], height: 1,
        start: token.start, end: token.end, tokenStart: token.start, tokenEnd: token.end, firstChild: 0,
        childCount: 0))
  }

  private mutating func append(_ node: JSONataNode) -> ID {
    nodes.append(node)
    return ID(index: UInt32(nodes.count - 1))
  }

  mutating func markDescending(_ id: ID) {
    nodes[Int(id.index)].flags.insert(.isDescending)
  }

  /// The spelling of a token.
  func spelling(_ token: JSONataToken) -> UnsafeBufferPointer<UInt8>.SubSequence {
    lexer.text[Int(token.start)..<Int(token.end)]
  }
}

extension JSONataToken {
  var range: ByteRange { ByteRange(start, end) }
}
