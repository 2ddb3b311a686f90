public import Syntax

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a template language around a definition fills in before AWS sees it.
extension SyntaxTree {
  /// Whether nothing can be said about a value: a placeholder, an unreadable value, or a call of the template
  /// language around the definition (`!Sub`, `{"Fn::Sub": …}`, `{"Ref": …}`).
  public func isUnsettled(_ value: NodeID) -> Bool {
    if isUnknown(value) || isTagged(value) { return true }
    guard kind(value) == .object, count(value) == 1 else { return false }
    let key = NodeID(value.index + 1)
    return text(key, is: "Ref") || withText(key) { $0.begins(with: "Fn::") }
  }

  /// Whether a string is filled in before AWS sees it: it holds a `${Name}`.
  public func hasSubstitution(_ value: NodeID) -> Bool {
    withText(value) { text in
      guard text.count >= 4, let base = text.baseAddress else { return false }
      var index = 1
      // The C library is quick to see that there is no brace, which settles most strings.
      while index < text.count, let brace = memchr(base + index, 0x7B, text.count - index) {
        index = UnsafeRawPointer(base).distance(to: brace) + 1
        if text[index - 2] == UInt8(ascii: "$") { return true }
      }
      return false
    }
  }

  /// Whether a value is a string that means what it says.
  public func isLiteralString(_ value: NodeID) -> Bool {
    kind(value) == .string && !isTagged(value) && !hasSubstitution(value)
  }
}
