import Expressions
import SourceText
import Syntax
import Workflows

/// The expressions themselves.
let pipelineExpressionOperators: [Operator] = [
  Operator(pipeline: "misspelt-root-of-a-reference", .refused, "3") { original in
    original.references { _ in true }.flatMap { row, reference in
      let root = original.text(reference.rootRange, of: row)
      return (misspellings(of: root) + [root.lowercased(), String(root.dropLast())]).map {
        Mutation(original.respelling(reference.rootRange, of: row, as: $0))
      }
    }
  },
  Operator(pipeline: "misspelt-execution-variable", .refused, "3") { original in
    original.references { if case .execution = $0.target { true } else { false } }.flatMap { row, reference in
      misspellings(of: original.text(reference.name, of: row)).map {
        Mutation(original.respelling(reference.name, of: row, as: $0))
      }
    }
  },
  Operator(pipeline: "reference-that-names-nothing", .refused, "3") { original in
    original.references { _ in true }.flatMap { row, _ in
      [#""""#, #""Parameters""#, #""Parameters.""#, #""Steps.""#, #""Execution""#].map {
        original.replacing(row.text, with: $0)
      }
    }
  },
  Operator(pipeline: "member-of-a-parameter", .refused, "3") { original in
    original.referencesToParameters.map { row, reference in
      Mutation(original.respelling(ByteRange(at: reference.name.end), of: row, as: ".Value"))
    }
  },
  Operator(pipeline: "unclosed-bracket-in-a-reference", .refused, "3") { original in
    original.referencesToSteps.compactMap { row, reference in
      reference.segments.first { original.text($0.range, of: row).hasSuffix("]") }.map { segment in
        let text = original.tree.text(row.text)
        let end = text.utf8.index(text.startIndex, offsetBy: Int(segment.range.end) - 1)
        // All of the text, since it shows at the other bracket.
        return original.replacing(row.text, with: quoted(String(text[..<end]) + text[end...].dropFirst()))
      }
    }
  },
  Operator(pipeline: "get-that-is-no-text", .refused, "3") { original in
    original.pipeline.references.flatMap { row in
      ["5", "[]", "{}", "true"].map { original.replacing(row.text, with: $0) }
    }
  },
  Operator(pipeline: "values-of-a-join-that-are-no-list", .refused, "3") { original in
    original.values(of: .values, in: .join).flatMap { values in
      [#""a""#, "{}", #"{ "Get": "Execution.PipelineName" }"#].map { original.replacing(values, with: $0) }
    }
  },
  Operator(pipeline: "drop-the-path-of-a-json-get", .refused, "3") { original in
    original.pipeline.jsonGets.compactMap { original.removing(.path, from: $0) }
  },
  Operator(pipeline: "json-get-of-nothing", .refused, "3") { original in
    original.pipeline.jsonGets.compactMap { get in
      original.removing(original.pipeline.row(.s3Uri, of: get) == nil ? .propertyFile : .s3Uri, from: get)
    }
  },
  Operator(pipeline: "property-file-of-another-step-type", .refused, "3") { original in
    let others = original.steps().filter { $0.type != .processing && $0.type != .fail }
      .compactMap { original.pipeline.name($0.id) }
    return original.references { $0.place == .propertyFile }.flatMap { row, reference in
      others.map { Mutation(original.respelling(reference.name, of: row, as: $0)) }
    }
  },
]
