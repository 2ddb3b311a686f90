import Syntax
import Workflows

/// Reads from the model what the card of one state says, save for its lines and scopes.
struct CardWriter {
  let machine: StateMachine

  func card(for state: State) -> Card {
    var card = Card(
      subject: .state(state.id),
      className: state.type == .unknown ? "unknown" : state.type.name.lowercased(),
      name: machine.name(state.id), kind: state.type.name, symbol: .icon(Self.icon(of: state.type)),
      ink: .flow)
    switch state.type {
    case .task: describeTask(state, &card)
    case .wait: card.badges = waitBadge(state).map { [$0] } ?? []
    case .succeed:
      card.tone = .success
      card.ink = .success
    case .fail:
      card.tone = .failure
      card.ink = .failure
      card.note = text(.error, of: state)
    case .map: describeMap(state, &card)
    case .unknown:
      card.kind = text(.type, of: state).map { "Unknown type \($0)" } ?? "No type"
      card.ink = .other
    case .parallel: card.frame = .lanes
    case .pass, .choice: break
    }
    card.badges += errorHandlingBadges(state)
    card.leadsToEnd = state.isTerminal && state.type != .succeed && state.type != .fail
    return card
  }

  /// A card for a name that no state has.
  static func ghost(named name: String, isOpen: Bool, missing: String = "Missing state") -> Card {
    Card(
      subject: .ghost, className: "ghost", name: name, kind: isOpen ? "Not known yet" : missing,
      symbol: .icon(.unknown), ink: isOpen ? .other : .failure, tone: isOpen ? .open : .missing)
  }

  private static func icon(of type: StateType) -> Icon {
    switch type {
    case .task: .task
    case .wait: .wait
    case .pass: .pass
    case .succeed: .succeed
    case .fail: .fail
    case .choice: .choice
    case .parallel: .parallel
    case .map: .map
    case .unknown: .unknown
    }
  }
}

// MARK: - Types of states

extension CardWriter {
  private func describeTask(_ state: State, _ card: inout Card) {
    guard let text = text(.resource, of: state) else {
      card.ink = .other
      return
    }
    let resource = TaskResource(text)
    guard let service = resource.service else {
      card.kind = resource.action.isEmpty ? "Task" : "Task: \(resource.action)"
      card.ink = .other
      return
    }
    let face = ServiceFace(service: service)
    card.kind = resource.action.isEmpty ? face.name : "\(face.name): \(resource.action)"
    card.symbol = .monogram(face.monogram)
    card.ink = face.ink
    switch resource.pattern {
    case .requestResponse: break
    case .runToCompletion: card.badges.append(.init(icon: .runToCompletion, text: "run to completion"))
    case .taskToken: card.badges.append(.init(icon: .taskToken, text: "task token"))
    }
  }

  private func waitBadge(_ state: State) -> Card.Badge? {
    if let text = duration(.seconds, orPath: .secondsPath, of: state) {
      return .init(icon: .clock, text: text)
    }
    let time = text(.timestamp, of: state) ?? text(.timestampPath, of: state).map(Wording.path)
    return time.map { .init(icon: .clock, text: "until \($0)") }
  }

  private func describeMap(_ state: State, _ card: inout Card) {
    let isDistributed = machine.scopes(of: state).contains { machine.distributedConfig(of: $0) != nil }
    if isDistributed { card.kind = "Distributed Map" }
    if let items = machine.value(.items, of: state) ?? machine.value(.itemsPath, of: state) {
      card.note = "for each item in \(machine.tree.kind(items) == .string ? text(items) : "a list")"
    }
    if let limit = text(.maxConcurrency, of: state) ?? text(.maxConcurrencyPath, of: state), limit != "0" {
      card.badges.append(.init(icon: .concurrency, text: "max \(Wording.path(limit))"))
    }
    if isDistributed {
      let readsItems = machine.row(.itemReader, of: state) != nil
      card.badges.append(.init(icon: .distributed, text: readsItems ? "S3 items" : "distributed"))
    }
  }
}

// MARK: - Badges of any state

extension CardWriter {
  private func errorHandlingBadges(_ state: State) -> [Card.Badge] {
    var badges: [Card.Badge] = []
    if let text = retryText(state) { badges.append(.init(icon: .retry, text: text)) }
    if let text = duration(.timeoutSeconds, orPath: .timeoutSecondsPath, of: state) {
      badges.append(.init(icon: .clock, text: text))
    }
    if let text = duration(.heartbeatSeconds, orPath: .heartbeatSecondsPath, of: state) {
      badges.append(.init(icon: .heartbeat, text: text))
    }
    return badges
  }

  /// The largest number of attempts that any retrier allows; 3 where it does not say.
  private func retryText(_ state: State) -> String? {
    let retriers = machine.retriers(of: state)
    guard !retriers.isEmpty else { return nil }
    var most = 0
    for retrier in retriers {
      guard let value = machine.value(.maxAttempts, of: retrier) else {
        most = max(most, 3)
        continue
      }
      guard let attempts = machine.tree.integer(value) else { return "retry" }
      most = max(most, attempts)
    }
    return most > 0 ? "\(most)×" : nil
  }

  private func duration(_ field: Field, orPath path: Field, of state: State) -> String? {
    guard let value = machine.value(field, of: state) else { return text(path, of: state).map(Wording.path) }
    return machine.tree.integer(value).map(Wording.duration) ?? text(field, of: state)
  }

  /// A scalar as people read it; nil if it is not there, or is no scalar.
  private func text(_ field: Field, of state: State) -> String? {
    guard let value = machine.value(field, of: state) else { return nil }
    let text = text(value)
    return text.isEmpty ? nil : text
  }

  private func text(_ value: NodeID) -> String {
    Wording.expression(String(machine.tree.text(value).prefix(Font.longestText)))
  }
}
