extension String {
  /// The text in lines of at most `width` characters, broken at blanks; longer words stand alone.
  ///
  /// Line ends in the text are kept.
  func wrapped(to width: Int) -> String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.wrappedParagraph(to: width) }
      .joined(separator: "\n")
  }
}

extension Substring {
  fileprivate func wrappedParagraph(to width: Int) -> String {
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    return (lines + [line]).joined(separator: "\n")
  }
}
