import ServiceCatalogue
import Syntax
public import Workflows

/// What the requests that steps make tell about their arguments.
public struct ArgumentReading: Sendable {
  /// Where arguments differ from the requests that they become, in document order of the steps.
  public fileprivate(set) var mismatches: [ArgumentMismatch] = []
  /// What names something of AWS in arguments and other fields of steps, in document order of the steps.
  public fileprivate(set) var literals: [ResourceLiteral] = []
}

extension Pipeline {
  /// Compares the arguments of all steps with the requests that they become.
  ///
  /// What cannot be known never differs: a value that a template language fills in, an expression where one value is
  /// wanted, `null`. Texts and numbers may stand for each other where the text reads as a number: whether SageMaker
  /// converts them is not documented. O(nodes of arguments × members of a structure).
  public func readArguments() -> ArgumentReading {
    var reading = ArgumentReading()
    // Most definitions have many steps of few types.
    var requests: [StepType: ArgumentReader] = [:]
    for step in steps {
      reading.literals += resourceLiterals(inFieldsOf: step)
      guard let arguments = value(.arguments, of: step), tree.kind(arguments) == .object else { continue }
      var reader = requests[step.type] ?? StepRequest(step.type).map { ArgumentReader(self, $0) }
      reader?.read(arguments, of: step.id, into: &reading)
      requests[step.type] = reader
    }
    return reading
  }
}

/// Compares values with shapes, from the outside in. Recursion follows the nesting of the text, which its readers bound.
private struct ArgumentReader {
  private let pipeline: Pipeline
  private let tree: SyntaxTree
  private let request: StepRequest
  private var step = StepID(0)
  private var reading = ArgumentReading()
  /// What was decoded once.
  private var structures: [String: Structure] = [:]
  private var enumerations: [String: [String]] = [:]

  private typealias Place = ArgumentMismatch.Place

  init(_ pipeline: Pipeline, _ request: StepRequest) {
    self.pipeline = pipeline
    self.request = request
    tree = pipeline.tree
  }

  mutating func read(_ arguments: NodeID, of step: StepID, into result: inout ArgumentReading) {
    self.step = step
    guard !tree.isUnsettled(arguments), !pipeline.isExpression(arguments) else { return }
    // Kept here while it grows, and handed on once a step.
    swap(&reading, &result)
    readMembers(of: arguments, request.root, Place(name: nil, isElement: false))
    swap(&reading, &result)
  }

  private mutating func note(_ kind: ArgumentMismatch.Kind, _ node: NodeID, _ place: Place) {
    reading.mismatches.append(ArgumentMismatch(kind: kind, step: step, node: node, place: place))
  }

  // MARK: Values

  private mutating func readValue(_ value: NodeID, _ shape: Shape, _ place: Place) {
    if shape == .document || tree.isUnsettled(value) || isUnknownExpression(value) { return }
    let kind = tree.kind(value)
    if kind == .null || kind == .string && tree.hasSubstitution(value) { return }
    if pipeline.isExpression(value) {
      if !shape.isScalar { note(.expressionForMany(shape), value, place) }
      return
    }
    switch (shape, kind) {
    case (.structure(let name), .object):
      if let structure = structure(name) { readMembers(of: value, structure, place) }
    case (.list(let element, let bounds), .array): readElements(of: value, element, bounds, shape, place)
    case (.map(let key, let element, let bounds), .object):
      readEntries(of: value, key, element, bounds, shape, place)
    case (.string(let bounds), .string): readLength(of: value, bounds, shape, place)
    case (.enumeration(let name), .string): readChoice(value, of: name, place)
    case (.integer(let bounds), .number), (.number(let bounds), .number):
      if let number = tree.number(value) { noteUnless(bounds, contain: number, value, shape, place) }
    default:
      if !isConvertible(value, kind, to: shape) { note(.wrongType(shape), value, place) }
    }
  }

  /// An operator that is newer than our table.
  private func isUnknownExpression(_ value: NodeID) -> Bool {
    guard tree.kind(value) == .object, tree.count(value) == 1, !pipeline.isExpression(value) else {
      return false
    }
    return tree.withText(NodeID(value.index + 1)) { $0.begins(with: "Std:") }
  }

  /// Whether a scalar may stand for one of another type.
  private func isConvertible(_ value: NodeID, _ kind: NodeKind, to shape: Shape) -> Bool {
    switch (shape, kind) {
    case (.timestamp, .string), (.timestamp, .number), (.blob, .string), (.boolean, .boolean): true
    case (.string, .number), (.string, .boolean), (.enumeration, .number), (.enumeration, .boolean): true
    case (.integer, .string), (.number, .string): Double(tree.text(value)) != nil
    case (.boolean, .string): ["true", "false"].contains(tree.text(value).lowercased())
    default: false
    }
  }

  // MARK: Collections

  private mutating func readMembers(of object: NodeID, _ structure: Structure, _ place: Place) {
    guard !isTemplated(object) else { return }
    var unknown: [NodeID] = []
    var present: Set<String> = []
    for (key, value) in tree.members(object) {
      let name = tree.text(key)
      if let member = structure[name] {
        present.insert(name)
        noteLiteral(name, key, value, member.shape)
        readValue(value, member.shape, Place(name: key, isElement: false))
      } else {
        unknown.append(key)
        note(.unknownMember(structure, object: object), key, place)
      }
    }
    let missing = structure.members.filter { $0.isRequired && !present.contains($0.name) }.map(\.name)
    if !missing.isEmpty { note(.missingMembers(missing, unknownKeys: unknown), object, place) }
  }

  private mutating func noteLiteral(_ name: String, _ key: NodeID, _ value: NodeID, _ shape: Shape) {
    guard case .string = shape, let kind = ResourceLiteral.Kind(member: name),
      let literal = ResourceLiteral(kind, of: step, key, value, tree)
    else { return }
    reading.literals.append(literal)
  }

  private mutating func readElements(
    of list: NodeID, _ element: Shape, _ bounds: Bounds, _ shape: Shape, _ place: Place
  ) {
    let elements = tree.elements(list)
    // A template may take an element away or put in several.
    if !elements.contains(where: tree.isUnsettled) {
      noteUnless(bounds, contain: Double(elements.count), list, shape, place)
    }
    for value in elements { readValue(value, element, Place(name: place.name, isElement: true)) }
  }

  private mutating func readEntries(
    of map: NodeID, _ key: Shape, _ element: Shape, _ bounds: Bounds, _ shape: Shape, _ place: Place
  ) {
    guard !isTemplated(map) else { return }
    noteUnless(bounds, contain: Double(tree.count(map)), map, shape, place)
    for (name, value) in tree.members(map) {
      if case .string(let bounds) = key { readLength(of: name, bounds, key, place) }
      if case .enumeration(let keys) = key { readChoice(name, of: keys, place) }
      readValue(value, element, Place(name: name, isElement: false))
    }
  }

  /// Whether a template language fills in members.
  private func isTemplated(_ object: NodeID) -> Bool {
    var isTemplated = false
    tree.forEachMember(object) { key, _ in
      isTemplated = isTemplated || tree.hasSubstitution(key) || tree.withText(key) { $0.begins(with: "Fn::") }
    }
    return isTemplated
  }

  // MARK: Scalars

  private mutating func readChoice(_ text: NodeID, of enumeration: String, _ place: Place) {
    if tree.withText(text, { request.service.isValue($0, of: enumeration) }) { return }
    note(.unknownValue(known: values(of: enumeration)), text, place)
  }

  /// Of texts that are too short only the empty one counts: the least length of an ARN says how ARNs look.
  private mutating func readLength(of text: NodeID, _ bounds: Bounds, _ shape: Shape, _ place: Place) {
    let size = tree.withText(text, \.count)
    if size == 0 { return noteUnless(bounds, contain: 0, text, shape, place) }
    // A character has at least one byte: short texts need no count.
    guard let most = bounds.most, Double(size) > most else { return }
    let length = tree.text(text).unicodeScalars.count
    noteUnless(Bounds(least: nil, most: most), contain: Double(length), text, shape, place)
  }

  private mutating func noteUnless(
    _ bounds: Bounds, contain value: Double, _ node: NodeID, _ shape: Shape, _ place: Place
  ) {
    if !bounds.contains(value) { note(.outOfBounds(shape, bounds, actual: value), node, place) }
  }

  // MARK: Shapes

  private mutating func structure(_ name: String) -> Structure? {
    if let known = structures[name] { return known }
    let structure = request.structure(name)
    structures[name] = structure
    return structure
  }

  private mutating func values(of enumeration: String) -> [String] {
    if let known = enumerations[enumeration] { return known }
    let values = request.service.values(of: enumeration)
    enumerations[enumeration] = values
    return values
  }
}
