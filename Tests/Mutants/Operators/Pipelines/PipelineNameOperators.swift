import Expressions
import Syntax
import Workflows

/// Names of steps, property files and outputs.
let pipelineNameOperators: [Operator] = [
  Operator(pipeline: "misspelt-step-in-a-reference", .refused, "3") { original in
    original.referencesToSteps.flatMap { row, reference in
      misspellings(of: original.text(reference.name, of: row), unlike: original.stepNames).map {
        Mutation(original.respelling(reference.name, of: row, as: $0))
      }
    }
  },
  Operator(pipeline: "misspelt-step-in-depends-on", .refused, "4") { original in
    original.pipeline.dependencies.compactMap(\.name).flatMap { name in
      misspellings(of: original.tree.text(name), unlike: original.stepNames).map {
        original.replacing(name, with: quoted($0))
      }
    }
  },
  Operator(pipeline: "depends-on-a-step-that-is-not-there", .refused, "4") { original in
    original.steps().map { original.addingDependency(of: $0, on: "Nowhere") }
  },
  Operator(pipeline: "drop-a-step-that-others-need", .refused, "3") { original in
    original.pipeline.steps.compactMap { step in
      let list = original.pipeline[step.list]
      let users = original.users(of: step)
      guard !users.isEmpty, step.lists.isEmpty else { return nil }
      return original.removal(of: step.node, from: list.node).map { Mutation($0, victims: users) }
    }
  },
  Operator(pipeline: "duplicate-step-name", .refused, "4") { original in
    let steps = original.pipeline.steps
    return zip(steps, steps.dropFirst()).compactMap { first, second in
      guard let name = first.name, let other = second.name, original.users(of: second).isEmpty else {
        return nil
      }
      return original.replacing(other, with: original.spelling(name), victims: [name])
    }
  },
  Operator(pipeline: "step-name-with-other-characters", .refused, "4") { original in
    original.steps().flatMap { step in
      ["a step", "a.step", "étape", ""].map { original.renaming(step, to: $0) }
    }
  },
  Operator(pipeline: "step-name-of-65-characters", .refused, "4") { original in
    original.steps().map { original.renaming($0, to: String(repeating: "n", count: 65)) }
  },

  Operator(pipeline: "misspelt-property-file", .refused, "3") { original in
    original.references { $0.place == .propertyFile }.flatMap { row, reference -> [Mutation] in
      guard let place = reference.member(1) else { return [] }
      return misspellings(of: original.text(place, of: row)).map {
        Mutation(original.respelling(place, of: row, as: $0))
      }
    }
  },
  Operator(pipeline: "misspelt-output-of-a-property-file", .refused, "5") { original in
    original.values(of: .outputName, in: .propertyFile).flatMap { name in
      misspellings(of: original.tree.text(name)).map { original.replacing(name, with: quoted($0)) }
    }
  },
  Operator(pipeline: "rename-a-property-file-that-is-read", .refused, "3") { original in
    original.pipeline.propertyFiles.compactMap { file in
      guard let name = file.name else { return nil }
      let users = original.references { $0.place == .propertyFile && $0.target == .step(file.step) }
        .filter { row, reference in
          reference.member(1).map { original.text($0, of: row) } == original.tree.text(name)
        }
      return users.isEmpty
        ? nil : original.replacing(name, with: quoted("Renamed"), victims: users.map(\.row.text))
    }
  },
]
