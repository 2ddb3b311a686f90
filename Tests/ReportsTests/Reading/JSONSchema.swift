import Testing

/// As much of JSON Schema as the schemas of reports use. A keyword beyond that is a problem, not a pass.
struct JSONSchema {
  private let root: ReadJSON

  init(_ text: String) {
    root = ReadJSON(text)
  }

  /// What is wrong with a value, each with the pointer to where.
  func problems(of value: ReadJSON) -> [String] { problems(value, root, at: "") }

  private func problems(_ value: ReadJSON, _ schema: ReadJSON, at pointer: String) -> [String] {
    guard case .object(let keywords) = schema else { return ["\(pointer): the schema is no object"] }
    if case .string(let reference)? = keywords["$ref"] {
      guard let target = resolve(reference) else { return ["\(pointer): no schema \(reference)"] }
      return problems(value, target, at: pointer)
    }
    return keywords.flatMap { keyword, argument in
      problems(value, keyword, argument, schema, at: pointer)
    }
  }

  private func problems(
    _ value: ReadJSON, _ keyword: String, _ argument: ReadJSON, _ schema: ReadJSON, at pointer: String
  ) -> [String] {
    switch keyword {
    case "$schema", "$id", "id", "title", "description", "default", "definitions", "$defs", "format":
      return []
    case "propertyNames":
      guard case .object(let members) = value else { return [] }
      return members.keys.flatMap { problems(.string($0), argument, at: "\(pointer)/\($0)") }
    case "properties", "required", "additionalProperties":
      guard case .object(let members) = value else { return [] }
      return problems(members, keyword, argument, schema, at: pointer)
    case "items", "minItems", "uniqueItems":
      guard case .array(let elements) = value else { return [] }
      return problems(elements, keyword, argument, at: pointer)
    case "type":
      let types = argument.elements.isEmpty ? [argument] : argument.elements
      return types.contains { value.has(type: $0) } ? [] : ["\(pointer): is no \(argument)"]
    case "enum":
      return argument.elements.contains(value) ? [] : ["\(pointer): is \(value), not one of \(argument)"]
    case "minimum", "maximum", "minLength", "pattern":
      return value.keeps(keyword, argument) ? [] : ["\(pointer): \(keyword) \(argument)"]
    case "anyOf", "oneOf":
      let count = argument.elements.count { problems(value, $0, at: pointer).isEmpty }
      return count == 1 || keyword == "anyOf" && count > 1 ? [] : ["\(pointer): \(count) of \(keyword)"]
    default: return ["\(pointer): the keyword \(keyword) is not understood"]
    }
  }

  private func problems(
    _ members: [String: ReadJSON], _ keyword: String, _ argument: ReadJSON, _ schema: ReadJSON,
    at pointer: String
  ) -> [String] {
    switch keyword {
    case "properties":
      return members.flatMap { name, value in
        argument[name] == .null ? [] : problems(value, argument[name], at: "\(pointer)/\(name)")
      }
    case "required":
      let missing = argument.elements.filter { name in !members.keys.contains { .string($0) == name } }
      return missing.map { "\(pointer): has no \($0)" }
    default:
      let others = members.filter { schema["properties"][$0.key] == .null }
      if case .boolean(let isAllowed) = argument {
        return isAllowed ? [] : others.keys.map { "\(pointer): must not have \($0)" }
      }
      return others.flatMap { problems($1, argument, at: "\(pointer)/\($0)") }
    }
  }

  private func problems(
    _ elements: [ReadJSON], _ keyword: String, _ argument: ReadJSON, at pointer: String
  ) -> [String] {
    switch keyword {
    case "items":
      elements.enumerated().flatMap { problems($1, argument, at: "\(pointer)/\($0)") }
    case "minItems":
      ReadJSON.number(Double(elements.count)).keeps("minimum", argument) ? [] : ["\(pointer): few"]
    default: argument != true || Set(elements).count == elements.count ? [] : ["\(pointer): has twins"]
    }
  }

  private func resolve(_ reference: String) -> ReadJSON? {
    guard reference.hasPrefix("#/") else { return nil }
    let target = reference.dropFirst(2).split(separator: "/").reduce(root) { $0[String($1)] }
    return target == .null ? nil : target
  }
}

extension ReadJSON {
  fileprivate func has(type: ReadJSON) -> Bool {
    switch (self, type) {
    case (.object, "object"), (.array, "array"), (.string, "string"), (.boolean, "boolean"), (.null, "null"):
      true
    case (.number(let number), "integer"): number == number.rounded()
    case (.number, "number"): true
    default: false
    }
  }

  fileprivate func keeps(_ keyword: String, _ argument: ReadJSON) -> Bool {
    switch (keyword, self, argument) {
    case ("minimum", .number(let number), .number(let limit)): number >= limit
    case ("maximum", .number(let number), .number(let limit)): number <= limit
    case ("minLength", .string(let text), .number(let limit)): Double(text.unicodeScalars.count) >= limit
    case ("pattern", .string(let text), .string(let pattern)):
      (try? Regex(pattern)).map { text.firstMatch(of: $0) != nil } ?? false
    default: true
    }
  }
}
