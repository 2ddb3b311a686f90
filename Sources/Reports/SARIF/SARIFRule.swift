public import Diagnostics

/// What SARIF says about a rule, once for all findings of it.
public struct SARIFRule: Sendable {
  let id: String
  let category: Category
  let summary: String
  let rationale: String
  /// The page about the rule, in Markdown. There is no address to look it up at.
  let page: String
  let formerIDs: [String]

  public init(
    id: String, category: Category, summary: String, rationale: String, page: String, formerIDs: [String] = []
  ) {
    self.id = id
    self.category = category
    self.summary = summary
    self.rationale = rationale
    self.page = page
    self.formerIDs = formerIDs
  }
}

extension SARIFRule {
  /// A `reportingDescriptor`. `precision` and `problem.severity` are what GitHub orders by.
  var json: JSON {
    let severity = category.severity
    var members: [(name: String, value: JSON)] = [
      ("id", .string(id)), ("shortDescription", ["text": .string(summary)]),
      ("fullDescription", ["text": .string(rationale)]),
      ("help", ["text": .string("\(summary)\n\n\(rationale)"), "markdown": .string(page)]),
      ("defaultConfiguration", ["level": .string(severity.rawValue)]),
      (
        "properties",
        [
          "category": .string(category.rawValue), "tags": .array([.string(category.rawValue)]),
          "precision": "high",
          "problem.severity": .string(severity == .note ? "recommendation" : severity.rawValue),
        ]
      ),
    ]
    if !formerIDs.isEmpty { members.append(("deprecatedIds", .array(formerIDs.map(JSON.string)))) }
    return .object(members)
  }
}
