import Diagnostics
import SourceText
import Syntax
import Workflows

/// Other ways to write the same pipeline.
let acceptedPipelineTextOperators: [Operator] = [
  Operator(pipeline: "reorder-members-of-a-pipeline", .accepted, "1") { original in
    let objects = original.pipeline.objects.map(\.node) + original.arguments.objects.map(\.node)
    return objects.flatMap { object in
      let members = original.memberRanges(object)
      return zip(members, members.dropFirst()).map { original.swapping($0, $1) }
    }
  },
  Operator(pipeline: "reorder-steps", .accepted, "1") { original in
    original.pipeline.lists.flatMap { list in
      let ranges = original.tree.elements(list.node).map(original.tree.range)
      return zip(ranges, ranges.dropFirst()).map { original.swapping($0, $1) }
    }
  },
  Operator(pipeline: "reorder-parameters", .accepted, "2") { original in
    let ranges = original.pipeline.parameters.map { original.tree.range($0.node) }
    return zip(ranges, ranges.dropFirst()).map { original.swapping($0, $1) }
  },
  Operator(pipeline: "more-blanks-in-a-pipeline", .accepted, "1") { original in
    original.scalars(.key).map {
      Mutation(TextEdit(ByteRange(at: original.tree.range($0).start), "\n\t \r\n"))
    }
  },
  Operator(pipeline: "no-blanks-in-a-pipeline", .accepted, "1") { original in
    [Mutation(TextEdit(original.tree.source.range, withoutBlanks(original)))]
  },
  Operator(pipeline: "escaped-letter-of-a-string-of-a-pipeline", .accepted, "1") { original in
    original.scalars(.string).compactMap { escapingFirstLetter(of: $0, original) }
  },
  Operator(pipeline: "escaped-letter-of-a-key-of-a-pipeline", .accepted, "1") { original in
    original.scalars(.key).compactMap { escapingFirstLetter(of: $0, original) }
  },
]
