/// Writes XML 1.0: an element a line, indented. What comes from files is escaped on every way into it.
struct XMLWriter {
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var level = 0

  /// An element with what `content` writes inside of it.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    content: (inout XMLWriter) -> Void
  ) {
    open(name, attributes)
    text += ">\n"
    let start = text.utf8.count
    level += 1
    content(&self)
    level -= 1
    if text.utf8.count == start {
      text.removeLast(2)
      text += "/>\n"
    } else {
      indent()
      close(name)
    }
  }

  /// An element with text inside of it, or nothing.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], text content: String = ""
  ) {
    open(name, attributes)
    guard !content.isEmpty else {
      text += "/>\n"
      return
    }
    text += ">"
    write(content, isAttribute: false)
    close(name)
  }

  private mutating func open(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>) {
    indent()
    text += "<\(name)"
    for (name, value) in attributes {
      text += " \(name)=\""
      write(value, isAttribute: true)
      text += "\""
    }
  }

  private mutating func close(_ name: StaticString) {
    text += "</\(name)>\n"
  }

  private mutating func indent() {
    text += String(repeating: "  ", count: level)
  }

  private mutating func write(_ content: String, isAttribute: Bool) {
    for scalar in content.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += isAttribute ? "&quot;" : "\""
      // Readers turn a bare one into a line feed.
      case "\r": text += "&#13;"
      // Readers turn a bare one in an attribute into a blank.
      case "\n", "\t":
        if isAttribute { text += "&#\(scalar.value);" } else { text.unicodeScalars.append(scalar) }
      // Not characters of XML, however they are written.
      case "\u{FFFE}", "\u{FFFF}": text += "\u{FFFD}"
      // XML has no control characters either.
      default: text.unicodeScalars.append(scalar.printable)
      }
    }
  }
}
