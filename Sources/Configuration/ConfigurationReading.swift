import Diagnostics
import Linting
import SourceText
import Syntax

/// One configuration while it is read.
struct ConfigurationReading {
  let tree: SyntaxTree
  var names: RuleNames
  let problems: ConfigurationProblems
  private(set) var configuration: Configuration
  /// The names that the project's own rules take, sound or not.
  private var declared: Set<String> = []

  init(_ tree: SyntaxTree, _ names: RuleNames) {
    self.tree = tree
    self.names = names
    problems = ConfigurationProblems(tree)
    configuration = Configuration(tree)
  }

  mutating func declare(_ name: String, _ rule: Rule?) {
    declared.insert(name)
    if let rule { configuration.ownRules.append(rule) }
  }

  consuming func finish() -> Configuration {
    configuration.diagnostics = problems.all.sorted(by: Diagnostic.precedes)
    return configuration
  }

  mutating func read(_ root: NodeID) {
    for (setting, _, value) in members(of: root, Setting.self, named: "a configuration") {
      // Of a list all of whose entries are comments, the name is left.
      guard tree.kind(value) != .null else { continue }
      let name = setting.rawValue
      switch setting {
      case .rules: configuration.levels = levels(value, name, setting.shape)
      case .paths: configuration.paths = texts(value, name, setting.shape)
      case .exclude: configuration.exclude = PathPatterns(texts(value, name, setting.shape))
      case .overrides: configuration.overrides = entries(value, name).map { override($0) }
      case .machineTypes: configuration.machineTypes = machineTypes(value, name)
      case .failOn:
        configuration.failOn = texts(value, name, setting.shape).first.flatMap(FailureThreshold.init)
      case .ignore: configuration.ignores = entries(value, name).compactMap { ignoreEntry($0) }
      }
    }
  }
}

// MARK: - Objects

extension ConfigurationReading {
  /// The members of an object that its table has; of repeated ones the last. Says which are unknown or missing.
  private mutating func members<Key: ConfigurationKey>(
    of object: NodeID, _: Key.Type, named subject: String
  ) -> [(key: Key, name: NodeID, value: NodeID)] {
    guard isObject(object, subject) else { return [] }
    var found: [String: (key: Key, name: NodeID, value: NodeID)] = [:]
    // What a misspelt name stands for is not missing as well.
    var meant: Set<String> = []
    let names = Key.allCases.map(\.rawValue)
    for (name, value) in tree.members(object) {
      let text = tree.text(name)
      if let key = Key(rawValue: text) {
        found[text] = (key, name, value)
      } else if !problems.areMany {
        if let name = Spelling.closest(to: text, in: names) { meant.insert(name) }
        problems.add(
          name, "\(quoted(text)) is no setting of \(subject).", help: advice(on: text, among: names))
      }
    }
    for key in Key.allCases
    where key.isRequired && found[key.rawValue] == nil && !meant.contains(key.rawValue) {
      problems.add(object, "\"\(key.rawValue)\" is missing from \(subject).", help: key.summary)
    }
    return Key.allCases.compactMap { found[$0.rawValue] }
  }

  private mutating func isObject(_ node: NodeID, _ subject: String) -> Bool {
    guard tree.kind(node) != .object || tree.isTagged(node) else { return true }
    if tree.kind(node) != .missing {
      problems.add(
        node, "\(subject.capitalizedFirst) is a mapping of names to values, not \(kind(of: node)).")
    }
    return false
  }

  private mutating func entries(_ node: NodeID, _ name: String) -> [NodeID] {
    if tree.kind(node) == .array { return tree.elements(node) }
    if tree.kind(node) != .missing {
      problems.add(
        node, "\"\(name)\" takes a list of entries, not \(kind(of: node)).",
        help: tree.kind(node) == .object ? "Write \"- \" before the first name of each entry." : nil)
    }
    return []
  }

  private mutating func override(_ node: NodeID) -> Configuration.Override {
    var override = Configuration.Override()
    for (key, _, value) in members(of: node, OverrideKey.self, named: "an entry of \"overrides\"") {
      let name = key.rawValue
      switch key {
      case .files: override.files = PathPatterns(texts(value, name, key.shape))
      case .rules: override.levels = levels(value, name, key.shape)
      case .machineType:
        override.machineType = texts(value, name, key.shape).first.flatMap(MachineType.init)
      }
    }
    return override
  }

  private mutating func ignoreEntry(_ node: NodeID) -> IgnoreEntry? {
    var entry: IgnoreEntry?
    for (key, _, value) in members(of: node, IgnoreKey.self, named: "an entry of \"ignore\"") {
      let texts = texts(value, key.rawValue, key.shape)
      switch key {
      case .rule:
        entry = IgnoreEntry(range: tree.head(of: value))
        entry?.rules = texts.compactMap { names.rule($0)?.id }
      case .path: entry?.path = PathPatterns(texts)
      case .at: entry?.pointer = texts.first
      case .reason: entry?.reason = texts.first { !$0.allSatisfy(\.isWhitespace) }
      case .until: entry?.until = texts.first.flatMap(CalendarDate.init)
      }
    }
    return entry
  }

  private mutating func machineTypes(_ node: NodeID, _ name: String) -> [(PathPatterns, MachineType)] {
    guard isObject(node, "the value of \"\(name)\"") else { return [] }
    return tree.members(node).compactMap { key, value in
      let pattern = tree.text(key)
      let isSound = isSound(pattern, key, .pattern, of: name)
      guard let type = texts(value, pattern, .machineType).first.flatMap(MachineType.init), isSound else {
        return nil
      }
      return (PathPatterns([pattern]), type)
    }
  }
}

// MARK: - Levels

extension ConfigurationReading {
  private mutating func levels(_ node: NodeID, _ name: String, _ shape: ConfigurationShape) -> RuleLevels {
    var levels = RuleLevels()
    guard isObject(node, "the value of \"\(name)\"") else { return levels }
    var places: [String: NodeID] = [:]
    for (key, value) in tree.members(node) {
      let text = tree.text(key)
      guard let meaning = names.meaning(of: text) else {
        if !declared.contains(text) { sayUnknown(key, value, shape) }
        continue
      }
      if case .rule(let rule) = meaning {
        if let first = places[rule.id], tree.text(first) != text { sayTwice(key, first, rule) }
        places[rule.id] = key
        // What a project declares has its level inside.
        if declared.contains(text), tree.kind(value) == .object { continue }
      }
      if let level = level(value, of: text) { levels.set(level, for: meaning) }
    }
    return levels
  }

  private mutating func sayUnknown(_ key: NodeID, _ value: NodeID, _ shape: ConfigurationShape) {
    let name = tree.text(key)
    problems.add(
      key, "There is no rule, category or topic \(quoted(name)).",
      help: names.closest(to: name).map { "Did you mean \"\($0)\"?" } ?? "\"stateline rules\" lists them all."
    )
  }

  private mutating func sayTwice(_ key: NodeID, _ first: NodeID, _ rule: Rule) {
    problems.add(
      key, "\(quoted(tree.text(key))) and \(quoted(tree.text(first))) are names of one rule.",
      help: "Keep \"\(rule.id)\".", related: [RelatedPlace("has a level here", at: tree.range(first))])
  }

  private mutating func level(_ node: NodeID, of name: String) -> RuleLevel? {
    let levels = RuleLevel.allCases.map(\.rawValue)
    switch tree.kind(node) {
    // In YAML "off" is another spelling of "false".
    case .boolean where tree.boolean(node) == false: return .off
    case .string where !tree.isTagged(node):
      let text = tree.text(node)
      if let level = RuleLevel(rawValue: text) { return level }
      problems.add(node, "\(quoted(text)) is not a level.", help: advice(on: text, among: levels))
    case .missing: break
    case .object:
      problems.add(
        node, "\(quoted(name)) is a name that Stateline has; it takes a level, not \(kind(of: node)).",
        help: "Give a rule of your own another name.")
    default:
      problems.add(
        node, "\(quoted(name)) takes a level, not \(kind(of: node)).", help: advice(on: "", among: levels))
    }
    return nil
  }
}

// MARK: - Texts

extension ConfigurationReading {
  /// The texts of a value of the shape `text` or `texts`, without those that are unsound.
  private mutating func texts(_ node: NodeID, _ name: String, _ shape: ConfigurationShape) -> [String] {
    switch shape {
    case .text(let kind): return text(node, name, kind, orList: false).map { [$0] } ?? []
    case .texts(let kind, let mayBeEmpty):
      guard tree.kind(node) == .array, !tree.isTagged(node) else {
        return text(node, name, kind, orList: true).map { [$0] } ?? []
      }
      if tree.count(node) == 0, !mayBeEmpty {
        problems.add(
          node, "\"\(name)\" is an empty list.", help: "Write \(kind.nounPhrase), or leave it out.")
      }
      return tree.elements(node).compactMap { text($0, name, kind, orList: false) }
    case .levels, .machineTypes, .entries: return []
    }
  }

  private mutating func text(
    _ node: NodeID, _ name: String, _ kind: ConfigurationShape.TextKind, orList: Bool
  ) -> String? {
    guard tree.kind(node) != .missing else { return nil }
    guard tree.kind(node) == .string, !tree.isTagged(node) else {
      let wanted = kind.nounPhrase + (orList ? " or a list of them" : "")
      let isScalar = tree.kind(node) == .number || tree.kind(node) == .boolean
      problems.add(
        node, "\(quoted(name)) takes \(wanted), not \(self.kind(of: node)).",
        help: isScalar ? "Write it in quotes if it is meant as a text." : nil)
      return nil
    }
    let text = tree.text(node)
    return isSound(text, node, kind, of: name) ? text : nil
  }

  private mutating func isSound(
    _ text: String, _ node: NodeID, _ kind: ConfigurationShape.TextKind, of name: String
  ) -> Bool {
    guard let fault = fault(in: text, kind, of: name) else { return true }
    problems.add(node, fault.message, help: fault.help)
    return false
  }

  private func fault(
    in text: String, _ kind: ConfigurationShape.TextKind, of name: String
  ) -> (message: String, help: String?)? {
    switch kind {
    case .path:
      if text.isEmpty { return ("A path is empty.", "The folder of the configuration is \".\".") }
      if text.contains("*") {
        return ("\(quoted(text)) is a pattern; \"paths\" takes files and folders.", "Name the folder.")
      }
      return nil
    case .pattern:
      return PathPatterns.fault(in: text).map { ("\(quoted(text)) matches no file: \($0).", nil) }
    case .rule:
      guard names.rule(text) == nil, !declared.contains(text) else { return nil }
      let advice = names.closestRule(to: text).map { "Did you mean \"\($0)\"?" }
      return ("There is no rule \(quoted(text)).", advice ?? "\"stateline rules\" lists them all.")
    case .pointer:
      if text.isEmpty || text.hasPrefix("/") { return nil }
      return ("\(quoted(text)) is no JSON pointer.", "A pointer begins with a slash: \"/States/Charge\".")
    case .date:
      if CalendarDate(text) != nil { return nil }
      return ("\(quoted(text)) is no day.", "A day looks like this: 2026-12-31.")
    case .prose: return nil
    case .option(let options):
      if options.contains(text) { return nil }
      return ("\(quoted(text)) is no value of \(quoted(name)).", advice(on: text, among: options))
    }
  }

  // MARK: Wording

  private func advice(on name: String, among names: [String]) -> String {
    Spelling.closest(to: name, in: names).map { "Did you mean \"\($0)\"?" }
      ?? "Write \(names.dropLast().joined(separator: ", ")) or \(names.last ?? "")."
  }

  private func kind(of node: NodeID) -> String {
    if let tag = tree.tags[node] { return "what \(tag) makes of it" }
    return switch tree.kind(node) {
    case .object: "a mapping"
    case .array: "a list"
    case .string, .key: "a text"
    case .number: "a number"
    case .boolean: tree.boolean(node) == true ? "true" : "false"
    case .null: "nothing"
    case .placeholder: "a placeholder"
    case .missing: "something that cannot be read"
    }
  }
}

extension ConfigurationShape.TextKind {
  fileprivate var nounPhrase: String {
    switch self {
    case .path: "a path"
    case .pattern: "a pattern"
    case .rule: "the id of a rule"
    case .pointer: "a JSON pointer"
    case .date: "a day"
    case .prose: "a text"
    case .option(let options): "one of \(options.joined(separator: ", "))"
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// In quotes, and short enough to be read.
private func quoted(_ text: String) -> String {
  text.unicodeScalars.count <= 80 ? "\"\(text)\"" : "\"\(text.unicodeScalars.prefix(80))…\""
}
