import Syntax

/// How a Map state runs its iterations: as part of the execution, or each as an execution of its own.
public enum MapMode: Sendable {
  case inline, distributed
  /// The `Mode` is filled in later, or something around it is wrong.
  case unknown
}

extension StateMachine {
  /// O(fields of the processor's configuration).
  public func mode(of map: State) -> MapMode {
    scopes(of: map).first.map(mode) ?? .unknown
  }

  /// How the states of an item processor are run; `unknown` for other scopes.
  public func mode(of processor: Scope) -> MapMode {
    guard processor.kind == .processor, tree.kind(processor.node) == .object,
      !processor.fields.present.contains(.unknown)
    else { return .unknown }
    return value(.processorConfig, of: processor).map(mode) ?? .inline
  }

  private func mode(configuredBy config: NodeID) -> MapMode {
    guard tree.kind(config) == .object, !isUnknown(config) else { return .unknown }
    var result = MapMode.inline
    tree.forEachMember(config) { key, value in
      if tree.text(key, is: "Mode") {
        result =
          tree.text(value, is: "INLINE")
          ? .inline : tree.text(value, is: "DISTRIBUTED") ? .distributed : .unknown
      } else if !tree.text(key, is: "ExecutionType") {
        result = .unknown
      }
    }
    return result
  }
}
