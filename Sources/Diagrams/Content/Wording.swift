/// Says a number of seconds as people do, without rounding: `30 s`, `900 s`, `1 h`, `30 d`.
enum Wording {
  static func duration(seconds: Int) -> String {
    guard seconds >= 3600, seconds.isMultiple(of: 60) else { return "\(seconds) s" }
    if seconds.isMultiple(of: 86_400) { return "\(seconds / 86_400) d" }
    let minutes = seconds % 3600 / 60
    return minutes == 0 ? "\(seconds / 3600) h" : "\(seconds / 3600) h \(minutes) min"
  }

  static func count(_ number: Int, _ one: StaticString, _ many: StaticString) -> String {
    "\(number) \(number == 1 ? one : many)"
  }

  /// The inside of `{% … %}`; any other text as it is.
  static func expression(_ text: String) -> String {
    guard text.hasPrefix("{%"), text.hasSuffix("%}"), text.count >= 4 else { return text }
    return String(text.dropFirst(2).dropLast(2)).trimmed
  }

  /// A path as a picture has room for it: without `$.`, and of a long one only the end, where the meaning is.
  static func path(_ text: String) -> String {
    let path = text.hasPrefix("$.") ? String(text.dropFirst(2)) : text
    let parts = path.split(separator: ".", omittingEmptySubsequences: false)
    guard path.count > 30, parts.count > 2 else { return path }
    return "…" + parts.suffix(2).joined(separator: ".")
  }

  /// What an entry of `ErrorEquals` is called on a line.
  static func errorName(_ name: String) -> String {
    if name == "States.ALL" { return "any error" }
    return name.hasPrefix("States.") ? String(name.dropFirst(7)) : name
  }
}

extension String {
  /// Without white space at both ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
