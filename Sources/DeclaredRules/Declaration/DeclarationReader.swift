import Linting
import Patterns

/// The members of a declaration.
enum DeclarationKey: String, CaseIterable {
  case summary, rationale, severity, category, given, `where`, then, message, help, bad, good
}

/// Reads one declaration, and says of each part that is wrong where and why.
struct DeclarationReader {
  let tree: SyntaxTree
  private(set) var problems: [Diagnostic] = []
  private(set) var examples: [DeclaredExample] = []
  /// How many checks of the flow there are so far.
  var flowCheckCount = 0

  /// Nobody mends more at a time.
  private static let maximumProblems = 50

  init(_ tree: SyntaxTree) {
    self.tree = tree
  }

  // MARK: Problems

  mutating func report(_ node: NodeID, _ message: String, help: String? = nil) {
    report(tree.head(of: node), message, help: help)
  }

  mutating func report(_ range: ByteRange, _ message: String, help: String? = nil) {
    guard problems.count < Self.maximumProblems else { return }
    problems.append(
      Diagnostic(
        rule: DeclaredRule.problemRule, category: .refused, message: message, help: help, source: tree.source,
        range: range))
  }

  /// Reports a word that is none of those that can stand at its place.
  mutating func reportUnknown(_ node: NodeID, _ message: String, among words: [String]) {
    let text = tree.text(node)
    let help = didYouMean(Spelling.closest(to: text, in: words)) ?? "There are \(listed(words))."
    report(node, message, help: help)
  }

  mutating func reportKind(of node: NodeID, _ subject: String, wants expected: String) {
    // What cannot be read was reported.
    guard tree.kind(node) != .missing else { return }
    report(
      node,
      "\(subject) is \(expected), not \(tree.isTagged(node) ? "something else" : tree.kind(node).yamlPhrase)."
    )
  }

  // MARK: The rule

  mutating func rule(_ key: NodeID, _ declaration: NodeID) -> Rule? {
    let id = tree.text(key)
    if !id.isRuleID {
      let help = Casing.kebab.rewritten(id).map { "Write \(quoted($0))." }
      report(key, "The name of a rule is in kebab-case, such as \"state-name-casing\".", help: help)
    }
    let members = members(of: declaration, "A rule", DeclarationKey.allCases.map(\.rawValue))
    func value(_ key: DeclarationKey) -> NodeID? { members[key.rawValue] }
    let given = value(.given).flatMap { elementKind($0) }
    if value(.given) == nil {
      report(
        key, "\(quoted(id)) does not say what it is about.", help: "Add \"given\", such as \"given: state\".")
    }
    var inspection = given.map { Inspection(given: $0) }
    if let given, let node = value(.where) {
      inspection?.conditions = conditions(node, of: given, "\"where\"")
    }
    if let then = value(.then) {
      if let given { inspection?.demands = demands(then, of: given) }
    } else {
      let help = "Add \"then\", such as \"then: { field: name, casing: PascalCase }\"."
      report(key, "\(quoted(id)) does not say what it demands.", help: help)
    }
    inspection?.message = value(.message).flatMap { template($0, "\"message\"") }
    inspection?.help = value(.help).flatMap { template($0, "\"help\"") }
    let category = category(severity: value(.severity), category: value(.category))
    readExamples(value(.bad), isBad: true, given)
    readExamples(value(.good), isBad: false, given)
    let summary = value(.summary).flatMap { text($0, "\"summary\"") }
    let rationale = value(.rationale).flatMap { text($0, "\"rationale\"") } ?? ""
    guard problems.isEmpty, let inspection, let category else { return nil }
    let (bad, good) = (examples.filter(\.isBad).map(\.example), examples.filter { !$0.isBad }.map(\.example))
    return Rule(
      id, category, since: nil, summary: summary ?? "A rule of this project.", rationale: rationale, bad: bad,
      good: good, declaredIn: tree.source.path
    ).performing(inspection)
  }

  private mutating func category(severity: NodeID?, category: NodeID?) -> Category? {
    if let category {
      if severity != nil {
        report(
          category, "\"category\" says how severe a finding is, and so does \"severity\".",
          help: "Keep one of them.")
      }
      return word(category, "\"category\"", among: Category.allCases.map(\.rawValue)).flatMap(Category.init)
    }
    guard let severity else { return .risky }
    // Certain findings of these have the severity.
    switch word(severity, "\"severity\"", among: Severity.allCases.map(\.rawValue)).flatMap(Severity.init) {
    case .error: return .fails
    case .warning: return .risky
    case .note: return .advice
    case nil: return nil
    }
  }

  private mutating func elementKind(_ node: NodeID) -> ElementKind? {
    guard let name = text(node, "\"given\"") else { return nil }
    if name.hasPrefix("path:") {
      return path(node, skipping: 5).map(ElementKind.values)
    }
    if let kind = ElementKind.named.first(where: { $0.name == name }) { return kind.kind }
    reportUnknown(
      node, "\(quoted(name)) is nothing that a rule can be about.",
      among: ElementKind.named.map(\.name) + ["path:$…"])
    return nil
  }

  private mutating func template(_ node: NodeID, _ subject: String) -> MessageTemplate? {
    guard let text = text(node, subject) else { return nil }
    do throws(MessageTemplate.Problem) {
      return try MessageTemplate(text)
    } catch {
      let words = MessageTemplate.Placeholder.allCases.map { $0.rawValue }
      let closest = Spelling.closest(to: error.word, in: words)
      let help =
        closest.map { "Did you mean {\($0)}?" }
        ?? "There are \(listed(words.map { "{\($0)}" })); {{ and }} stand for braces."
      report(tree.sourceRange(node, error.range), "{\(error.word)} stands for nothing.", help: help)
      return nil
    }
  }

  // MARK: Examples

  private mutating func readExamples(_ node: NodeID?, isBad: Bool, _ given: ElementKind?) {
    guard let node else { return }
    let subject = isBad ? "\"bad\"" : "\"good\""
    let texts = tree.kind(node) == .array ? tree.elements(node) : [node]
    for (index, node) in texts.enumerated() {
      guard let text = text(node, subject) else { continue }
      let example = Example(
        text, notation: text.firstVisible == "{" ? .json : .yaml, isPipeline: text.isPipeline(for: given))
      examples.append(DeclaredExample(example: example, isBad: isBad, number: index + 1, node: node))
    }
  }
}

extension String {
  fileprivate var isRuleID: Bool {
    Casing.kebab.describes(self) && utf8.allSatisfy { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2D }
  }

  fileprivate var firstVisible: Character? { first { !$0.isWhitespace } }

  /// Whether an example is a SageMaker pipeline: what a rule is about says it, or else the text.
  fileprivate func isPipeline(for given: ElementKind?) -> Bool {
    guard let given, given.isOfPipelines else { return false }
    return !given.isOfMachines || contains("Steps") && !contains("StartAt")
  }
}
