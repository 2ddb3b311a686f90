import Portability
import SourceText

extension PortabilityReport {
  /// For programs: one JSON object, version 1.
  public func json() -> String {
    let report: JSON = ["version": 1, "workflows": .array(entries.map(\.json))]
    return report.indented + "\n"
  }
}

extension PortabilityReport.Entry {
  fileprivate var json: JSON {
    let lines = LineIndex(source)
    let verdict = portability.verdict
    return [
      "workflow": .string(name), "file": .string(source.path),
      "service": .string(portability.service.rawValue), "other": .string(portability.service.other.rawValue),
      "verdict": .string(verdict.answer.rawValue), "overwhelming": .boolean(verdict.isOverwhelming),
      "reason": .string(verdict.reason), "counts": portability.counts.json(of: portability.parts.count),
      "evidence": .array(portability.evidence.map(\.json)),
      "parts": .array(
        zip(portability.parts, places).map { $0.json(line: lines.line(at: $1.start)) }),
    ]
  }
}

extension PortabilityCounts {
  fileprivate func json(of parts: Int) -> JSON {
    var members: [(name: String, value: JSON)] = [
      ("parts", .integer(parts)), ("work", .integer(work)), ("sageMaker", .integer(sageMaker)),
      ("bridges", .integer(bridges)), ("converted", .integer(converted)),
    ]
    members += Ease.allCases.map { ($0.rawValue, .integer(self[$0])) }
    return .object(members)
  }
}

extension Evidence {
  fileprivate var json: JSON {
    [
      "kind": .string(kind.rawValue), "for": .string(direction.rawValue), "count": .integer(count),
      "of": total.map(JSON.integer) ?? .null, "sentence": .string(sentence),
      "places": .array(places.map(JSON.string)),
    ]
  }
}

extension PortedPart {
  fileprivate func json(line: Int) -> JSON {
    [
      "name": .string(name), "type": .string(type), "call": .optional(call), "line": .integer(line),
      "depth": .integer(depth), "role": .string(role.rawValue), "ease": .string(counterpart.ease.rawValue),
      "becomes": .array(counterpart.parts.map(JSON.string)), "note": .optional(counterpart.note),
    ]
  }
}
