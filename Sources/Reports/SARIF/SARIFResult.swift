import Diagnostics
import SourceText

/// A finding as a `result`.
struct SARIFResult {
  let diagnostic: Diagnostic
  private let suppression: Suppression?

  init(_ diagnostic: Diagnostic, _ suppression: Suppression? = nil) {
    self.diagnostic = diagnostic
    self.suppression = suppression
  }

  /// - Parameter saysIfSuppressed: Of all results of a run, or of none.
  func json(
    _ lines: LineIndex, _ artifacts: SARIFArtifacts, ruleIndex: Int?, saysIfSuppressed: Bool
  ) -> JSON {
    let artifact = artifacts.location(diagnostic.source.path)
    var members: [(name: String, value: JSON)] = [("ruleId", .string(diagnostic.rule))]
    if let ruleIndex { members.append(("ruleIndex", .integer(ruleIndex))) }
    members += [
      ("level", .string(diagnostic.severity.rawValue)), ("message", message(diagnostic.advice)),
      ("locations", .array([location(artifact, lines)])),
      // The key says how the value was made, should that ever change.
      ("partialFingerprints", ["stateline/v1": .string(diagnostic.fingerprint)]),
    ]
    if !diagnostic.related.isEmpty { members.append(("relatedLocations", relatedLocations(artifact, lines))) }
    if let fix = diagnostic.fix { members.append(("fixes", .array([fix.sarif(artifact, lines)]))) }
    if saysIfSuppressed {
      members.append(("suppressions", .array(suppression.map { [$0.sarif] } ?? [])))
    }
    members.append(("properties", properties))
    return .object(members)
  }

  private func location(_ artifact: JSON, _ lines: LineIndex) -> JSON {
    var members = [(name: "physicalLocation", value: lines.sarif(diagnostic.range, artifact))]
    let places = logicalLocations
    if !places.isEmpty { members.append(("logicalLocations", .array(places))) }
    return .object(members)
  }

  /// The state, then the workflow that it is in.
  private var logicalLocations: [JSON] {
    guard let workflow = diagnostic.workflow else { return [] }
    let state = diagnostic.state.map { state -> JSON in
      [
        "name": .string(state), "fullyQualifiedName": .string("\(workflow)/\(state)"), "kind": "state",
      ]
    }
    let whole: JSON = [
      "name": .string(workflow), "fullyQualifiedName": .string(workflow), "kind": "workflow",
    ]
    return (state.map { [$0] } ?? []) + [whole]
  }

  private func relatedLocations(_ artifact: JSON, _ lines: LineIndex) -> JSON {
    .array(
      diagnostic.related.enumerated().map { index, place in
        [
          "id": .integer(index + 1), "physicalLocation": lines.sarif(place.range, artifact),
          "message": message(place.message),
        ]
      })
  }

  private var properties: JSON {
    var members: [(name: String, value: JSON)] = [
      ("category", .string(diagnostic.category.rawValue)),
      ("certainty", .string(diagnostic.certainty.rawValue)),
    ]
    if let pointer = diagnostic.pointer { members.append(("pointer", .string(pointer))) }
    if let predicts = diagnostic.predicts { members.append(("predicts", .string(predicts))) }
    return .object(members)
  }
}

/// A `message`. Viewers make a link of `[text](target)`, unless the text has no end.
private func message(_ text: String) -> JSON {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if scalar == "(", result.last == "]" {
      result.removeLast()
      result.append(contentsOf: "\\]".unicodeScalars)
    }
    result.append(scalar)
  }
  return ["text": .string(String(result))]
}

extension Fix {
  fileprivate func sarif(_ artifact: JSON, _ lines: LineIndex) -> JSON {
    let replacements = edits.map { edit -> JSON in
      var members = [(name: "deletedRegion", value: lines.sarif(edit.range))]
      if !edit.text.isEmpty { members.append(("insertedContent", ["text": .string(edit.text)])) }
      return .object(members)
    }
    return [
      "description": message(title),
      "artifactChanges": .array([["artifactLocation": artifact, "replacements": .array(replacements)]]),
      "properties": ["safe": .boolean(isSafe)],
    ]
  }
}

extension Suppression {
  fileprivate var sarif: JSON {
    var members = [(name: "kind", value: JSON.string(place == .source ? "inSource" : "external"))]
    if let reason { members.append(("justification", .string(reason))) }
    return .object(members)
  }
}

extension LineIndex {
  fileprivate func sarif(_ range: ByteRange, _ artifact: JSON) -> JSON {
    ["artifactLocation": artifact, "region": sarif(range)]
  }

  /// A `region`: the text by line and column, and the same bytes by offset.
  fileprivate func sarif(_ range: ByteRange) -> JSON {
    let start = position(at: range.start, columnsIn: .utf16CodeUnits)
    let end = position(at: range.end, columnsIn: .utf16CodeUnits)
    return [
      "startLine": .integer(start.line), "startColumn": .integer(start.column),
      "endLine": .integer(end.line), "endColumn": .integer(end.column),
      "byteOffset": .integer(start.offset), "byteLength": .integer(end.offset - start.offset),
    ]
  }
}
