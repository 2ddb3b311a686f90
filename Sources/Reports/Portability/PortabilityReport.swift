public import Portability
public import SourceText

/// What is to be said of the portability of workflows.
public struct PortabilityReport: Sendable {
  public struct Entry: Sendable {
    /// Of the workflow.
    public let name: String
    public let source: SourceFile
    public let portability: Portability
    /// Where each part stands in the source, in the order of the parts.
    public let places: [ByteRange]

    public init(name: String, source: SourceFile, portability: Portability, places: [ByteRange]) {
      self.name = name
      self.source = source
      self.portability = portability
      self.places = places
    }
  }

  public let entries: [Entry]

  public init(_ entries: [Entry]) {
    self.entries = entries
  }
}

extension Verdict {
  /// What is to be done, as a sentence.
  func sentence(from service: WorkflowService) -> String {
    switch answer {
    case .stay: "It is better off as the \(service.bareWorkflow) that it is."
    case .either: "It could be either."
    case .move: "It would be better off as \(service.other.workflow)."
    }
  }
}

extension Portability {
  /// `7 states would become 3 steps.`
  var sizeSentence: String {
    let count =
      "\(counted(parts.count, service.part)) would become \(counted(counts.converted, service.other.part))"
    let open = counts[.none] + counts[.unknown]
    return open == 0
      ? "\(count)." : "\(count); \(open == 1 ? "for 1 there is" : "for \(open) there are") none."
  }

  /// The evidence in groups, each with a title, without what the verdict says already.
  var groupedEvidence: [(title: String, evidence: [Evidence])] {
    let titles: [(Evidence.Direction, String)] = [
      (.other, "For \(service.other.workflow)"), (.own, "For \(service.workflow)"), (.neither, "Besides"),
    ]
    return titles.compactMap { direction, title in
      let group = evidence.filter { $0.direction == direction && $0.sentence != verdict.reason }
      return group.isEmpty ? nil : (title, group)
    }
  }
}

extension PortedPart {
  /// What it is: its type, or what it calls.
  var kind: String { call ?? (type.isEmpty ? "?" : type) }

  /// How it would be said in the other service.
  var how: String {
    [counterpart.ease.phrase, counterpart.note].compactMap(\.self).joined(separator: ": ")
  }
}
