/// How well something of one service can be said in the other.
public enum Ease: String, Sendable, CaseIterable {
  /// One for one, with the same arguments.
  case direct
  /// With more parts, or with something that has to be changed or that is lost.
  case adapted
  /// Nothing has to stand for it: the other service does it anyway.
  case implicit
  /// Only with code of one's own, in a Lambda function or a worker.
  case bridged
  /// Not at all.
  case none
  /// It cannot be known: it is filled in later, or of a type that we do not know.
  case unknown

  /// As reports say it.
  public var phrase: String {
    switch self {
    case .direct: "directly"
    case .adapted: "adapted"
    case .implicit: "falls away"
    case .bridged: "own code"
    case .none: "not at all"
    case .unknown: "unknown"
    }
  }
}

/// What a state or step would become.
public struct Counterpart: Sendable, Hashable {
  public let ease: Ease
  /// In the order in which they run; empty if nothing stands for it.
  public let parts: [String]
  /// What has to be changed, what is lost, or why there is nothing: a phrase without a full stop.
  public let note: String?

  init(_ ease: Ease, _ parts: [String] = [], _ note: String? = nil) {
    self.ease = ease
    self.parts = parts
    self.note = note
  }

  /// The parts on one line, equal ones that follow each other counted.
  public var phrase: String {
    var groups: [(part: String, count: Int)] = []
    for part in parts {
      if let last = groups.last, last.part == part {
        groups[groups.count - 1].count += 1
      } else {
        groups.append((part, 1))
      }
    }
    return groups.map { $0.count == 1 ? $0.part : "\($0.count) × \($0.part)" }.joined(separator: ", ")
  }

  /// The same, at best adapted, with one more thing to know.
  func adapted(adding parts: [String] = [], _ note: String) -> Counterpart {
    let notes = [self.note, note].compactMap(\.self)
    return Counterpart(
      ease == .direct ? .adapted : ease, self.parts + parts, notes.joined(separator: "; "))
  }
}
