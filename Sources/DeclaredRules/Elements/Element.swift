import Linting

/// One part of a definition that a rule is about.
struct Element {
  /// Holds the fields; for a path, the value itself.
  let node: NodeID
  /// What is underlined if no field is.
  let title: NodeID
  /// The name of the element, or of the state that it belongs to.
  let name: NodeID?
  var state: StateID?
  var step: StepID?
  /// Where a transition or the `Next` of a catcher leads.
  var target: (name: NodeID, place: Target)?
  var transition: Transition.Kind?
}

extension InspectedWorkflow {
  /// Visits the elements of a kind in the order of the document.
  func forEachElement(_ kind: ElementKind, _ body: (Element) -> Void) {
    switch content {
    case .machine(let subject): forEachElement(kind, of: subject, body)
    case .pipeline(let subject): forEachElement(kind, of: subject.pipeline, body)
    }
  }

  private func forEachElement(_ kind: ElementKind, of subject: Subject, _ body: (Element) -> Void) {
    let machine = subject.machine
    switch kind {
    case .workflow: body(Element(node: machine.root, title: machine.root, name: nil))
    case .values(let path): forEachValue(at: path, body)
    case .state(let types, _):
      for state in machine.states where types.contains(state.type.rawValue) && !state.isOverridden {
        body(element(of: state))
      }
    case .retrier:
      for retrier in machine.retriers {
        let name = machine[retrier.state].name
        body(Element(node: retrier.node, title: retrier.node, name: name, state: retrier.state))
      }
    case .catcher:
      for catcher in machine.catchers { body(element(of: catcher, in: machine)) }
    case .transition:
      for transition in machine.transitions { body(element(of: transition, in: machine)) }
    case .step, .parameter: break
    }
  }

  func element(of state: State) -> Element {
    Element(node: state.node, title: state.name, name: state.name, state: state.id)
  }

  private func element(of catcher: Catcher, in machine: StateMachine) -> Element {
    let state = machine[catcher.state]
    let transition = machine.transitions(of: state).first { $0.kind == .catch(catcher.position) }
    return Element(
      node: catcher.node, title: catcher.node, name: state.name, state: state.id,
      target: transition.map { ($0.name, $0.target) })
  }

  private func element(of transition: Transition, in machine: StateMachine) -> Element {
    let state = machine[transition.source]
    return Element(
      node: state.node, title: transition.name, name: state.name, state: state.id,
      target: (transition.name, transition.target), transition: transition.kind)
  }

  private func forEachElement(_ kind: ElementKind, of pipeline: Pipeline, _ body: (Element) -> Void) {
    switch kind {
    case .workflow: body(Element(node: pipeline.root, title: pipeline.root, name: nil))
    case .values(let path): forEachValue(at: path, body)
    case .step:
      for step in pipeline.steps { body(element(of: step)) }
    case .parameter:
      for parameter in pipeline.parameters {
        body(Element(node: parameter.node, title: parameter.name ?? parameter.node, name: parameter.name))
      }
    default: break
    }
  }

  func element(of step: Step) -> Element {
    Element(node: step.node, title: step.name ?? step.node, name: step.name, step: step.id)
  }

  private func forEachValue(at path: ValuePath, _ body: (Element) -> Void) {
    for node in path.values(from: root, in: self).nodes { body(Element(node: node, title: node, name: nil)) }
  }
}
