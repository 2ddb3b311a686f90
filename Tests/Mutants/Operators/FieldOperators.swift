import Diagnostics
import Syntax
import Workflows

/// Fields with wrong names, and fields where they do not belong.
let fieldOperators: [Operator] = [
  misspelling("drop-a-letter-of-a-field") { name in
    let middle = name.index(name.startIndex, offsetBy: name.count / 2)
    return String(name[..<middle] + name[middle...].dropFirst())
  },
  misspelling("double-a-letter-of-a-field") { String($0.prefix(2) + $0.dropFirst(1)) },
  misspelling("field-in-lower-case") { $0.prefix(1).lowercased() + $0.dropFirst() },

  // It may be newer than the tables, so that one cannot be sure.
  Operator("field-that-nobody-knows", .refused, "1.2", level: .warning) { original in
    original.machine.scopes.map(\.node).map { original.inserting(#""Zebra": true"#, into: $0) }
      + original.states().map { original.inserting(#""Zebra": true"#, into: $0.node) }
  },

  Operator("field-of-another-state-type", .refused, "1.2") { original in
    original.states().flatMap { state in
      sampleFields.filter { FieldTable.specification($0.field, in: ObjectKind(state.type)) == nil }.map {
        original.inserting($0.member, into: state.node)
      }
    }
  },
  Operator("field-of-the-other-language", .refused, "1.2") { original in
    original.states().flatMap { state in
      let other = FieldTable[ObjectKind(state.type)].filter {
        $0.language != nil && $0.language != state.language
      }
      return sampleFields.filter { sample in other.contains { $0.field == sample.field } }.map {
        original.inserting($0.member, into: state.node)
      }
    }
  },
  Operator("next-in-a-retrier", .refused, "1.10") { original in
    original.machine.retriers.map {
      original.inserting("\"Next\": \(startName(of: original))", into: $0.node)
    }
  },
  Operator("retry-field-in-a-catcher", .refused, "1.10") { original in
    original.machine.catchers.flatMap { catcher in
      [#""MaxAttempts": 2"#, #""IntervalSeconds": 2"#].map { original.inserting($0, into: catcher.node) }
    }
  },

  Operator("drop-type", .refused, "1.2") { original in
    original.states().compactMap { original.removing(.type, from: $0) }
  },
  Operator("unknown-type", .refused, "1.3") { original in
    original.values(of: .type).flatMap { type in
      ["Lambda", original.tree.text(type).lowercased(), original.tree.text(type) + "s"].map {
        original.replacing(type, with: quoted($0))
      }
    }
  },
  Operator("drop-required-field", .refused, "1.3") { original in
    original.machine.objects.filter { $0.kind != .machine && $0.kind != .branch && $0.kind != .processor }
      .flatMap { object in
        FieldTable.required(in: object.kind).fields.filter { $0 != .type }.compactMap { field in
          original.removing(field, from: object, victims: stranded(by: field, in: object, original))
        }
      }
  },
]

/// Where else it shows that a transition is gone: at the states to which it may have been the only way.
func stranded(by field: Field, in object: ObjectRow, _ original: Original) -> [NodeID] {
  let machine = original.machine
  guard field == .next || field == .choices, let state = object.state else { return [] }
  return machine.transitions(of: machine[state]).compactMap { $0.target.state.map { machine[$0].name } }
}

private func misspelling(_ name: String, _ misspell: @escaping @Sendable (String) -> String) -> Operator {
  let known = Set(Field.allCases.map(\.name))
  return Operator(name, .refused, "1.2") { original in
    original.machine.objects.filter { $0.kind != .credentials }.flatMap { object in
      original.machine.fields(of: object).filter { $0.field != .unknown }.compactMap { row in
        let wrong = misspell(row.field.name)
        return known.contains(wrong) ? nil : original.replacing(row.key, with: quoted(wrong))
      }
    }
  }
}

func startName(of original: Original) -> String {
  original.machine.value(.startAt, of: original.machine.scopes[0]).map(original.spelling) ?? "\"\""
}

/// A field with a value that suits it.
struct SampleField {
  let field: Field
  let member: String

  fileprivate init(_ field: Field, _ value: String) {
    self.field = field
    member = "\"\(field.name)\": \(value)"
  }
}

private let sampleFields: [SampleField] = [
  SampleField(.inputPath, #""$""#), SampleField(.outputPath, #""$""#), SampleField(.parameters, "{}"),
  SampleField(.resultPath, #""$""#), SampleField(.resultSelector, "{}"), SampleField(.result, "{}"),
  SampleField(.arguments, "{}"), SampleField(.output, "{}"), SampleField(.assign, #"{ "fresh": 1 }"#),
  SampleField(.retry, "[]"), SampleField(.catch, "[]"), SampleField(.end, "true"),
  SampleField(.resource, #""arn:aws:states:::lambda:invoke""#),
  SampleField(.credentials, #"{ "RoleArn": "arn:aws:iam::111122223333:role/r" }"#),
  SampleField(.timeoutSeconds, "60"), SampleField(.heartbeatSeconds, "30"),
  SampleField(.timeoutSecondsPath, #""$.t""#), SampleField(.heartbeatSecondsPath, #""$.h""#),
  SampleField(.choices, "[]"), SampleField(.default, #""Other""#), SampleField(.seconds, "1"),
  SampleField(.timestamp, #""2030-01-01T00:00:00Z""#), SampleField(.secondsPath, #""$.s""#),
  SampleField(.timestampPath, #""$.t""#), SampleField(.error, #""E""#), SampleField(.cause, #""because""#),
  SampleField(.errorPath, #""$.e""#), SampleField(.causePath, #""$.c""#), SampleField(.branches, "[]"),
  SampleField(.itemSelector, "{}"), SampleField(.itemBatcher, #"{ "MaxItemsPerBatch": 1 }"#),
  SampleField(.label, #""label""#), SampleField(.maxConcurrency, "1"),
  SampleField(.toleratedFailureCount, "1"),
  SampleField(.toleratedFailurePercentage, "1"), SampleField(.items, "[1]"),
  SampleField(.itemsPath, #""$.i""#),
  SampleField(.maxConcurrencyPath, #""$.m""#), SampleField(.toleratedFailureCountPath, #""$.c""#),
  SampleField(.toleratedFailurePercentagePath, #""$.p""#), SampleField(.startAt, #""Other""#),
  SampleField(.version, #""1.0""#),
]
