import Configuration
import Linting
import Reports

/// The JSON Schema (draft 2020-12) of `stateline.yaml`, made from the tables of its keys.
///
/// A rule that the project declares is any mapping here: `stateline lint` says what is wrong with it.
struct ConfigurationSchema {
  private let rules: [Rule]
  private let topics: [String: [String]]

  init(rules: [Rule], topics: [String: [String]]) {
    self.rules = rules
    self.topics = topics
  }

  var document: JSON {
    .object(
      [
        ("$schema", "https://json-schema.org/draft/2020-12/schema"),
        ("title", "The configuration of Stateline"),
      ]
        + object(Setting.rows, mayBeEmpty: true)
        + [("$defs", ["level": level, "ownRule": ["type": "object"]])])
  }

  /// - Parameter mayBeEmpty: Whether a member may say nothing, as where all entries of a list are comments.
  private func object(_ rows: [ConfigurationRow], mayBeEmpty: Bool) -> [(name: String, value: JSON)] {
    let properties = rows.map { row in
      let content = mayBeEmpty ? orNull(shape(row.shape)) : shape(row.shape)
      return (name: row.name, value: JSON.object([("description", .string(row.summary))] + content))
    }
    let required = rows.filter(\.isRequired).map { JSON.string($0.name) }
    return [("type", "object"), ("properties", .object(properties)), ("additionalProperties", false)]
      + (required.isEmpty ? [] : [("required", .array(required))])
  }

  private func orNull(_ shape: [(name: String, value: JSON)]) -> [(name: String, value: JSON)] {
    shape.map { name, value in
      switch (name, value) {
      case ("type", .string): (name, .array([value, "null"]))
      case ("enum", .array(let values)): (name, .array(values + [.null]))
      case ("anyOf", .array(let shapes)): (name, .array(shapes + [["type": "null"]]))
      default: (name, value)
      }
    }
  }

  private func shape(_ shape: ConfigurationShape) -> [(name: String, value: JSON)] {
    switch shape {
    case .text(let kind): text(kind)
    case .texts(let kind, let mayBeEmpty):
      [("anyOf", .array([.object(text(kind)), list(.object(text(kind)), mayBeEmpty)]))]
    case .levels(let orRules): levels(orRules: orRules)
    case .machineTypes:
      [("type", "object"), ("propertyNames", .object(text(.pattern))), ("additionalProperties", machineType)]
    case .entries(let rows):
      [("type", "array"), ("items", .object(object(rows, mayBeEmpty: false)))]
    }
  }

  private func list(_ items: JSON, _ mayBeEmpty: Bool) -> JSON {
    .object([("type", "array"), ("items", items)] + (mayBeEmpty ? [] : [("minItems", 1)]))
  }

  private var machineType: JSON {
    ["enum": .array(MachineType.allCases.map { .string($0.rawValue) })]
  }
}

// MARK: - Texts

extension ConfigurationSchema {
  private func text(_ kind: ConfigurationShape.TextKind) -> [(name: String, value: JSON)] {
    switch kind {
    case .path: [("type", "string"), ("pattern", "^[^*]+$")]
    case .pattern: [("type", "string"), ("pattern", "^(?!#)(?!(.*/)?\\.\\.?(/|$)).*\\S")]
    // Those that a project declares have ids of their own.
    case .rule: [("type", "string"), ("pattern", "^[A-Za-z0-9_-]+$")]
    case .pointer: [("type", "string"), ("pattern", "^(/|$)")]
    case .date:
      [
        ("type", "string"), ("pattern", "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"),
        ("format", "date"),
      ]
    case .prose: [("type", "string")]
    case .option(let options): [("enum", .array(options.map(JSON.string)))]
    }
  }
}

// MARK: - Levels

extension ConfigurationSchema {
  /// "off" is another spelling of "false" in YAML 1.1.
  private var level: JSON {
    ["enum": .array(RuleLevel.allCases.map { .string($0.rawValue) } + [.boolean(false)])]
  }

  /// The names are listed with what they mean, so that editors can offer them.
  private func levels(orRules: Bool) -> [(name: String, value: JSON)] {
    let groups =
      Category.allCases.map { (name: $0.rawValue, summary: "All rules of this category: \($0.consequence).") }
      + topics.keys.sorted().map { (name: $0, summary: "All rules about this topic.") }
    let ids = rules.flatMap { rule in
      [(name: rule.id, summary: rule.summary)]
        + rule.aliases.map { (name: $0, summary: "The former id of \(rule.id).") }
    }
    let properties = (groups + ids).map { name, summary in
      (name: name, value: ["description": .string(summary), "$ref": "#/$defs/level"] as JSON)
    }
    return [
      ("type", "object"), ("properties", .object(properties)),
      ("additionalProperties", ["$ref": orRules ? "#/$defs/ownRule" : "#/$defs/level"]),
    ]
  }
}
