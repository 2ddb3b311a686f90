import Diagnostics
import Syntax
import Workflows

/// Map states and their parts.
let mapOperators: [Operator] = [
  Operator("distributed-without-execution-type", .refused, "1.9") { original in
    original.objects(.processorConfig).compactMap { original.removing(.executionType, from: $0) }
      + original.machine.scopes.filter {
        $0.kind == .processor && !$0.fields.present.contains(.processorConfig)
      }
      .map { original.inserting(#""ProcessorConfig": { "Mode": "DISTRIBUTED" }"#, into: $0.node) }
  },
  Operator("execution-type-of-an-inline-map", .refused, "1.9") { original in
    original.objects(.processorConfig).filter { !$0.fields.present.contains(.executionType) }.map {
      original.inserting(#""ExecutionType": "STANDARD""#, into: $0.node)
    }
  },
  constant("misspelt-mode", .processorConfig, .mode, ["Distributed", "inline", "INLINED"]),
  constant("misspelt-execution-type", .processorConfig, .executionType, ["Standard", "EXPRES"]),
  constant("misspelt-input-type", .readerConfig, .inputType, ["Json", "csv", "JSONL2"]),
  constant("misspelt-csv-header-location", .readerConfig, .csvHeaderLocation, ["first_row", "FIRSTROW"]),
  // A word that is like none that is known may be a new one.
  constant("unknown-mode", .processorConfig, .mode, ["PARALLEL"], level: .warning),
  constant("unknown-input-type", .readerConfig, .inputType, ["XML", "AVRO"], level: .warning),
  constant(
    "reader-of-another-api", .itemReader, .resource,
    ["arn:aws:states:::s3:putObject", "arn:aws:states:::s3:listObjects", "arn:aws:states:::lambda:invoke"]),

  Operator("csv-without-header-location", .refused, "1.9") { original in
    original.objects(.readerConfig).compactMap { config in
      let type = original.machine.value(.inputType, of: config)
      return original.removing(.csvHeaderLocation, from: config, victims: type.map { [$0] } ?? [])
    }
  },
  Operator("csv-headers-missing", .refused, "1.9") { original in
    original.objects(.readerConfig).compactMap { config in
      original.machine.value(.csvHeaderLocation, of: config).map {
        original.replacing($0, with: quoted("GIVEN"))
      }
    }
  },
  Operator("csv-header-location-for-json", .refused, "1.9") { original in
    readers(of: "JSON", in: original).map {
      original.setting(.csvHeaderLocation, to: quoted("FIRST_ROW"), in: $0)
    }
  },
  // Documented, but no answer of AWS is recorded.
  Operator("items-pointer-for-csv", .refused, "1.9", level: .warning) { original in
    readers(of: "CSV", in: original).map { original.setting(.itemsPointer, to: quoted("/items"), in: $0) }
  },

  Operator("result-writer-of-an-inline-map", .refused, "1.9") { original in
    original.states(lacking: .resultWriter).filter { !original.isDistributed($0) }.map {
      original.inserting(resultWriter($0.language == .jsonata ? "Arguments" : "Parameters"), into: $0.node)
    }
  },
  // Documented, but no answer of AWS is recorded; no more is one for an empty label.
  Operator("empty-result-writer", .refused, "1.9", level: .warning) { original in
    original.states(lacking: .resultWriter).filter { original.isDistributed($0) }.map {
      original.inserting("\"ResultWriter\": {}", into: $0.node)
    }
  },
  Operator("writer-in-the-other-language", .refused, "1.9") { original in
    original.states(lacking: .resultWriter).filter { original.isDistributed($0) }.map {
      original.inserting(resultWriter($0.language == .jsonata ? "Parameters" : "Arguments"), into: $0.node)
    }
  },

  Operator("empty-label", .refused, "1.4", level: .warning) { original in
    original.states(.map).filter { original.isDistributed($0) }.map {
      original.setting(.label, to: "\"\"", in: $0)
    }
  },
  Operator("malformed-label", .refused, "1.4") { original in
    original.states(.map).filter { original.isDistributed($0) }.flatMap { map in
      ["two words", "a/b*", "a:b", "a$b", "#1", String(repeating: "l", count: 41)]
        .map { original.setting(.label, to: quoted($0), in: map) }
    }
  },
  Operator("duplicate-label", .refused, "1.4") { original in
    let maps = original.states(.map).filter { original.isDistributed($0) }
    return zip(maps, maps.dropFirst()).map { first, second in
      Mutation(
        original.insertion(#""Label": "same""#, into: first.node),
        original.insertion(#""Label": "same""#, into: second.node))
    }
  },

  // The ranges of items and batches are documented, but no answer of AWS is recorded.
  Operator("max-items-out-of-range", .refused, "1.4", level: .warning) { original in
    original.objects(.readerConfig).filter { !$0.fields.present.contains(.maxItemsPath) }.flatMap { config in
      ["-1", "1.5"].map { original.setting(.maxItems, to: $0, in: config) }
    }
  },
  Operator("batch-out-of-range", .refused, "1.4", level: .warning) { original in
    original.states(lacking: .itemBatcher).filter { original.isDistributed($0) }.flatMap { map in
      [
        "\"MaxItemsPerBatch\": 0", "\"MaxItemsPerBatch\": -1", "\"MaxInputBytesPerBatch\": 0",
        "\"MaxInputBytesPerBatch\": 262145",
      ]
      .map { original.inserting("\"ItemBatcher\": { \($0) }", into: map.node) }
    }
  },
]

private func resultWriter(_ parameters: String) -> String {
  """
  "ResultWriter": { "Resource": "arn:aws:states:::s3:putObject", \
  "\(parameters)": { "Bucket": "b", "Prefix": "p" } }
  """
}

private func readers(of type: StaticString, in original: Original) -> [ObjectRow] {
  original.objects(.readerConfig).filter { config in
    original.machine.value(.inputType, of: config).map { original.tree.text($0, is: type) } ?? false
  }
}

/// A constant of a part of a Map that is none of those that AWS knows.
private func constant(
  _ name: String, _ kind: ObjectKind, _ field: Field, _ values: [String], level: Severity = .error
) -> Operator {
  Operator(name, .refused, "1.9", level: level) { original in
    original.objects(kind).compactMap { original.machine.value(field, of: $0) }.flatMap { value in
      values.map { original.replacing(value, with: quoted($0)) }
    }
  }
}
