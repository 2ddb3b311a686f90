import Diagnostics
import ServiceCatalogue
import Syntax
import Workflows

/// Arguments that the API does not take: their names and texts.
let pipelineArgumentOperators: [Operator] = [
  Operator(pipeline: "misspelt-argument", .refused, "5") { original in
    members(of: original.arguments, original).flatMap { member in
      misspellings(of: member.name, unlike: member.known).map {
        original.replacing(member.key, with: quoted($0))
      }
    }
  },
  Operator(pipeline: "argument-in-lower-case", .refused, "5") { original in
    members(of: original.arguments, original).compactMap { member in
      let wrong = member.name.prefix(1).lowercased() + member.name.dropFirst()
      return member.known.contains(wrong) ? nil : original.replacing(member.key, with: quoted(wrong))
    }
  },
  // It may be newer than the model, so that one cannot be sure.
  Operator(pipeline: "argument-that-nobody-knows", .refused, "5", level: .warning) { original in
    original.arguments.objects.map { original.inserting(#""Zebra": "grass""#, into: $0.node) }
  },
  Operator(pipeline: "drop-a-required-argument", .refused, "5") { original in
    requiredRemovals(from: original.arguments, original)
  },
  Operator(pipeline: "misspelt-value", .refused, "5") { original in
    misspeltChoices(of: original) { !hasNumber($0) }
  },
  // Another type of instance, or a version, may be a letter away.
  Operator(pipeline: "misspelt-instance-type", .refused, "5", level: .warning) { original in
    misspeltChoices(of: original, where: hasNumber)
  },
  Operator(pipeline: "value-in-another-case", .refused, "5") { original in
    original.arguments.choices.compactMap { value, known in
      let text = original.tree.text(value.node)
      let wrong = text == text.lowercased() ? text.uppercased() : text.lowercased()
      return known.contains(wrong) ? nil : original.replacing(value.node, with: quoted(wrong))
    }
  },
  Operator(pipeline: "value-that-nobody-knows", .refused, "5", level: .warning) { original in
    original.arguments.choices.map { value, _ in original.replacing(value.node, with: quoted("zebra")) }
  },
  Operator(pipeline: "rejected-argument", .refused, "5") { original in
    original.steps(.registerModel).compactMap { original.pipeline.value(.arguments, of: $0) }.map {
      original.inserting(#""CertifyForMarketplace": true"#, into: $0)
    }
  },
  Operator(pipeline: "number-out-of-bounds", .refused, "5") { original in
    original.arguments.literals { $0.numberBounds != nil }.flatMap { value -> [Mutation] in
      let bounds = value.shape.numberBounds
      let numbers = [bounds?.least.map { $0 - 1 }, bounds?.most.map { $0 + 1 }].compactMap { $0 }
      return numbers.filter { $0.magnitude < 1e9 }.map {
        original.replacing(value.node, with: "\(Int($0))")
      }
    }
  },
  Operator(pipeline: "text-too-long", .refused, "5") { original in
    original.arguments.literals { $0.longestText.map { $0 <= 4096 } ?? false }.compactMap { value in
      value.shape.longestText.map {
        original.replacing(value.node, with: quoted(String(repeating: "a", count: $0 + 1)))
      }
    }
  },
  Operator(pipeline: "arguments-of-a-recent-step-type", .refused, "5", level: .warning) { original in
    let arguments = original.recentArguments
    return members(of: arguments, original).flatMap { member in
      misspellings(of: member.name, unlike: member.known).map {
        original.replacing(member.key, with: quoted($0))
      }
    } + requiredRemovals(from: arguments, original)
      + arguments.literals { !$0.isScalar }.map { original.replacing($0.node, with: #""one""#) }
      + arguments.literals { $0.isScalar }.map { original.replacing($0.node, with: "[]") }
  },
]

/// A member of an argument that the API has.
private struct ArgumentMember {
  let key: NodeID
  let name: String
  /// All members of the structure.
  let known: Set<String>
}

private func members(of arguments: StepArguments, _ original: PipelineOriginal) -> [ArgumentMember] {
  arguments.objects.flatMap { object in
    let known = Set(object.structure.members.map(\.name))
    return original.tree.members(object.node).compactMap { key, _ in
      let name = original.tree.text(key)
      return known.contains(name) ? ArgumentMember(key: key, name: name, known: known) : nil
    }
  }
}

private func requiredRemovals(from arguments: StepArguments, _ original: PipelineOriginal) -> [Mutation] {
  arguments.objects.flatMap { object in
    original.tree.members(object.node).compactMap { key, value in
      guard object.structure[original.tree.text(key)]?.isRequired == true else { return nil }
      return Mutation(original.removal(key: key, value: value, from: object.node))
    }
  }
}

private func misspeltChoices(
  of original: PipelineOriginal, where isWanted: (String) -> Bool
) -> [Mutation] {
  original.arguments.choices.filter { isWanted(original.tree.text($0.value.node)) }.flatMap { value, known in
    misspellings(of: original.tree.text(value.node), unlike: known).map {
      original.replacing(value.node, with: quoted($0))
    }
  }
}

/// Whether a value holds a digit other than the one of S3.
private func hasNumber(_ value: String) -> Bool {
  value.dropFirst(value.hasPrefix("S3") ? 2 : 0).contains(where: \.isNumber)
}

extension Shape {
  fileprivate var numberBounds: Bounds? {
    switch self {
    case .integer(let bounds), .number(let bounds): bounds == .none ? nil : bounds
    default: nil
    }
  }

  fileprivate var longestText: Int? {
    if case .string(let bounds) = self { bounds.most.map { Int($0) } } else { nil }
  }
}
