import Reports
import Workflows

/// The JSON Schema (draft 2020-12) of the Amazon States Language, made from the ``FieldTable``.
///
/// It takes both query languages at once: which of them is in force is not always to be seen from inside an object,
/// so a field of either may stand in it. A string with a `${Name}` satisfies any type, as it does in templates.
enum StatesLanguageSchema {
  static var document: JSON {
    let kinds = ObjectKind.allCases.filter { $0 != .untypedState && !FieldTable[$0].isEmpty }
    let definitions = kinds.map { (name: name(of: $0), value: schema(of: $0)) }
    return .object([
      ("$schema", "https://json-schema.org/draft/2020-12/schema"),
      ("title", "Amazon States Language"),
      ("description", .string("What AWS Step Functions takes, as of \(FieldTable.date).")),
      ("$ref", reference(to: name(of: .machine))),
      ("$defs", .object(definitions + [("state", state), ("states", states)] + values)),
    ])
  }

  /// In `$defs`.
  private static func name(of kind: ObjectKind) -> String { "\(kind)" }

  private static func reference(to name: String) -> JSON { .string("#/$defs/\(name)") }
}

// MARK: - Objects

extension StatesLanguageSchema {
  /// AWS refuses fields that it does not know in every kind of object.
  private static func schema(of kind: ObjectKind) -> JSON {
    let specifications = FieldTable[kind]
    let required = specifications.filter(\.isRequired).map { JSON.string($0.field.name) }
    var members: [(name: String, value: JSON)] = [
      ("type", "object"),
      (
        "properties",
        .object(specifications.map { (name: $0.field.name, value: property($0, in: kind)) })
      ),
    ]
    if !required.isEmpty { members.append(("required", .array(required))) }
    members.append(("additionalProperties", false))
    let constraints = constraints(of: kind)
    if !constraints.isEmpty { members.append(("allOf", .array(constraints))) }
    return .object(members)
  }

  private static func property(_ specification: FieldSpecification, in kind: ObjectKind) -> JSON {
    var members = shape(of: specification, in: kind)
    let remarks = [
      specification.language.map { "In \($0.name) only." },
      specification.since.map { "Since the edition of \($0)." },
    ].compactMap(\.self)
    if !remarks.isEmpty { members.append(("description", .string(remarks.joined(separator: " ")))) }
    return .object(members)
  }

  /// What the fields of one object say about each other.
  private static func constraints(of kind: ObjectKind) -> [JSON] {
    var constraints = FieldTable.groups(in: kind).flatMap { group in
      group.isRequired ? [["oneOf": .array(group.fields.map(presence))]] : exclusions(among: group.fields)
    }
    if FieldTable.specification(.end, in: kind) != nil { constraints.append(wayOn) }
    return constraints
  }

  private static func presence(of field: Field) -> JSON { ["required": [.string(field.name)]] }

  /// No two of the fields.
  private static func exclusions(among fields: [Field]) -> [JSON] {
    fields.indices.flatMap { index in
      fields[(index + 1)...].map { other in
        ["not": ["required": [.string(fields[index].name), .string(other.name)]]]
      }
    }
  }

  /// `Next`, or an `End` that is not false.
  private static var wayOn: JSON {
    let isEnd: JSON = [
      "required": ["End"], "properties": ["End": ["not": ["const": false]]],
    ]
    return ["oneOf": [presence(of: .next), isEnd]]
  }
}

// MARK: - States

extension StatesLanguageSchema {
  /// Which schema a state has to satisfy depends on its `Type`; one by one, so that an editor shows the faults of that
  /// type and not those of all eight.
  private static var state: JSON {
    let types = StateType.known.map { JSON.string($0.name) }
    return [
      "type": "object", "required": ["Type"], "properties": ["Type": ["enum": .array(types)]],
      "allOf": .array(
        StateType.known.map { type in
          [
            "if": ["required": ["Type"], "properties": ["Type": ["const": .string(type.name)]]],
            "then": ["$ref": reference(to: name(of: ObjectKind(type)))],
          ]
        }),
    ]
  }

  private static var states: JSON {
    [
      "type": "object", "minProperties": 1, "propertyNames": ["maxLength": 80],
      "additionalProperties": ["$ref": reference(to: "state")],
    ]
  }
}

// MARK: - Values

extension StatesLanguageSchema {
  /// Values for which a name is worth having.
  private static var values: [(name: String, value: JSON)] {
    [
      (
        "filledIn",
        [
          "description": "A text in which a template fills in a name.", "type": "string", "pattern": #"\$\{"#,
        ]
      ),
      (
        "expression",
        [
          "description": "A JSONata expression.", "type": "string", "pattern": #"^\{%[\s\S]*%\}$"#,
        ]
      ),
    ]
  }

  private static func shape(
    of specification: FieldSpecification, in kind: ObjectKind
  ) -> [(name: String, value: JSON)] {
    if let content = content(of: specification.field, in: kind) { return content }
    if let options = FieldTable.options(specification.field, in: kind) {
      let values: JSON = ["enum": .array(options.texts.map { .string("\($0)") })]
      // Whether AWS evaluates those of readers and writers is not known.
      return options.isMeasured ? oneOf(values) : oneOf(values, expression)
    }
    let range = FieldTable.range(specification.field, in: kind)
    switch specification.value {
    case .any, .payload: return []
    case .string: return [("type", "string")]
    case .stringOrNull: return [("type", ["string", "null"])]
    case .boolean: return oneOf(["type": "boolean"])
    case .object, .assignments: return oneOf(["type": "object"])
    case .array: return oneOf(["type": "array"])
    case .strings: return oneOf(["type": "array", "items": ["type": "string"]])
    case .literalInteger: return oneOf(number("integer", range))
    case .literalNumber: return oneOf(number("number", range))
    case .integer: return oneOf(number("integer", range), expression)
    case .number: return oneOf(number("number", range), expression)
    case .condition: return oneOf(["type": "boolean"], expression)
    case .items: return oneOf(["type": ["array", "object"]], expression)
    }
  }

  private static func number(_ type: JSON, _ range: NumberRange?) -> JSON {
    var members: [(name: String, value: JSON)] = [("type", type)]
    if let range, range.isMeasured {
      members.append(("minimum", .integer(Int(range.minimum))))
      if let maximum = range.maximum { members.append(("maximum", .integer(Int(maximum)))) }
    }
    return .object(members)
  }

  private static var expression: JSON { ["$ref": reference(to: "expression")] }

  /// One of these values, or a text that is filled in.
  private static func oneOf(_ values: JSON...) -> [(name: String, value: JSON)] {
    [("anyOf", .array(values + [["$ref": reference(to: "filledIn")]]))]
  }

  /// Fields whose content the language fixes further than its type.
  private static func content(of field: Field, in kind: ObjectKind) -> [(name: String, value: JSON)]? {
    switch field {
    case .type: [("const", .string(StateType.known.first { ObjectKind($0) == kind }?.name ?? ""))]
    case .queryLanguage: [("enum", .array(QueryLanguage.allCases.map { .string($0.name) }))]
    case .states: [("$ref", reference(to: "states"))]
    case .branches: list(of: .branch, isEmptyAllowed: false)
    case .choices: list(of: .choiceRule, isEmptyAllowed: false)
    case .and, .or: list(of: .nestedRule, isEmptyAllowed: false)
    case .retry: list(of: .retrier, isEmptyAllowed: true)
    case .catch: list(of: .catcher, isEmptyAllowed: true)
    case .errorEquals: [("type", "array"), ("items", ["type": "string"]), ("minItems", 1)]
    default: part(field).map { [("$ref", reference(to: name(of: $0)))] }
    }
  }

  private static func list(of kind: ObjectKind, isEmptyAllowed: Bool) -> [(name: String, value: JSON)] {
    [("type", "array"), ("items", ["$ref": reference(to: name(of: kind))])]
      + (isEmptyAllowed ? [] : [("minItems", 1)])
  }

  /// The kind of object that a field holds.
  private static func part(_ field: Field) -> ObjectKind? {
    switch field {
    case .itemProcessor, .iterator: .processor
    case .processorConfig: .processorConfig
    case .not: .nestedRule
    case .itemReader: .itemReader
    case .readerConfig: .readerConfig
    case .itemBatcher: .itemBatcher
    case .resultWriter: .resultWriter
    case .writerConfig: .writerConfig
    default: nil
    }
  }
}
