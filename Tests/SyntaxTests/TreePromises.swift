import SourceText
import Syntax

extension SyntaxTree {
  /// What of the promises of a tree this one breaks; empty for a good one. O(nodes).
  var brokenPromises: [String] {
    var broken: [String] = []
    func check(_ holds: Bool, _ promise: String) {
      if !holds { broken.append(promise) }
    }
    check(!roots.isEmpty && roots.first == NodeID(0), "the first root is the first node")
    check(roots.dropFirst().elementsEqual(roots.dropLast().map { NodeID(self[$0].next) }), "roots adjoin")
    check(roots.last.map { Int(self[$0].next) } == nodes.count, "the last root ends with the nodes")
    for index in nodes.indices {
      broken += brokenPromises(of: NodeID(UInt32(index)))
    }
    for defect in defects {
      check(defect.range.end <= source.range.end, "\(defect.kind) lies in the file")
      check((defect.related?.end ?? 0) <= source.range.end, "what relates to \(defect.kind) lies in the file")
    }
    check(
      zip(defects, defects.dropFirst()).allSatisfy { $0.range.start <= $1.range.start },
      "defects are in order")
    check(tags.keys.allSatisfy { Int($0.index) < nodes.count }, "tags are of nodes")
    return broken
  }

  private func brokenPromises(of id: NodeID) -> [String] {
    let node = self[id]
    var broken: [String] = []
    func check(_ holds: Bool, _ promise: String) {
      if !holds { broken.append("node \(id.index), \(node.kind): \(promise)") }
    }
    check(node.start <= node.end && node.end <= source.range.end, "lies in the file")
    var children: [NodeID] = []
    switch node.kind {
    case .object:
      forEachMember(id) { key, value in
        check(kind(key) == .key && self[key].next == value.index, "has keys with values")
        check(kind(value) != .key, "has no key for a value")
        children += [key, value]
      }
      check(children.count == 2 * count(id), "counts its members")
    case .array:
      forEachElement(id) { element in
        check(kind(element) != .key, "has no key for an element")
        children.append(element)
      }
      check(children.count == count(id), "counts its elements")
    default:
      check(node.next == id.index + 1, "has nothing inside")
    }
    check((children.last.map { self[$0].next } ?? id.index + 1) == node.next, "ends with its last child")
    check(notation == .yaml || children.allSatisfy { node.range.contains(range($0)) }, "covers its children")
    check((kind(id) == .number) == (number(id) != nil), "is a number that can be read")
    return broken
  }
}
