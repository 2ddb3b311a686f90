import Expressions
import Syntax
import Workflows

extension StateMachine {
  /// By state what it computes that a pipeline cannot, for the end of a sentence: the first such function of each.
  ///
  /// O(nodes of the states).
  func transformations() -> [StateID: String] {
    var result: [StateID: String] = [:]
    for site in expressionSites() {
      guard let state = site.state, result[state] == nil, self[state].type != .choice else { continue }
      switch site.kind {
      case .templateValue: result[state] = tree.withText(site.value, Self.intrinsicBeyondPipelines)
      case .jsonata where !hasSubstitution(site.value):
        result[state] = tree.withText(site.value, JSONataSimplicity.firstConstruct)
      default: break
      }
    }
    return result
  }

  private static func intrinsicBeyondPipelines(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    guard case .intrinsic(let intrinsic) = TemplateValue.parse(text), let call = intrinsic.call else {
      return nil
    }
    return call.functions.first { !needless.contains($0) }?.name
  }

  /// Std:Join and Std:JsonGet stand for the first two; the third makes names, which steps have by themselves.
  private static let needless: Set<IntrinsicFunction> = [.format, .stringToJson, .uuid]
}

extension Intrinsic.Call {
  /// Recursion is bounded by ``Intrinsic/maximumNesting``.
  fileprivate var functions: [IntrinsicFunction] {
    let inner = arguments.flatMap { argument -> [IntrinsicFunction] in
      if case .call(let call) = argument.value { call.functions } else { [] }
    }
    return (function.map { [$0] } ?? []) + inner
  }
}
