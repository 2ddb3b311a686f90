import Diagnostics
import Expressions
import Flow
import ServiceCatalogue
import SourceText
import Syntax
import Workflows

/// References to what steps yield.
let pipelinePropertyOperators: [Operator] = [
  Operator(pipeline: "misspelt-property", .refused, "7") { original in
    properties(of: original).flatMap { property in
      misspellings(of: property.name, unlike: property.known).map { property.respelt(as: $0, original) }
    }
  },
  Operator(pipeline: "property-in-lower-case", .refused, "7") { original in
    properties(of: original).compactMap { property in
      let wrong = property.name.prefix(1).lowercased() + property.name.dropFirst()
      return property.known.contains(wrong) ? nil : property.respelt(as: wrong, original)
    }
  },
  // It may be newer than the model, so that one cannot be sure.
  Operator(pipeline: "property-that-nobody-knows", .refused, "7", level: .warning) { original in
    properties(of: original).map { $0.respelt(as: "Zebra", original) }
  },
  Operator(pipeline: "member-of-a-scalar", .refused, "7") { original in
    properties(of: original).filter { $0.isLast && $0.isSettled }.map { property in
      let end = property.segment.range.end
      return Mutation(
        original.respelling(ByteRange(at: end), of: property.row, as: ".Value"))
    }
  },
  Operator(pipeline: "misspelt-key-of-an-output", .fails, "7") { original in
    original.referencesToSteps.flatMap { row, reference -> [Mutation] in
      guard case .step(let id) = row.target,
        [.processing, .lambda, .callback].contains(original.pipeline[id].type)
      else { return [] }
      return reference.segments.flatMap { segment -> [Mutation] in
        guard case .key(let key) = segment.selector else { return [] }
        return misspellings(of: original.text(key.contents, of: row)).map {
          Mutation(original.respelling(key.contents, of: row, as: $0))
        }
      }
    }
  },
]

/// A member that a reference names.
private struct Property {
  let row: ReferenceRow
  let segment: ReferenceSegment
  let place: ByteRange
  let name: String
  /// The members of the object that it belongs to.
  let known: Set<String>
  /// Whether the reference ends there, at a value without parts.
  let isLast: Bool
  /// Whether steps of the type have long been there.
  let isSettled: Bool

  func respelt(as name: String, _ original: PipelineOriginal) -> Mutation {
    Mutation(original.respelling(place, of: row, as: name))
  }
}

/// The members that references name, as far as it is known what the steps yield.
private func properties(of original: PipelineOriginal) -> [Property] {
  original.referencesToSteps.filter { $0.row.place != .propertyFile }.flatMap {
    row, reference -> [Property] in
    guard case .step(let id) = row.target, let response = StepResponse(original.pipeline[id].type) else {
      return []
    }
    var way: [ShapeStep] = []
    return reference.segments.enumerated().compactMap { position, segment -> Property? in
      defer { way.append(step(segment, row, original)) }
      guard case .member(let place) = segment.selector,
        let owner = owner(behind: way, in: response), case let name = original.text(place, of: row),
        let member = owner[name]
      else { return nil }
      return Property(
        row: row, segment: segment, place: place, name: name, known: Set(owner.members.map(\.name)),
        isLast: position == reference.segments.count - 1 && member.shape.isScalar,
        isSettled: !PipelineOriginal.recentTypes.contains(original.pipeline[id].type))
    }
  }
}

private func step(
  _ segment: ReferenceSegment, _ row: ReferenceRow, _ original: PipelineOriginal
) -> ShapeStep {
  switch segment.selector {
  case .member(let name): .member(original.text(name, of: row))
  case .key: .key
  case .index: .index
  }
}

private func owner(behind way: [ShapeStep], in response: StepResponse) -> Structure? {
  if way.isEmpty { return response.root }
  guard case .shape(.structure(let name)) = response.service.follow(way, from: response.root) else {
    return nil
  }
  return response.service.structure(name)
}
