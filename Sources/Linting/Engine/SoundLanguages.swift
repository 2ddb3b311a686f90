import Syntax
import Workflows

/// Whether the query language of each state is known and not itself at fault: only then can be judged what depends on it.
struct SoundLanguages {
  /// By state; empty if all are sound, as in almost every definition.
  private let states: [Bool]
  private let machine: Bool

  init(_ subject: Subject) {
    let model = subject.machine
    machine = subject.isSoundMachineLanguage
    let states = model.states.map { state in
      guard let value = model.value(.queryLanguage, of: state) else {
        return subject.isSoundMachineLanguage && !subject.misspellsQueryLanguage(state)
      }
      return subject.isQueryLanguage(value) && !(model.language == .jsonata && state.language == .jsonPath)
    }
    self.states = states.allSatisfy(\.self) ? [] : states
  }

  var areAll: Bool { machine && states.isEmpty }

  subscript(state: StateID?) -> Bool {
    guard let state, !states.isEmpty else { return machine || state != nil }
    return states[Int(state.index)]
  }
}

extension Subject {
  fileprivate var isSoundMachineLanguage: Bool {
    guard let scope = machine.scopes.first else { return true }
    guard let value = machine.value(.queryLanguage, of: scope) else { return !misspellsQueryLanguage(scope) }
    return isQueryLanguage(value)
  }

  fileprivate func isQueryLanguage(_ value: NodeID) -> Bool {
    !tree.isTagged(value) && (tree.text(value, is: "JSONPath") || tree.text(value, is: "JSONata"))
  }

  /// Whether a field is probably meant to be `QueryLanguage`.
  fileprivate func misspellsQueryLanguage(_ owner: some HasFields) -> Bool {
    misspelling(of: [.queryLanguage], in: owner) != nil
  }
}
