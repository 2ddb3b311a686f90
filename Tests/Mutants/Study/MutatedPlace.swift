import Diagnostics
import Discovery
import Linting
import SourceText
import Syntax
import Workflows

/// Where a finding about a mutant has to be to have found the mutation.
///
/// A finding is at the place if it, or a place that it relates to, meets one of these:
/// 1. the changed text; where text was removed, what stood beside it;
/// 2. the name of the member in which the change is: it tells what has the wrong value;
/// 3. the head of the innermost object around the change, and the name of that object: what is missing or too much in
///    an object is underlined there, for lack of a better place;
/// 4. the name of the innermost state or step around the change: AWS itself reports most faults at the state;
/// 5. the victims of the mutation: what the fault is about although it is not changed.
///
/// Nothing else of the state or step counts, so that a finding at its neighbour does not.
struct MutatedPlace {
  private let ranges: [ByteRange]

  init(_ text: MutatedText, in document: Document) {
    var ranges = text.changes + text.victims
    for change in text.changes {
      ranges += Self.surroundings(of: change, in: document.tree)
      ranges += document.definitions.compactMap { definition in
        switch definition.workflow {
        case .stateMachine(let machine): Self.stateName(around: change, in: machine)
        case .pipeline(let pipeline): Self.stepName(around: change, in: pipeline)
        }
      }
    }
    self.ranges = ranges
  }

  func isShown(by finding: Diagnostic) -> Bool {
    let places = [finding.range] + finding.related.map(\.range)
    return places.contains { place in ranges.contains { $0.meets(place) } }
  }

  private static func surroundings(of change: ByteRange, in tree: SyntaxTree) -> [ByteRange] {
    var ranges: [ByteRange] = []
    var current = tree.roots.first { tree.range($0).encloses(change) }
    var name: NodeID?
    while let node = current {
      current = nil
      var inner: NodeID?
      tree.forEachMember(node) { key, value in
        let isHere = ByteRange(tree.range(key).start, max(tree.range(key).end, tree.range(value).end))
          .contains(change)
        if isHere { inner = key }
        if tree.range(value).encloses(change) { current = value }
      }
      tree.forEachElement(node) { element in
        if tree.range(element).encloses(change) { current = element }
      }
      if tree.kind(node) == .object {
        ranges = ([node, name, inner] as [NodeID?]).compactMap { $0.map(tree.head(of:)) }
        name = inner
      } else {
        // An object in a list has no name of its own.
        name = nil
      }
    }
    return ranges
  }

  /// Inner scopes come behind outer ones, so the last state around the change is the innermost.
  private static func stateName(around change: ByteRange, in machine: StateMachine) -> ByteRange? {
    machine.states.last { state in
      let name = machine.tree.range(state.name)
      return ByteRange(name.start, max(name.end, machine.tree.range(state.node).end)).contains(change)
    }.map { machine.tree.range($0.name) }
  }

  /// Inner lists come behind outer ones as well.
  private static func stepName(around change: ByteRange, in pipeline: Pipeline) -> ByteRange? {
    pipeline.steps.last { pipeline.tree.range($0.node).contains(change) }?.name.map(pipeline.tree.range)
  }
}

extension ByteRange {
  /// Whether a change is inside a collection, and not the collection itself.
  fileprivate func encloses(_ change: ByteRange) -> Bool { start < change.start && change.end < end }

  /// Whether two ranges share a byte; one that is empty has only to be next to the other.
  fileprivate func meets(_ other: ByteRange) -> Bool {
    if isEmpty || other.isEmpty { return start <= other.end && other.start <= end }
    return start < other.end && other.start < end
  }
}
