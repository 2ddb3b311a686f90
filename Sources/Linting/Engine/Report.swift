public import Diagnostics
public import SourceText
public import Syntax

/// Where rules put their findings. Wording is built only for findings that are kept.
public struct Report {
  private(set) var findings: [Finding] = []
  /// How many findings were dropped because a limit was reached.
  private(set) var droppedCount = 0

  private let tree: SyntaxTree
  private var rule = 0
  /// By rule: how many of its findings were kept.
  private var counts: [Int]
  private let limits: Limits
  /// One rule may not fill the list alone: hostile files get the first hundred of each kind.
  private static let maximumOfOneRule = 100

  init(_ tree: SyntaxTree, ruleCount: Int, limits: Limits) {
    self.tree = tree
    counts = Array(repeating: 0, count: ruleCount)
    self.limits = limits
  }

  /// A finding before it is dressed as a ``Diagnostic``.
  struct Finding {
    let rule: Int
    let range: ByteRange
    let node: NodeID?
    let certainty: Certainty
    let message: String
    let help: String?
    let related: [RelatedPlace]
    let fix: Fix?

    /// Two that agree in this say the same.
    var likeness: Likeness { Likeness(rule: rule, range: range, message: message) }
  }

  struct Likeness: Hashable {
    let rule: Int
    let range: ByteRange
    let message: String
  }

  /// Reports a node: a value, or the key that names it.
  public mutating func callAsFunction(
    _ node: NodeID, _ message: @autoclosure () -> String, help: @autoclosure () -> String? = nil,
    related: @autoclosure () -> [RelatedPlace] = [], fix: @autoclosure () -> Fix? = nil,
    certainty: Certainty = .certain
  ) {
    guard makesRoom() else { return }
    findings.append(
      Finding(
        rule: rule, range: tree.head(of: node), node: node, certainty: certainty, message: message(),
        help: help(), related: related(), fix: fix()))
  }

  /// Reports a part of a node's text.
  public mutating func callAsFunction(
    _ node: NodeID, at range: ByteRange, _ message: @autoclosure () -> String,
    help: @autoclosure () -> String? = nil, related: @autoclosure () -> [RelatedPlace] = [],
    fix: @autoclosure () -> Fix? = nil, certainty: Certainty = .certain
  ) {
    guard makesRoom() else { return }
    findings.append(
      Finding(
        rule: rule, range: range, node: node, certainty: certainty, message: message(), help: help(),
        related: related(), fix: fix()))
  }

  /// Reports a range of the text that no node stands for.
  public mutating func callAsFunction(
    range: ByteRange, _ message: @autoclosure () -> String, help: @autoclosure () -> String? = nil,
    related: @autoclosure () -> [RelatedPlace] = [], fix: @autoclosure () -> Fix? = nil,
    certainty: Certainty = .certain
  ) {
    guard makesRoom() else { return }
    findings.append(
      Finding(
        rule: rule, range: range, node: nil, certainty: certainty, message: message(), help: help(),
        related: related(), fix: fix()))
  }

  /// Says whose findings come next.
  mutating func begin(rule: Int) { self.rule = rule }

  /// Drops findings.
  mutating func keep(where isWanted: (Finding) -> Bool) {
    findings = findings.filter(isWanted)
  }

  private mutating func makesRoom() -> Bool {
    guard counts[rule] < Self.maximumOfOneRule, findings.count < limits.maximumFindings else {
      droppedCount += 1
      return false
    }
    counts[rule] += 1
    return true
  }
}

extension SyntaxTree {
  /// What to underline to show a node: a scalar or key itself; of a collection its opening bracket, or its first key
  /// in YAML's block style, since an underline over many lines shows nothing.
  public func head(of node: NodeID) -> ByteRange {
    let range = range(node)
    switch kind(node) {
    case .object, .array:
      let first = range.isEmpty ? 0 : source.bytes[Int(range.start)]
      if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
        return ByteRange(range.start, range.start + 1)
      }
      let child = NodeID(node.index + 1)
      return count(node) > 0 && self.range(child).start >= range.start ? head(of: child) : range
    default: return range
    }
  }
}
