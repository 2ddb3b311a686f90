import Syntax
import Workflows

/// Reads the scopes of a state machine into what a picture says of them.
struct ScopeReader {
  let machine: StateMachine
  let limits: DrawingLimits
  /// What lies inside containers this deep is only counted; 0 is the machine itself.
  let collapseDepth: Int
  /// How many states are left out since their scope has too many.
  private(set) var leftOut = 0
  private let writer: CardWriter

  init(machine: StateMachine, limits: DrawingLimits, collapseDepth: Int) {
    self.machine = machine
    self.limits = limits
    self.collapseDepth = collapseDepth
    writer = CardWriter(machine: machine)
  }

  mutating func read(_ scope: Scope, depth: Int = 0) -> DiagramScope {
    var draft = Draft()
    let all = machine.states(of: scope).filter { !$0.isOverridden }
    let states = all.prefix(limits.cardsInScope)
    leftOut += all.count - states.count
    for state in states {
      draft.places[state.id] = draft.scope.cards.count
      draft.scope.cards.append(card(for: state, depth: depth))
    }
    draft.scope.start = startCard(of: scope, &draft)
    for state in states { addLinks(of: state, to: &draft) }
    draft.scope.arrange()
    draft.scope.mergeChoices(from: limits.parallelLines)
    draft.scope.hideCatches(above: limits.catchLines)
    draft.scope.shortenLongLines(to: limits.longLines)
    draft.scope.markMainLines()
    return draft.scope
  }

  private struct Draft {
    var scope = DiagramScope()
    var places: [StateID: Int] = [:]
    var ghosts: [String: Int] = [:]
  }

  private mutating func card(for state: State, depth: Int) -> Card {
    var card = writer.card(for: state)
    let scopes = machine.scopes(of: state)
    guard !scopes.isEmpty else { return card }
    if depth < collapseDepth {
      for scope in scopes { card.scopes.append(read(scope, depth: depth + 1)) }
    } else {
      card.note = Wording.count(stateCount(inside: state), "state", "states")
    }
    return card
  }

  private func stateCount(inside state: State) -> Int {
    var count = 0
    var pending = Array(machine.scopes(of: state))
    while let scope = pending.popLast() {
      for state in machine.states(of: scope) {
        count += 1
        pending += machine.scopes(of: state)
      }
    }
    return count
  }
}

// MARK: - Lines

extension ScopeReader {
  private func addLinks(of state: State, to draft: inout Draft) {
    guard let source = draft.places[state.id] else { return }
    let conditions = ConditionText.texts(of: state, in: machine)
    let catchers = machine.catchers(of: state).reduce(into: [:]) { $0[$1.position] = $1 }
    for transition in machine.transitions(of: state) where draft.scope.links.count < limits.linesInScope {
      guard let target = place(of: transition.target, named: transition.name, &draft) else { continue }
      let (kind, label): (Link.Kind, String?) =
        switch transition.kind {
        case .next: (.next, nil)
        case .choice(let position): (.choice, conditions[position] ?? "?")
        case .default: (.otherwise, "otherwise")
        case .catch(let position): (.catch, errors(of: catchers[position]))
        }
      draft.scope.links.append(Link(source: source, target: target, kind: kind, label: label))
    }
  }

  private func errors(of catcher: Catcher?) -> String {
    guard let catcher, let list = machine.value(.errorEquals, of: catcher) else { return "error" }
    var names: [String] = []
    machine.tree.forEachElement(list) { element in
      guard names.count < 20 else { return }
      names.append(Wording.errorName(String(machine.tree.text(element).prefix(Font.longestText))))
    }
    return names.isEmpty ? "no error" : names.joined(separator: ", ")
  }

  private func startCard(of scope: Scope, _ draft: inout Draft) -> Int? {
    machine.value(.startAt, of: scope).flatMap { place(of: scope.start, named: $0, &draft) }
  }

  /// The card that a name leads to: that of a state, or one that says that there is none. Nil for a state
  /// that is left out.
  private func place(of target: Target, named name: NodeID, _ draft: inout Draft) -> Int? {
    if let state = target.state { return draft.places[state] }
    let text = String(machine.tree.text(name).prefix(Font.longestText))
    let name = text.isEmpty ? "?" : text
    if let place = draft.ghosts[name] { return place }
    draft.ghosts[name] = draft.scope.cards.count
    draft.scope.cards.append(CardWriter.ghost(named: name, isOpen: target == .unknown))
    return draft.scope.cards.count - 1
  }
}
