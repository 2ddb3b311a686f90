import Linting
import Patterns

/// The checks of a value.
enum ValueCheckKey: String, CaseIterable {
  case matches, notMatches, equals, oneOf, length, min, max, casing
}

/// The checks of the way through a definition.
enum FlowCheckKey: String, CaseIterable {
  case followedBy, caughtBy, retriedFor, reachableFrom

  func isFor(_ kind: ElementKind) -> Bool {
    switch (self, kind) {
    case (.followedBy, .state), (.followedBy, .step), (.followedBy, .catcher), (.followedBy, .transition):
      true
    case (.caughtBy, .state): true
    case (.retriedFor, .state), (.retriedFor, .step): true
    case (.reachableFrom, .state), (.reachableFrom, .step): true
    default: false
    }
  }
}

// MARK: - `then`

extension DeclarationReader {
  private static let otherKeys = ["field", "exists", "absent"]

  mutating func demands(_ node: NodeID, of kind: ElementKind) -> [Demand] {
    guard tree.kind(node) == .array, !tree.isTagged(node) else {
      return demand(node, of: kind).map { [$0] } ?? []
    }
    if tree.count(node) == 0 { report(node, "\"then\" is an empty list, and demands nothing.") }
    return tree.elements(node).compactMap { demand($0, of: kind) }
  }

  private mutating func demand(_ node: NodeID, of kind: ElementKind) -> Demand? {
    let flowKeys = FlowCheckKey.allCases.map(\.rawValue)
    let allowed = Self.otherKeys + ValueCheckKey.allCases.map(\.rawValue) + flowKeys
    let problemCount = problems.count
    let members = members(of: node, "\"then\"", allowed)
    var checks: [Demand.Check] = []
    if let node = members["exists"], let value = boolean(node, "\"exists\"") {
      checks.append(value ? .exists : .absent)
    }
    if let node = members["absent"], let value = boolean(node, "\"absent\"") {
      checks.append(value ? .absent : .exists)
    }
    let values = valueChecks(members)
    checks += values.map { .value($0) }
    for key in FlowCheckKey.allCases {
      guard let node = members[key.rawValue] else { continue }
      guard key.isFor(kind) else {
        report(node, "\"\(key.rawValue)\" cannot be asked of \(kind.plural).")
        continue
      }
      guard let check = flowCheck(key, node, of: kind) else { continue }
      checks.append(.flow(check, number: flowCheckCount))
      flowCheckCount += 1
    }
    guard let field = field(members["field"], of: kind, checks, node) else { return nil }
    if checks.isEmpty, problems.count == problemCount {
      report(node, "This demands nothing.", help: "Add a check: \(listed(Array(allowed.dropFirst()), "or")).")
    }
    return checks.isEmpty ? nil : Demand(field: field, checks: checks)
  }

  /// What is looked at: the field that is given, else the element's name or the element itself.
  private mutating func field(
    _ node: NodeID?, of kind: ElementKind, _ checks: [Demand.Check], _ demand: NodeID
  ) -> FieldReference? {
    if let node { return fields(node, of: kind, "\"field\"") }
    if case .values = kind { return .itself }
    var needsName = false
    for check in checks {
      switch check {
      case .exists:
        report(
          demand, "\"exists\" does not say what has to be there.",
          help: "Add \"field\", such as \"field: TimeoutSeconds\".")
        return nil
      case .value: needsName = true
      case .absent, .flow: break
      }
    }
    guard needsName else { return .itself }
    switch kind {
    case .state, .step, .parameter: return .name
    default:
      report(demand, "This does not say which field of \(kind.plural) is looked at.", help: "Add \"field\".")
      return nil
    }
  }

  // MARK: Checks of values

  mutating func valueChecks(_ members: [String: NodeID]) -> [ValueCheck] {
    var checks: [ValueCheck] = []
    for key in ValueCheckKey.allCases {
      guard let node = members[key.rawValue], let check = valueCheck(key, node) else { continue }
      checks.append(check)
    }
    return checks
  }

  private mutating func valueCheck(_ key: ValueCheckKey, _ node: NodeID) -> ValueCheck? {
    let subject = "\"\(key.rawValue)\""
    switch key {
    case .matches: return expression(node, subject).map { .matches($0) }
    case .notMatches: return expression(node, subject).map { .notMatches($0) }
    case .equals: return scalar(node, subject).map { .oneOf([$0]) }
    case .oneOf:
      guard tree.kind(node) == .array, tree.count(node) > 0 else {
        reportKind(of: node, subject, wants: "a list of values")
        return nil
      }
      return .oneOf(tree.elements(node).compactMap { scalar($0, subject) })
    case .length: return length(node)
    case .min: return number(node, subject).map { .atLeast($0) }
    case .max: return number(node, subject).map { .atMost($0) }
    case .casing:
      let names = Casing.allCases.map(\.rawValue)
      return word(node, subject, among: names).flatMap(Casing.init).map { .casing($0) }
    }
  }

  private mutating func length(_ node: NodeID) -> ValueCheck? {
    guard tree.kind(node) == .object else { return count(node, "\"length\"").map { .length($0...$0) } }
    let members = members(of: node, "\"length\"", ["min", "max"])
    let low = members["min"].map { count($0, "\"min\"") } ?? 0
    let high = members["max"].map { count($0, "\"max\"") } ?? Int.max
    guard let low, let high else { return nil }
    guard low <= high else {
      report(node, "No length is at least \(low) and at most \(high).")
      return nil
    }
    if members.isEmpty, tree.count(node) == 0 { report(node, "\"length\" has neither \"min\" nor \"max\".") }
    return .length(low...high)
  }

  private mutating func count(_ node: NodeID, _ subject: String) -> Int? {
    if let count = tree.integer(node), count >= 0, !tree.isTagged(node) { return count }
    reportKind(of: node, subject, wants: "a whole number from 0 on")
    return nil
  }

  // MARK: Checks of the flow

  private mutating func flowCheck(_ key: FlowCheckKey, _ node: NodeID, of kind: ElementKind) -> FlowCheck? {
    let subject = "\"\(key.rawValue)\""
    switch key {
    case .caughtBy: return text(node, subject).map { .caughtBy($0) }
    case .retriedFor: return text(node, subject).map { .retriedFor($0) }
    case .followedBy, .reachableFrom:
      guard tree.kind(node) == .object, !tree.isTagged(node) else {
        let example = kind.isOfMachines ? "type: Choice" : "type: Condition"
        reportKind(of: node, subject, wants: "a mapping such as { \(example) }")
        return nil
      }
      var members = tree.members(node)
      var isEventual = false
      if key == .followedBy, let index = members.lastIndex(where: { tree.text($0.key, is: "eventually") }) {
        isEventual = boolean(members[index].value, "\"eventually\"") ?? false
        members.removeAll { tree.text($0.key, is: "eventually") }
      }
      let problemCount = problems.count
      let others: ElementKind = kind.isOfMachines ? .state(.all, name: "state") : .step
      let wanted = conditions(members, of: others, subject)
      guard problems.count == problemCount else { return nil }
      guard !wanted.all.isEmpty else {
        report(node, "\(subject) does not say what it looks for.", help: "Add a name, a type or a field.")
        return nil
      }
      return key == .reachableFrom ? .reachableFrom(wanted) : isEventual ? .eventually(wanted) : .next(wanted)
    }
  }
}
