import Diagnostics
import SourceText
import Syntax
import Workflows

/// `Retry`, `Catch` and the names of errors.
let errorOperators: [Operator] = [
  Operator("states-all-not-last", .refused, "1.10") { original in
    let machine = original.machine
    let lists = machine.objects.flatMap { object in
      [Field.retry, .catch].compactMap { machine.value($0, of: object) }
    }
    return lists.compactMap { list in
      guard original.tree.kind(list) == .array, let last = original.tree.elements(list).last,
        original.tree.kind(last) == .object
      else { return nil }
      let copy = original.spelling(last)
      // What stood last names something else than the new first entry, which catches all.
      guard copy.contains("States.ALL") else { return nil }
      let later = copy.replacing("States.ALL", with: "States.Permissions")
      return Mutation(original.replacement(last, "\(copy), \(later)"))
    }
      + original.states(lacking: .retry).map {
        original.inserting(
          #""Retry": [ { "ErrorEquals": [ "States.ALL" ] }, { "ErrorEquals": [ "States.Timeout" ] } ]"#,
          into: $0.node)
      }
  },
  Operator("states-all-not-alone", .refused, "1.10") { original in
    original.values(of: .errorEquals).filter { original.tree.count($0) > 0 }.flatMap { list in
      let inner = original.spelling(list).dropFirst().dropLast()
      return inner.contains("States.ALL")
        ? [original.replacing(list, with: "[ \"States.Timeout\", \(inner) ]")]
        : [original.replacing(list, with: "[ \(inner), \"States.ALL\" ]")]
    }
  },
  Operator("error-that-is-no-string", .refused, "1.10") { original in
    errorNames(in: original).flatMap { name in
      ["5", "null", "{}"].map { original.replacing(name, with: $0) }
    }
  },
  Operator("handlers-not-in-a-list", .refused, "1.10") { original in
    original.states(lacking: .retry).map {
      original.inserting(#""Retry": { "ErrorEquals": [ "States.ALL" ] }"#, into: $0.node)
    }
  },
  Operator("catcher-without-target", .refused, "1.10") { original in
    original.states(lacking: .catch).map {
      original.inserting(#""Catch": [ { "ErrorEquals": [ "States.ALL" ] } ]"#, into: $0.node)
    }
  },
  Operator("catcher-that-ends", .refused, "1.10") { original in
    original.machine.catchers.compactMap { catcher in
      original.machine.row(.next, of: catcher).map { row in
        let target = original.machine.transitions.first { $0.name == row.value }?.target.state
        return Mutation(
          original.exchange(row, for: "\"End\": true"),
          victims: target.map { [original.machine[$0].name] } ?? [])
      }
    }
  },
  Operator("retrier-without-errors", .refused, "1.10") { original in
    original.states(lacking: .retry).map {
      original.inserting(#""Retry": [ { "MaxAttempts": 2 } ]"#, into: $0.node)
    }
  },
  Operator("reordered-retriers", .refused, "1.10") { original in
    original.machine.states.compactMap { state in
      let retriers = original.machine.retriers(of: state)
      guard let last = retriers.last, let first = retriers.first, first.position != last.position,
        original.spelling(last.node).contains("States.ALL")
      else { return nil }
      return original.swapping(original.tree.range(first.node), original.tree.range(last.node))
    }
      + original.machine.states.compactMap { state in
        let catchers = original.machine.catchers(of: state)
        guard let last = catchers.last, let first = catchers.first, first.position != last.position,
          original.spelling(last.node).contains("States.ALL")
        else { return nil }
        return original.swapping(original.tree.range(first.node), original.tree.range(last.node))
      }
  },
]

private func errorNames(in original: Original) -> [NodeID] {
  original.values(of: .errorEquals).flatMap(original.tree.elements)
}
