import Flow
import Syntax
import Testing
import Workflows

@testable import Diagrams

/// What holds of every picture: nothing overlaps, nothing sticks out, every line leads where it should.
enum Geometry {
  /// What is wrong with a picture; empty if nothing is.
  static func faults(_ diagram: Diagram, of machine: StateMachine) throws -> [String] {
    let document = try XMLDocument(diagram.svg(theme: .auto))
    return faults(diagram.scope) + missingStates(document, machine) + missingLines(diagram.scope, machine)
  }

  static func faults(_ diagram: Diagram, of pipeline: Pipeline) throws -> [String] {
    let document = try XMLDocument(diagram.svg(theme: .auto))
    return faults(diagram.scope) + missingSteps(document, pipeline) + missingLines(diagram.scope, pipeline)
  }

  // MARK: One scope

  static func faults(_ scope: PlacedScope) -> [String] {
    var faults: [String] = []
    let cards = scope.cards.map(\.outline)
    let pills = scope.lines.compactMap(\.pill?.frame)
    let everything = Rect(minX: -0.6, minY: -0.6, maxX: scope.size.width + 0.6, maxY: scope.size.height + 0.6)
    for (index, rect) in (cards + pills).enumerated() {
      let isInside =
        rect.minX >= everything.minX && rect.minY >= everything.minY && rect.maxX <= everything.maxX
        && rect.maxY <= everything.maxY
      if !isInside { faults.append("box \(index) sticks out") }
    }
    faults += overlaps(cards, pills, scope)
    for line in scope.lines { faults += self.faults(of: line, in: scope) }
    for card in scope.cards {
      faults += overfullTexts(card)
      if case .container(let face, let scopes) = card.face {
        faults += scopes.flatMap { self.faults($0) }
        for inner in scopes {
          let isBelow = inner.cards.allSatisfy { $0.outline.minY >= (inner.entry?.y ?? -1) }
          if !isBelow { faults.append("a card stands above where its scope begins") }
          if !inner.ends.isEmpty, inner.lastEnd == nil {
            faults.append("a card stands below where its scope ends")
          }
        }
        for (inner, origin) in zip(scopes, face.scopeOrigins) {
          let fits = origin.x >= 0 && origin.x + inner.size.width <= face.frame.width + 0.1
          if !fits || origin.y + inner.size.height > face.frame.height {
            faults.append("a scope leaves its frame")
          }
        }
      }
    }
    return faults
  }

  private static func overfullTexts(_ card: PlacedCard) -> [String] {
    guard case .card(let face) = card.face else { return [] }
    var widths = face.nameLines.map { Font.name.width(of: $0) }
    widths += ([face.kind] + face.noteLines).map { Font.detail.width(of: $0) }
    widths += [CardFace.width(of: face.badges)]
    widths += face.catchLines.map { Font.detail.width(of: $0) + BoltText.indent }
    let room = card.frame.width - CardFace.textInset
    let lines =
      Double(face.nameLines.count) * 15.5 + Double(face.noteLines.count + face.catchLines.count) * 15
    let height = 20 + lines + (face.badges.isEmpty ? 0 : 16.5)
    return (widths.max() ?? 0) <= room && height < card.frame.height
      ? [] : ["\(face.nameLines) leaves its card"]
  }

  private static func overlaps(_ cards: [Rect], _ pills: [Rect], _ scope: PlacedScope) -> [String] {
    var faults: [String] = []
    let boxes = (cards + pills).map { $0.grown(by: -0.3) }
    let order = boxes.indices.sorted { boxes[$0].minY < boxes[$1].minY }
    for (position, left) in order.enumerated() {
      for right in order[(position + 1)...] {
        if boxes[right].minY > boxes[left].maxY { break }
        if boxes[left].overlaps(boxes[right]) { faults.append("boxes \(left) and \(right) overlap") }
      }
    }
    return faults
  }

  private static func faults(of line: PlacedScope.Line, in scope: PlacedScope) -> [String] {
    let link = scope.content.links[line.link]
    let name = "\(scope.content.cards[link.source].name) → \(scope.content.cards[link.target].name)"
    guard let start = line.curves.first?.start, let end = line.curves.last?.end else {
      return ["\(name) is not drawn"]
    }
    var faults: [String] = []
    if !scope.cards[link.source].outline.grown(by: 3).contains(start) {
      faults.append("\(name) begins elsewhere")
    }
    let goal = link.isJump ? line.pill?.frame : scope.cards[link.target].outline
    if goal?.grown(by: 3).contains(end) != true { faults.append("\(name) ends elsewhere") }
    for point in line.curves.flatMap({ $0.samples(10) }) {
      for (index, card) in scope.cards.enumerated()
      where index != link.source && index != link.target && card.outline.grown(by: -1).contains(point) {
        return faults + ["\(name) runs through \(scope.content.cards[index].name)"]
      }
    }
    return faults
  }

  // MARK: Completeness

  private static func missingSteps(_ document: XMLDocument, _ pipeline: Pipeline) -> [String] {
    let drawn = document.elements.compactMap { $0.attributes["data-state"] }.sorted()
    let names = pipeline.steps.map { step in
      pipeline.value(.name, of: step).map { printable(pipeline.tree.text($0)) } ?? "?"
    }.map { $0.isEmpty ? "?" : $0 }
    return names.sorted() == drawn ? [] : ["steps drawn: \(drawn), expected: \(names)"]
  }

  /// Each reason why a step waits for another one must be seen, at least between the frames around the two.
  private static func missingLines(_ root: PlacedScope, _ pipeline: Pipeline) -> [String] {
    var shown: Set<[StepID]> = []
    var pending: [(scope: PlacedScope, around: [StepID])] = [(root, [])]
    var around: [StepID: [StepID]] = [:]
    while let (scope, outer) = pending.popLast() {
      let steps = scope.content.cards.map { card -> StepID? in
        if case .step(let id) = card.subject { id } else { nil }
      }
      for (index, card) in scope.cards.enumerated() {
        guard let step = steps[index] else { continue }
        around[step] = outer + [step]
        if case .container(_, let scopes) = card.face { pending += scopes.map { ($0, outer + [step]) } }
      }
      for line in scope.lines {
        let link = scope.content.links[line.link]
        if let source = steps[link.source], let target = steps[link.target] {
          shown.insert([source, target])
        }
      }
    }
    return PipelineGraph(pipeline).edges.filter(\.isDrawn).compactMap { edge in
      let left = around[edge.source] ?? []
      let right = around[edge.target] ?? []
      let parting = zip(left, right).first { $0 != $1 }.map { [$0.0, $0.1] }
      // One stands around the other: the frame shows it.
      guard let pair = parting ?? (edge.source == edge.target ? [edge.source, edge.target] : nil) else {
        return nil
      }
      return shown.contains(pair) ? nil : "no line for \(edge.kind) between \(pair)"
    }
  }

  private static func missingStates(_ document: XMLDocument, _ machine: StateMachine) -> [String] {
    var drawn: [String: Int] = [:]
    for element in document.elements {
      if let name = element.attributes["data-state"] { drawn[name, default: 0] += 1 }
    }
    var expected: [String: Int] = [:]
    for state in machine.states where isDrawn(state, machine) {
      expected[printable(machine.name(state.id)), default: 0] += 1
    }
    return expected == drawn ? [] : ["states drawn: \(drawn), expected: \(expected)"]
  }

  /// A state is, unless another of the same name takes its place, or that of one around it.
  private static func isDrawn(_ state: State, _ machine: StateMachine) -> Bool {
    if state.isOverridden { return false }
    return machine[state.scope].owner.map { isDrawn(machine[$0], machine) } ?? true
  }

  private static func printable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x9, 0xA, 0xD: result.append(" ")
      case ..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: break
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private static func missingLines(_ root: PlacedScope, _ machine: StateMachine) -> [String] {
    var shown: Set<[StateID]> = []
    var noted: Set<StateID> = []
    var pending = [root]
    while let scope = pending.popLast() {
      let cards = scope.content.cards
      for line in scope.lines {
        let link = scope.content.links[line.link]
        guard case .state(let source) = cards[link.source].subject,
          case .state(let target) = cards[link.target].subject
        else { continue }
        shown.insert([source, target])
      }
      for card in cards where !card.catchNotes.isEmpty {
        if case .state(let id) = card.subject { noted.insert(id) }
      }
      for card in scope.cards {
        if case .container(_, let scopes) = card.face { pending += scopes }
      }
    }
    return machine.transitions.compactMap { transition in
      guard let target = transition.target.state, isDrawn(machine[transition.source], machine) else {
        return nil
      }
      if shown.contains([transition.source, target]) { return nil }
      if case .catch = transition.kind, noted.contains(transition.source) { return nil }
      return "no line from \(machine.name(transition.source)) to \(machine.name(target))"
    }
  }
}
