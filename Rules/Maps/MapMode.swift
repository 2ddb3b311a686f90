import Linting

/// How a Map state runs its iterations: as part of the execution, or each as an execution of its own.
enum MapMode {
  case inline, distributed
  /// The `Mode` is filled in later, or something around it is wrong.
  case unknown
}

extension Subject {
  /// O(fields of the processor's configuration).
  func mode(of map: State) -> MapMode {
    guard let scope = machine.scopes(of: map).first, scope.kind == .processor,
      tree.kind(scope.node) == .object, !scope.fields.present.contains(.unknown)
    else { return .unknown }
    return machine.value(.processorConfig, of: scope).map(mode) ?? .inline
  }

  private func mode(configuredBy config: NodeID) -> MapMode {
    guard tree.kind(config) == .object, !machine.isUnknown(config) else { return .unknown }
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
