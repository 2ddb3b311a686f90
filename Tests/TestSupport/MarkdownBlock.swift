/// A fenced block of a Markdown page that a comment before it says something about: `<!-- file: NAME -->`.
public struct MarkdownBlock: Sendable {
  /// What the comment says.
  public let title: String
  public let text: String

  /// The blocks of a page, in order.
  public static func all(in page: String) -> [MarkdownBlock] {
    var blocks: [MarkdownBlock] = []
    var title: String?
    var text: String?
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if let content = text {
        if line == "```" {
          if let title { blocks.append(MarkdownBlock(title: title, text: content)) }
          (title, text) = (nil, nil)
        } else {
          text = content + line + "\n"
        }
      } else if line.hasPrefix("```") {
        text = ""
      } else if line.hasPrefix("<!-- "), line.hasSuffix(" -->") {
        title = String(line.dropFirst(5).dropLast(4))
      } else if !line.isEmpty {
        title = nil
      }
    }
    return blocks
  }
}
