/// A run of the program as a text file: what is there, what is called, and what comes of it.
///
/// A section begins with a line `====TITLE====`. What stands before the first one is a comment. Control
/// characters are written as their pictures (``ControlPictures``), and a last line `\ no line end` takes the line
/// end before it away.
///
/// | section | holds |
/// |---|---|
/// | `file NAME` | a file |
/// | `unreadable NAME`, `device NAME` | nothing: the file is there, but cannot be read |
/// | `unwritable NAME` | nothing: the file cannot be written |
/// | `stdin` | standard input |
/// | `environment` | `NAME=value`, one a line |
/// | `terminals` | `stdout`, `stderr` or both |
/// | `today` | the day of the run; 2026-06-30 if not given |
/// | `limits` | the size of a file in bytes |
/// | `command` | the command line; single quotes hold words together |
/// | `stdout`, `stderr`, `written NAME`, `status` | what is expected |
struct Scenario {
  struct Section {
    let title: String
    var text: String
  }

  private let comment: String
  private var sections: [Section]

  init(_ text: String) {
    var comment = ""
    var sections: [Section] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("===="), line.hasSuffix("===="), line.utf8.count > 8 {
        sections.append(Section(title: String(line.dropFirst(4).dropLast(4)), text: ""))
      } else if sections.isEmpty {
        comment += line + "\n"
      } else {
        sections[sections.count - 1].text += line + "\n"
      }
    }
    // What follows the last line end is no line.
    if let last = sections.indices.last { sections[last].text.removeLast() }
    self.comment = comment
    self.sections = sections
  }

  /// The content of a section; nil if it is not there.
  subscript(title: String) -> String? {
    sections.first { $0.title == title }.map { Self.decoded($0.text) }
  }

  /// The names and contents of all sections of a kind.
  func all(_ kind: String) -> [(name: String, text: String)] {
    sections.compactMap { section in
      guard section.title.hasPrefix("\(kind) ") else { return nil }
      return (ControlPictures.resolved(section.title.dropFirst(kind.count + 1)), Self.decoded(section.text))
    }
  }

  /// The scenario with other expectations.
  func expecting(_ expected: [Section]) -> Scenario {
    var scenario = self
    scenario.sections.removeAll { section in
      ["stdout", "stderr", "status"].contains(section.title) || section.title.hasPrefix("written ")
    }
    scenario.sections += expected.map {
      Section(title: ControlPictures.drawn($0.title), text: Self.encoded($0.text))
    }
    return scenario
  }

  var text: String {
    comment + sections.map { "====\($0.title)====\n\($0.text)" }.joined()
  }

  private static let withoutLineEnd = "\\ no line end\n"

  private static func decoded(_ text: String) -> String {
    let text = ControlPictures.resolved(text)
    return text.hasSuffix(withoutLineEnd) ? String(text.dropLast(withoutLineEnd.count + 1)) : text
  }

  private static func encoded(_ text: String) -> String {
    let text = ControlPictures.drawn(text)
    return text.isEmpty || text.hasSuffix("\n") ? text : text + "\n" + withoutLineEnd
  }
}

extension Scenario {
  /// The words of the command, without the program's name.
  var arguments: [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    var isWord = false
    for character in self["command"] ?? "" {
      switch character {
      case "'":
        isQuoted.toggle()
        isWord = true
      case " ", "\n":
        if isQuoted {
          word.append(character)
        } else if isWord {
          words.append(word)
          (word, isWord) = ("", false)
        }
      default:
        word.append(character)
        isWord = true
      }
    }
    return Array(words.dropFirst())
  }
}
