extension SeededGenerator {
  /// The text of an ignore file.
  ///
  /// - Parameters:
  ///   - paths: Some patterns are made to match, or just to miss, one of these.
  ///   - folder: What each pattern begins with.
  mutating func patterns(about paths: [String], below folder: String = "") -> String {
    let lines = (0..<Int.random(in: 1...4, using: &self)).map { _ in
      var line = once(in: 4) ? "!" : ""
      if once(in: 6) { line += "/" }
      line += folder + (paths.isEmpty || once(in: 3) ? jumble() : blur(pick(paths)))
      if once(in: 5) { line += "/" }
      if once(in: 10) { line += " " }
      return line
    }
    return lines.joined(separator: once(in: 10) ? "\r\n" : "\n") + (once(in: 3) ? "" : "\n")
  }

  /// A path, or the beginning, middle or end of it, with wildcards in the place of some parts.
  private mutating func blur(_ path: String) -> String {
    var components = path.split(separator: "/")
    if once(in: 3) { components.removeFirst(Int.random(in: 0..<components.count, using: &self)) }
    if once(in: 3) { components.removeLast(Int.random(in: 0..<components.count, using: &self)) }
    var pattern = ""
    for (index, component) in components.enumerated() {
      if index > 0 { pattern += once(in: 8) ? pick(["/**/", "**/", "/**", #"/**\/"#, "*/", "//"]) : "/" }
      let isKept = once(in: 3)
      pattern += isKept ? String(component) : once(in: 4) ? pick(["*", "**", "***"]) : blurred(component)
    }
    if once(in: 8) { pattern = pick(["**/", "**", "*"]) + pattern }
    return pattern
  }

  private mutating func blurred(_ component: Substring) -> String {
    component.unicodeScalars.reduce(into: "") { pattern, scalar in
      pattern += once(in: 2) ? "\(scalar)" : around(scalar)
    }
  }

  /// A pattern that matches a character, or nearly does.
  private mutating func around(_ scalar: Unicode.Scalar) -> String {
    pick([
      "?", "*", "**", "*\(scalar)", "\(scalar)*", #"\\#(scalar)"#, "[\(scalar)]", "[!\(scalar)]",
      "[x\(scalar)-]",
      "[^x]", "[ -\(scalar)]", "[\(scalar)-~]", #"[\\#(scalar)]"#, #"[!-\\#(scalar)]"#, "[]\(scalar)]",
      "[-\(scalar)]",
      "[[:\(pick(classes)):]]", "[![:\(pick(classes)):]]", "[[:\(pick(classes)):]\(scalar)]", "[[\(scalar)]",
    ])
  }

  private mutating func jumble() -> String {
    var text = ""
    for index in 0..<Int.random(in: 1...4, using: &self) {
      if index > 0, once(in: 2) { text += "/" }
      text += once(in: 2) ? pick(["a", "b", "ab", "foo", "a.b", "é", "A"]) : pick(oddities)
    }
    return text
  }
}

private let classes = [
  "alnum", "alpha", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper", "xdigit",
  "nope",
]

private let oddities = [
  "*", "*", "?", "**", "**/", "/**", "/**/", "*.json", "***", #"\*"#, #"\a"#, #"\"#, #"\/"#, #"\ "#, "#", "!",
  "[a-c]",
  "[!a]", "[^b]", "[]a]", "[!]]", "[a", "[a-]", "[-a]", "[c-a]", "[[:x:]]", "[[:]", "[[:a]", "[[a-c]]",
  "[a-c-e]",
  #"[\]a]"#, #"[a\-c]"#, #"[\"#, #"[a-\c]"#, "[*-a]", "[[::]]", "[a/b]", "[.-0]", "[!.]", "[é]",
  "[[:alpha:]-c]",
]
