import Linting

extension InspectedWorkflow {
  /// Whether a retrier or catcher handles an error; nil if that cannot be known.
  func handles(_ owner: NodeID, _ error: String) -> Bool? {
    guard tree.kind(owner) == .object, !tree.isUnsettled(owner) else { return nil }
    guard let list = tree.value(owner, "ErrorEquals") else { return false }
    return names(in: list, error) { $0.catches(error) }
  }

  /// Whether a `Catch` of a state, or of a Parallel or Map state around it, handles an error of it; nil if that cannot be
  /// known, or the state cannot fail.
  func isCaught(_ id: StateID, _ error: String) -> Bool? {
    guard let machine, machine[id].type.canFail else { return nil }
    var result: Bool? = false
    var current: StateID? = id
    while let id = current {
      let state = machine[id]
      switch isHandled(state, .catch, machine.catchers(of: state).map(\.node), error) {
      case true?: return true
      case nil: result = nil
      case false?: break
      }
      current = machine[state.scope].owner
    }
    return result
  }

  /// Whether a state tries again after an error; nil if that cannot be known, or the state cannot fail.
  func isRetried(_ id: StateID, _ error: String) -> Bool? {
    guard let machine, machine[id].type.canFail else { return nil }
    let state = machine[id]
    let retriers = machine.retriers(of: state).filter { retrier in
      machine.value(.maxAttempts, of: retrier).flatMap(tree.number) != 0
    }
    return isHandled(state, .retry, retriers.map(\.node), error)
  }

  /// Whether a step tries again after an exception; nil if that cannot be known.
  func isRetried(_ id: StepID, _ error: String) -> Bool? {
    guard let pipeline else { return nil }
    let step = pipeline[id]
    guard let list = pipeline.value(.retryPolicies, of: step) else { return false }
    guard tree.kind(list) == .array, isKnown(list) else { return nil }
    return anyHolds(pipeline.retryPolicies(of: step)) { policy in
      guard isKnown(policy.node) else { return nil }
      if pipeline.value(.maxAttempts, of: policy).flatMap(tree.number) == 0 { return false }
      guard let types = pipeline.value(.exceptionType, of: policy) else { return false }
      return names(in: types, error) { $0 == error }
    }
  }

  private func isHandled(_ state: State, _ field: Field, _ handlers: [NodeID], _ error: String) -> Bool? {
    guard !tree.isUnsettled(state.node) else { return nil }
    guard let machine, let list = machine.value(field, of: state) else { return false }
    guard tree.kind(list) == .array else { return nil }
    return anyHolds(handlers) { handles($0, error) }
  }

  /// Whether one name in a list, or a single name, is as wanted.
  private func names(in list: NodeID, _ error: String, _ isWanted: (String) -> Bool) -> Bool? {
    if tree.kind(list) == .string { return tree.isLiteralString(list) ? isWanted(tree.text(list)) : nil }
    guard tree.kind(list) == .array, !tree.isUnsettled(list) else { return nil }
    return anyHolds(tree.elements(list)) { tree.isLiteralString($0) ? isWanted(tree.text($0)) : nil }
  }

  private func anyHolds<Item>(_ items: some Sequence<Item>, _ test: (Item) -> Bool?) -> Bool? {
    var result: Bool? = false
    for item in items {
      switch test(item) {
      case true?: return true
      case nil: result = nil
      case false?: break
      }
    }
    return result
  }
}

extension StateType {
  fileprivate var canFail: Bool { self == .task || self == .parallel || self == .map }
}

extension String {
  /// Whether a retrier or catcher of this name takes an error. `States.TaskFailed` takes what a task raises, but for its
  /// timeout.
  fileprivate func catches(_ error: String) -> Bool {
    if self == error || self == "States.ALL" { return true }
    return self == "States.TaskFailed" && !error.hasPrefix("States.")
  }
}
