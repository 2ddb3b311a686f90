import Linting

/// A reference to something that a step yields, followed through what the API says of it.
struct PropertyUse {
  let reference: PipelineReference
  let step: Step
  let response: StepResponse
  let end: ShapePathEnd

  /// Nil if it refers to no step that is known, or to one of which nobody says what it yields.
  init?(_ row: ReferenceRow, _ subject: PipelineSubject) {
    let target: StepID
    switch row.target {
    case .step(let id), .iterationOutput(let id): target = id
    default: return nil
    }
    guard let reference = row.reference, reference.problem == nil, !reference.segments.isEmpty else {
      return nil
    }
    step = subject.pipeline[target]
    // To depend on a Fail step is a fault of its own, and so is the name of a property file without Std:JsonGet.
    guard step.type != .fail, let response = subject.response(of: step.type) else { return nil }
    if let first = reference.member(0), subject.text(first, in: row.text) == "PropertyFiles" { return nil }
    self.reference = reference
    self.response = response
    let way = reference.segments.map { segment -> ShapeStep in
      switch segment.selector {
      case .member(let name): .member(subject.text(name, in: row.text))
      case .key: .key
      case .index: .index
      }
    }
    end = response.service.follow(way, from: response.root)
  }

  /// A segment without its dot or brackets.
  func name(of segment: ReferenceSegment) -> ByteRange {
    if case .member(let name) = segment.selector { name } else { segment.range }
  }

  /// What stands behind a value of many parts; nil if it has none.
  func parts(of shape: Shape) -> String? {
    switch shape {
    case .structure(let name):
      "Go on with one of its members: \(listed(members(of: name).prefix(8).map { ".\($0)" }, "or"))."
    case .list: "Go on with an index, such as [0]."
    case .map: "Go on with a key, such as ['name']."
    default: nil
    }
  }

  private func members(of structure: String) -> [String] {
    response.service.structure(structure)?.members.map(\.name) ?? []
  }
}
