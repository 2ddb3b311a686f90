/// Writes texts as GitHub's Markdown shows them literally.
public enum Markdown {
  /// A text within a line. What Markdown would read as markup is escaped.
  public static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if #"\`*_[]<>|~&#"#.unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar.printable)
    }
    return result
  }

  /// A block of code.
  ///
  /// - Parameter language: For colours; `text` for none.
  public static func fenced(_ code: String, _ language: String) -> String {
    // A fence is longer than any that the code holds.
    var fence = "```"
    while code.contains(fence) { fence += "`" }
    return "\(fence)\(language)\n\(code)\(code.hasSuffix("\n") ? "" : "\n")\(fence)\n"
  }
}
