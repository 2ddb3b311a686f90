import Expressions

/// Tells which JSONata expressions say no more than a pipeline can: references, texts that are joined, and
/// comparisons.
enum JSONataSimplicity {
  /// The first thing in an expression that a pipeline cannot say, for the end of a sentence; nil if there is nothing.
  ///
  /// - Parameter text: With the delimiters `{%` and `%}`.
  static func firstConstruct(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    guard text.count >= 4 else { return nil }
    let inner = Array(text.dropFirst(2).dropLast(2))
    do throws(JSONataError) {
      let expression = try JSONataExpression.parse(inner)
      for node in expression.nodes {
        if let construct = construct(node) { return construct }
      }
      let call = expression.uses().calls.first { call in
        call.isLocal || !functions.contains(expression.name(call.callee))
      }
      return call.map { "$\(expression.name($0.callee))" }
    } catch {
      // What is wrong with it is the business of a rule.
      return nil
    }
  }

  /// Those that are not needed in a pipeline, or that Std:Join, Std:JsonGet and conditions stand for.
  private static let functions: Set<String> = ["uuid", "string", "number", "join", "parse", "not"]

  private static func construct(_ node: JSONataNode) -> String? {
    switch node.kind {
    case .string, .number, .boolean, .null, .name, .variable, .array, .object, .block, .step, .call,
      .negation:
      return nil
    case .binary:
      switch node.token {
      case .plus, .minus, .asterisk, .slash, .percent: return "arithmetic"
      default: return nil
      }
    case .predicate: return "a filter"
    case .condition: return "a ? b : c"
    default: return "JSONata beyond references"
    }
  }
}
