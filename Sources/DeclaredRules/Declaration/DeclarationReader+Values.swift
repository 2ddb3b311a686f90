import Linting
import Patterns

// MARK: - Values of declarations

extension DeclarationReader {
  /// The values of an object by their names; of repeated ones the last. Reports names that are none of `allowed`.
  mutating func members(of node: NodeID, _ subject: String, _ allowed: [String]) -> [String: NodeID] {
    guard tree.kind(node) == .object, !tree.isTagged(node) else {
      reportKind(of: node, subject, wants: "a mapping")
      return [:]
    }
    var result: [String: NodeID] = [:]
    for (key, value) in tree.members(node) {
      let name = tree.text(key)
      if allowed.contains(name) {
        result[name] = value
      } else {
        reportUnknown(key, "\(subject) has no \(quoted(name)).", among: allowed)
      }
    }
    return result
  }

  mutating func text(_ node: NodeID, _ subject: String) -> String? {
    guard tree.kind(node) == .string, !tree.isTagged(node) else {
      reportKind(of: node, subject, wants: "a text")
      return nil
    }
    return tree.text(node)
  }

  /// A text, or those in a list.
  mutating func texts(_ node: NodeID, _ subject: String) -> [(text: String, node: NodeID)] {
    guard tree.kind(node) == .array, !tree.isTagged(node) else {
      return text(node, subject).map { [($0, node)] } ?? []
    }
    if tree.count(node) == 0 { report(node, "\(subject) is an empty list.") }
    return tree.elements(node).compactMap { node in text(node, subject).map { ($0, node) } }
  }

  mutating func word(_ node: NodeID, _ subject: String, among words: [String]) -> String? {
    guard let text = text(node, subject) else { return nil }
    if words.contains(text) { return text }
    reportUnknown(node, "\(quoted(text)) is no value of \(subject).", among: words)
    return nil
  }

  mutating func boolean(_ node: NodeID, _ subject: String) -> Bool? {
    if let value = tree.boolean(node), !tree.isTagged(node) { return value }
    reportKind(of: node, subject, wants: "true or false")
    return nil
  }

  mutating func number(_ node: NodeID, _ subject: String) -> Double? {
    if let value = tree.number(node), value.isFinite, !tree.isTagged(node) { return value }
    reportKind(of: node, subject, wants: "a number")
    return nil
  }

  mutating func scalar(_ node: NodeID, _ subject: String) -> Scalar? {
    if !tree.isTagged(node) {
      switch tree.kind(node) {
      case .string: return .text(tree.text(node))
      case .number: return tree.number(node).map { .number($0) }
      case .boolean: return tree.boolean(node).map { .boolean($0) }
      case .null: return .null
      default: break
      }
    }
    reportKind(of: node, subject, wants: "a text, a number, a boolean or null")
    return nil
  }

  mutating func expression(_ node: NodeID, _ subject: String) -> RegularExpression? {
    guard let text = text(node, subject) else { return nil }
    do throws(PatternProblem) {
      return try RegularExpression(text)
    } catch {
      report(tree.sourceRange(node, error.range), "\(subject) is no regular expression: \(error.message).")
      return nil
    }
  }

  mutating func glob(_ text: String, _ node: NodeID) -> Glob? {
    do throws(PatternProblem) {
      return try Glob(text)
    } catch {
      report(node, "This cannot be looked for: \(error.message).")
      return nil
    }
  }

  /// A path to values inside something; with `$` at its beginning, or with a name.
  ///
  /// - Parameter skipping: How many bytes of the text stand before it.
  mutating func path(_ node: NodeID, skipping: Int = 0) -> ValuePath? {
    let text = String(decoding: Array(tree.text(node).utf8.dropFirst(skipping)), as: UTF8.self)
    let hasRoot = text.hasPrefix("$")
    var spelled = hasRoot ? text : text.hasPrefix("[") ? "$" + text : "$." + text
    let added = spelled.utf8.count - text.utf8.count
    let outcome = spelled.withUTF8 { bytes in ValuePath.reading(bytes) }
    switch outcome {
    case .success(let path): return path
    case .failure(let problem):
      let start = max(0, Int(problem.range.start) - added) + skipping
      let end = max(start, Int(problem.range.end) - added + skipping)
      let help = "A path is made of names, [0], [*] and ..; a name with other characters stands in ['…']."
      report(tree.sourceRange(node, start..<end), problem.message, help: help)
      return nil
    }
  }
}

extension SyntaxTree {
  /// Where a part of a scalar's text stands in the source.
  func sourceRange(_ node: NodeID, _ part: Range<Int>) -> ByteRange {
    let range = sourceRange(
      node, ByteRange(UInt32(clamping: part.lowerBound), UInt32(clamping: part.upperBound)))
    return range.isEmpty ? self.range(node) : range
  }
}

extension NodeKind {
  /// `a mapping`, `true or false`
  var yamlPhrase: String {
    switch self {
    case .object: "a mapping"
    case .string, .key: "a text"
    case .null: "nothing"
    default: phrase
    }
  }
}

extension ValuePath {
  struct Problem: Error {
    let message: String
    let range: ByteRange
  }

  /// Reads a path that begins with `$`.
  static func reading(_ text: UnsafeBufferPointer<UInt8>) -> Result<ValuePath, Problem> {
    let path = Path.parse(text)
    if let problem = path.problems.first {
      return .failure(Problem(message: "This is no path.", range: problem.range))
    }
    guard path.isComplete, case .input = path.root else {
      return .failure(Problem(message: "A path begins with \"$\" or a name.", range: path.rootRange))
    }
    guard path.segments.count <= maximumLength else {
      return .failure(Problem(message: "A path has at most \(maximumLength) steps.", range: path.range))
    }
    var steps: [Step] = []
    for segment in path.segments {
      let selector: Step.Selector
      switch segment.selector {
      case .name(let name):
        let name = name.text(in: text)
        guard name != "$" else {
          let message = "Leave out \".$\": a name stands for its value, however that is made."
          return .failure(Problem(message: message, range: segment.range))
        }
        selector = .name(Array(name.utf8))
      case .index(let index) where index >= 0: selector = .index(Int(index))
      case .wildcard: selector = .all
      default:
        return .failure(Problem(message: "A path of a rule cannot choose like this.", range: segment.range))
      }
      steps.append(Step(selector: selector, isDeep: segment.isDeep))
    }
    return .success(ValuePath(steps: steps))
  }
}
