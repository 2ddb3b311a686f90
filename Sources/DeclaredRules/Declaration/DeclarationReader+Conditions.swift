import Linting
import Patterns

/// Words that are no fields; fields have other names.
enum ConditionWord: String, CaseIterable {
  case name, type, resource, has, lacks, kind, error, target

  func isFor(_ kind: ElementKind) -> Bool {
    switch (self, kind) {
    case (.has, _), (.lacks, _): true
    case (.name, .values): false
    case (.name, _): true
    case (.type, _): kind.hasType
    case (.resource, .state), (.resource, .transition), (.resource, .catcher), (.resource, .retrier): true
    case (.kind, .transition), (.target, .transition), (.target, .catcher): true
    case (.error, .catcher), (.error, .retrier): true
    default: false
    }
  }
}

// MARK: - `where`, and the states and steps that checks look for

extension DeclarationReader {
  mutating func conditions(_ node: NodeID, of kind: ElementKind, _ subject: String) -> Conditions {
    guard tree.kind(node) == .object, !tree.isTagged(node) else {
      reportKind(of: node, subject, wants: "a mapping of fields to what they are like")
      return Conditions()
    }
    return conditions(tree.members(node), of: kind, subject)
  }

  mutating func conditions(
    _ members: [(key: NodeID, value: NodeID)], of kind: ElementKind, _ subject: String
  ) -> Conditions {
    var result = Conditions()
    var phrases: [String] = []
    for (key, value) in members {
      let name = tree.text(key)
      if let condition = condition(name, key, value, of: kind, subject) { result.all.append(condition) }
      phrases.append("\(name) \(phrase(value))")
    }
    result.phrase = listed(phrases)
    return result
  }

  /// A value as a message shows it.
  private func phrase(_ node: NodeID) -> String {
    switch tree.kind(node) {
    case .array: listed(tree.elements(node).prefix(4).map(phrase), "or")
    case .object: "as demanded"
    case .string: quoted(tree.text(node))
    default: tree.text(node)
    }
  }

  private mutating func condition(
    _ name: String, _ key: NodeID, _ value: NodeID, of kind: ElementKind, _ subject: String
  ) -> Condition? {
    let word = ConditionWord(rawValue: name)
    if let word, !word.isFor(kind) {
      report(key, "\(quoted(name)) says nothing about \(kind.plural).")
      return nil
    }
    switch word {
    case .type: return types(value, of: kind)
    case .kind: return transitionKinds(value)
    case .error: return text(value, "\"error\"").map { .handles($0) }
    case .has: return fields(value, of: kind, "\"has\"").map { .has($0) }
    case .lacks: return fields(value, of: kind, "\"lacks\"").map { .lacks($0) }
    case .name: return test(value, name).map { .value(.name, $0) }
    case .target: return test(value, name).map { .value(FieldReference(places: [.target], title: name), $0) }
    case .resource:
      return test(value, name).map { .value(FieldReference(places: [.resource], title: name), $0) }
    case nil:
      let words = ConditionWord.allCases.filter { $0.isFor(kind) }.map(\.rawValue)
      if let closest = Spelling.closest(to: name, in: words), name == name.lowercased() {
        report(key, "\(subject) has no \(quoted(name)).", help: "Did you mean \(quoted(closest))?")
        return nil
      }
      guard let place = fieldPath(key, of: kind) else { return nil }
      return test(value, name).map { .value(FieldReference(places: [place], title: name), $0) }
    }
  }

  private mutating func types(_ node: NodeID, of kind: ElementKind) -> Condition? {
    let isStep = !kind.isOfMachines
    let names = isStep ? StepType.known.map(\.name) : StateType.known.map(\.name)
    let values = isStep ? StepType.known.map(\.rawValue) : StateType.known.map(\.rawValue)
    var types: [UInt8] = []
    for (text, node) in texts(node, "\"type\"") {
      if let index = names.firstIndex(of: text) {
        types.append(values[index])
      } else {
        reportUnknown(node, "\(quoted(text)) is no type of \(isStep ? "steps" : "states").", among: names)
      }
    }
    return types.isEmpty ? nil : .type(TypeSet(types))
  }

  private mutating func transitionKinds(_ node: NodeID) -> Condition? {
    let names = Condition.TransitionKind.allCases.map(\.rawValue)
    var kinds: Set<Condition.TransitionKind> = []
    for (text, node) in texts(node, "\"kind\"") {
      if let kind = Condition.TransitionKind(rawValue: text) {
        kinds.insert(kind)
      } else {
        reportUnknown(node, "\(quoted(text)) is no kind of transitions.", among: names)
      }
    }
    return kinds.isEmpty ? nil : .transition(kinds)
  }

  /// What a value in `where` is like: texts with `*` in them, a number or boolean, or checks.
  private mutating func test(_ node: NodeID, _ name: String) -> [ValueCheck]? {
    switch tree.kind(node) {
    case .object where !tree.isTagged(node):
      let members = members(of: node, quoted(name), ValueCheckKey.allCases.map(\.rawValue))
      let checks = valueChecks(members)
      if checks.isEmpty, tree.count(node) == 0 { report(node, "\(quoted(name)) has no check.") }
      return checks.isEmpty ? nil : checks
    case .array, .string:
      let globs = texts(node, quoted(name)).compactMap { glob($0.text, $0.node) }
      return globs.isEmpty ? nil : [.like(globs)]
    default: return scalar(node, quoted(name)).map { [.oneOf([$0])] }
    }
  }

  // MARK: Fields

  /// A field, or several of which the first that is there counts.
  mutating func fields(_ node: NodeID, of kind: ElementKind, _ subject: String) -> FieldReference? {
    let texts = texts(node, subject)
    let places = texts.compactMap { place($0.text, $0.node, of: kind) }
    guard !texts.isEmpty, places.count == texts.count else { return nil }
    return FieldReference(places: places, title: texts[0].text)
  }

  private mutating func place(_ text: String, _ node: NodeID, of kind: ElementKind) -> FieldReference.Place? {
    switch (text, kind) {
    case ("name", .values), ("target", .workflow), ("target", .state), ("target", .step),
      ("target", .parameter):
      report(node, "\(kind.plural.prefix(1).uppercased() + kind.plural.dropFirst()) have no \(quoted(text)).")
      return nil
    case ("name", _): return .name
    case ("target", .transition), ("target", .catcher): return .target
    default: return fieldPath(node, of: kind)
    }
  }

  private mutating func fieldPath(_ node: NodeID, of kind: ElementKind) -> FieldReference.Place? {
    guard let path = path(node) else { return nil }
    guard case .name(let bytes)? = path.steps.first?.selector, path.steps.first?.isDeep == false else {
      return .path(path, nil)
    }
    let name = String(decoding: bytes, as: UTF8.self)
    let known = kind.fieldNames
    if !known.isEmpty, !known.contains(name), let closest = Spelling.closest(to: name, in: known) {
      report(node, "\(quoted(name)) is no field of \(kind.plural).", help: "Did you mean \(quoted(closest))?")
      return nil
    }
    guard kind.looksInState, let field = Field.byName[name] else { return .path(path, nil) }
    let rest = ValuePath(steps: Array(path.steps.dropFirst()))
    return .path(path, FieldReference.Shortcut(field: field, sibling: field.pathSibling, rest: rest))
  }
}

extension ElementKind {
  /// Whether its fields are those of a state.
  fileprivate var looksInState: Bool {
    switch self {
    case .state, .transition: true
    default: false
    }
  }

  /// The fields that the language gives it; empty if it gives none in particular.
  fileprivate var fieldNames: [String] {
    let fields: FieldSet =
      switch self {
      case .state, .transition: StateType.known.reduce([]) { $0.union(FieldTable.fields(of: ObjectKind($1))) }
      case .catcher: FieldTable.fields(of: .catcher)
      case .retrier: FieldTable.fields(of: .retrier)
      default: []
      }
    if case .step = self { return PipelineField.allCases.dropFirst().map(\.name) }
    return fields.fields.map(\.name)
  }
}

extension FieldTable {
  fileprivate static func fields(of kind: ObjectKind) -> FieldSet { FieldSet(self[kind].map(\.field)) }
}

extension Field {
  fileprivate static let byName = [String: Field](
    uniqueKeysWithValues: allCases.dropFirst().map { ($0.name, $0) })

  /// The field that says where the value of this one is to be found when the workflow runs.
  fileprivate var pathSibling: Field? {
    let groups = ObjectKind.allCases.flatMap { FieldTable.groups(in: $0) }
    let sibling = Self.byName[name + "Path"]
    return sibling.flatMap { sibling in
      groups.contains { $0.set.contains(self) && $0.set.contains(sibling) } ? sibling : nil
    }
  }
}
