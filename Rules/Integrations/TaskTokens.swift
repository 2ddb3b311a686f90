import Linting

/// Where the task token is in what a Task sends.
enum TokenMention {
  /// In this expression, or where it may be in it.
  case inExpression(NodeID)
  /// In this string, which is sent as it is: in JSONPath the name of a value that is an expression ends in `.$`.
  case asText(NodeID)
  case nowhere
  /// Something in it is filled in later.
  case unknown
}

extension Subject {
  /// Looks for the task token in a payload. O(its nodes).
  func tokenMention(in payload: NodeID, of task: State) -> TokenMention {
    var text: NodeID?
    // The whole context object may be the input.
    var isUnknown =
      machine.value(.inputPath, of: task).map { tree.withText($0) { occurs("$$", in: $0) } } ?? false
    var index = payload.index
    var isExpression = false
    while index < tree[payload].next {
      let node = NodeID(index)
      index += 1
      switch tree.kind(node) {
      case .key:
        isExpression = tree.withText(node) { $0.namesEvaluatedValue }
        continue
      case .string where machine.isLiteralString(node):
        let isEvaluated = task.language == .jsonata ? tree.withText(node, isJSONata) : isExpression
        if isEvaluated, tree.withText(node, mayHoldToken) { return .inExpression(node) }
        if !isEvaluated, tree.withText(node, namesToken) { text = text ?? node }
      case .string, .placeholder, .missing: isUnknown = true
      case .object: isUnknown = isUnknown || machine.isUnknown(node)
      case .array, .number, .boolean, .null: break
      }
      isExpression = false
    }
    return isUnknown ? .unknown : text.map(TokenMention.asText) ?? .nowhere
  }
}

private func isJSONata(_ text: UnsafeBufferPointer<UInt8>) -> Bool { text.begins(with: "{%") }

/// Whether a text names the token outright.
func namesToken(_ text: UnsafeBufferPointer<UInt8>) -> Bool { occurs("Task.Token", in: text) }

/// Whether an expression reads the token, or something of the context object that it may be part of.
private func mayHoldToken(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  guard occurs("$$", in: text) || occurs("$states", in: text) else { return occurs("$eval", in: text) }
  return occurs("Task", in: text) || occurs("Token", in: text) || readsWhole("$$", in: text)
    || readsWhole("$states", in: text) || readsWhole("$states.context", in: text)
}

/// Whether a name stands in a text without a field of it behind it.
private func readsWhole(_ name: StaticString, in text: UnsafeBufferPointer<UInt8>) -> Bool {
  occurrences(of: name, in: text) { end in end == text.count || text[end] != UInt8(ascii: ".") }
}

private func occurs(_ name: StaticString, in text: UnsafeBufferPointer<UInt8>) -> Bool {
  text.firstIndex(of: name) != nil
}

/// Whether any place of a name in a text satisfies a condition on where it ends.
private func occurrences(
  of name: StaticString, in text: UnsafeBufferPointer<UInt8>, _ isWanted: (_ end: Int) -> Bool
) -> Bool {
  var start = 0
  while let place = text.firstIndex(of: name, from: start) {
    if isWanted(place + name.utf8CodeUnitCount) { return true }
    start = place + 1
  }
  return false
}
