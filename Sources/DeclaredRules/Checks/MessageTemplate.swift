import Linting

/// A message with places for what is known of a finding.
struct MessageTemplate: Sendable {
  enum Placeholder: String, CaseIterable, Sendable {
    /// Of the element, or of the state that it belongs to; of the workflow where there is none.
    case name
    /// What is looked at, as the rule calls it.
    case field
    /// Its value, shortened.
    case value
    /// The path of the file.
    case file
  }

  private enum Part: Sendable {
    case text(String)
    case placeholder(Placeholder)
  }

  private var parts: [Part] = []

  /// A word in braces that is no placeholder, and where it stands, in bytes of the text.
  struct Problem: Error {
    let word: String
    let range: Range<Int>
  }

  /// Reads a text in which `{name}` and the like stand for something, and `{{` and `}}` for braces. A brace that does not
  /// enclose one word stands for itself.
  init(_ text: String) throws(Problem) {
    var rest = text[...]
    var literal = ""
    while let character = rest.first {
      if rest.hasPrefix("{{") || rest.hasPrefix("}}") {
        literal.append(character)
        rest = rest.dropFirst(2)
        continue
      }
      guard character == "{", let end = rest.firstIndex(of: "}") else {
        literal.append(character)
        rest = rest.dropFirst()
        continue
      }
      let word = rest[rest.index(after: rest.startIndex)..<end]
      guard !word.isEmpty, word.allSatisfy(\.isLetter) else {
        literal.append(character)
        rest = rest.dropFirst()
        continue
      }
      guard let placeholder = Placeholder(rawValue: String(word)) else {
        let start = text.utf8.distance(from: text.startIndex, to: rest.startIndex)
        throw Problem(word: String(word), range: start..<start + word.utf8.count + 2)
      }
      if !literal.isEmpty { parts.append(.text(literal)) }
      literal = ""
      parts.append(.placeholder(placeholder))
      rest = rest[rest.index(after: end)...]
    }
    if !literal.isEmpty { parts.append(.text(literal)) }
  }

  func filled(name: String, field: String, value: String, file: String) -> String {
    parts.reduce(into: "") { result, part in
      switch part {
      case .text(let text): result += text
      case .placeholder(.name): result += name.shortened
      case .placeholder(.field): result += field
      case .placeholder(.value): result += value.shortened
      case .placeholder(.file): result += file
      }
    }
  }
}

extension String {
  fileprivate var shortened: String { unicodeScalars.count <= 90 ? self : "\(prefix(90))…" }
}
