public import Syntax

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

  /// The `ProcessorConfig` of a scope whose states a Distributed Map runs; nil for other scopes. Unlike ``mode(of:)``
  /// it takes the mode for what it says, whatever else is wrong.
  public func distributedConfig(of processor: Scope) -> NodeID? {
    guard processor.kind == .processor, let config = value(.processorConfig, of: processor),
      let mode = tree.value(config, "Mode"), tree.text(mode, is: "DISTRIBUTED")
    else { return nil }
    return config
  }

  /// What says that each iteration of a Distributed Map is an Express workflow; nil if they are Standard ones, or none.
  public func expressType(of processor: Scope) -> NodeID? {
    guard let config = distributedConfig(of: processor), let type = tree.value(config, "ExecutionType"),
      tree.text(type, is: "EXPRESS")
    else { return nil }
    return type
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
