/// What a token of JSONata is. Operators are named after what they mean where they stand most often.
public enum JSONataTokenKind: UInt8, Sendable {
  case end
  case name, quotedName, variable
  case string, number, `true`, `false`, null
  case regex

  case dot, range
  case leftBracket, rightBracket, leftBrace, rightBrace, leftParenthesis, rightParenthesis
  case comma, semicolon, colon, question
  case assign, at, hash, caret, bar, chain
  case plus, minus, asterisk, doubleAsterisk, slash, percent, ampersand
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  case and, or, `in`
}

extension JSONataTokenKind {
  /// How the operator or word is written; nil of tokens that have many spellings.
  public var spelling: String? {
    switch self {
    case .end, .name, .quotedName, .variable, .string, .number, .regex: nil
    case .true: "true"
    case .false: "false"
    case .null: "null"
    case .dot: "."
    case .range: ".."
    case .leftBracket: "["
    case .rightBracket: "]"
    case .leftBrace: "{"
    case .rightBrace: "}"
    case .leftParenthesis: "("
    case .rightParenthesis: ")"
    case .comma: ","
    case .semicolon: ";"
    case .colon: ":"
    case .question: "?"
    case .assign: ":="
    case .at: "@"
    case .hash: "#"
    case .caret: "^"
    case .bar: "|"
    case .chain: "~>"
    case .plus: "+"
    case .minus: "-"
    case .asterisk: "*"
    case .doubleAsterisk: "**"
    case .slash: "/"
    case .percent: "%"
    case .ampersand: "&"
    case .equal: "="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .and: "and"
    case .or: "or"
    case .in: "in"
    }
  }

  /// How strongly the token binds the operand on its left; 0 if it ends an expression.
  var leftBindingPower: UInt8 {
    switch self {
    case .leftParenthesis, .leftBracket, .at, .hash: 80
    case .dot: 75
    case .leftBrace: 70
    case .asterisk, .slash, .percent: 60
    case .plus, .minus, .ampersand: 50
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .in, .chain, .caret: 40
    case .and: 30
    case .or: 25
    case .question: 20
    case .assign: 10
    default: 0
    }
  }
}

struct JSONataToken {
  let kind: JSONataTokenKind
  /// Of a string: whether its text differs from its spelling.
  var hasEscapes = false
  /// In bytes, quotes included.
  let start: UInt32
  let end: UInt32
}
