public import Syntax
public import Workflows

/// One name in the `ErrorEquals` of a retrier or catcher.
public struct ErrorNameRow: Sendable {
  public enum Kind: UInt8, CaseIterable, Sendable {
    /// `States.ALL`
    case catchAll
    /// Any other name that begins with `States.`, which is reserved for Step Functions.
    case ofStates
    /// `SERVICE.ERROR`, as errors of services are called.
    case ofService
    /// Any other, such as a Lambda function raises.
    case plain
    /// A text that is filled in later, or no text at all.
    case unknown
  }

  public let kind: Kind
  /// Of a name of kind `ofService`: how many bytes of the decoded text stand before its first dot.
  public let prefixLength: UInt32
  public let node: NodeID
  /// The `ErrorEquals` that holds the name.
  public let list: NodeID
  public let state: StateID
  /// Whether it stands in a catcher, not in a retrier.
  public let isCaught: Bool
  /// The place of the retrier or catcher, counted from 0.
  public let position: Int
}

extension StateMachine {
  /// The names in all retriers, then those in all catchers. O(names).
  func errorNames() -> [ErrorNameRow] {
    var rows: [ErrorNameRow] = []
    rows.reserveCapacity(retriers.count + catchers.count)
    for retrier in retriers {
      addNames(of: retrier, state: retrier.state, isCaught: false, position: retrier.position, &rows)
    }
    for catcher in catchers {
      addNames(of: catcher, state: catcher.state, isCaught: true, position: catcher.position, &rows)
    }
    return rows
  }

  private func addNames(
    of owner: some HasFields, state: StateID, isCaught: Bool, position: Int, _ rows: inout [ErrorNameRow]
  ) {
    guard let list = value(.errorEquals, of: owner) else { return }
    tree.forEachElement(list) { node in
      let (kind, prefixLength) = isLiteralString(node) ? tree.withText(node, classified) : (.unknown, 0)
      rows.append(
        ErrorNameRow(
          kind: kind, prefixLength: prefixLength, node: node, list: list, state: state, isCaught: isCaught,
          position: position))
    }
  }
}

private func classified(_ name: UnsafeBufferPointer<UInt8>) -> (ErrorNameRow.Kind, UInt32) {
  if name.begins(with: "States.") { return (name.equals("States.ALL") ? .catchAll : .ofStates, 0) }
  guard let dot = name.firstIndex(of: UInt8(ascii: ".")), dot > 0, dot + 1 < name.count else {
    return (.plain, 0)
  }
  return (.ofService, UInt32(dot))
}
