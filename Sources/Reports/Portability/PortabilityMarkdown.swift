import Portability

extension PortabilityReport {
  /// For pull requests and documents.
  public func markdown() -> String {
    entries.map(\.markdown).joined(separator: "\n")
  }
}

extension PortabilityReport.Entry {
  fileprivate var markdown: String {
    let verdict = portability.verdict
    var text = "### \(Markdown.escaped(name))\n\n"
    text += "**\(verdict.sentence(from: portability.service))** \(Markdown.escaped(verdict.reason))\n"
    for (title, evidence) in portability.groupedEvidence {
      text += "\n\(title):\n\n"
      for item in evidence { text += "* \(Markdown.escaped(item.sentence))\n" }
    }
    guard !portability.parts.isEmpty else { return text }
    let part = portability.service.part
    text +=
      "\n| \(part.prefix(1).uppercased() + part.dropFirst()) | Is | Becomes | How |\n|---|---|---|---|\n"
    for part in portability.parts {
      let cells = [part.name, part.kind, part.counterpart.phrase, part.how].map(Markdown.escaped)
      text += "| \(cells.joined(separator: " | ")) |\n"
    }
    return text + "\n\(Markdown.escaped(portability.sizeSentence))\n"
  }
}
