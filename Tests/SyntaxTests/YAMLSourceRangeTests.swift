import SourceText
import Syntax
import TestSupport
import Testing

/// Parts of a scalar's text are found where they were typed, whatever style YAML has them in.
@Suite struct YAMLSourceRangeTests {
  @Test(arguments: [
    // What stands between the marks is the part.
    (#"a: "x\tyy\u00e9 «zz»""#, "zz"), ("a: \"x\n  y\\\n  z «w»\"", "w"), ("a: 'it''s «so»'", "so"),
    ("a: 'it«''»s'", "'"), (#"a: "\x41«\u00e9»b""#, "é"), ("a: one\n  two\n\n  «three»", "three"),
    ("a: |\n    x\n\n      «y»\n    z\n", "y"), ("a: >-\n  x\n  y «z»\n", "z"),
    ("a: >+2 # why\n    x\n  «y»\n", "y"), (#"a: "q\"«r»""#, "r"), (#"a: "\L«r»""#, "r"),
  ])
  func findsAPart(_ marked: String, _ part: String) throws {
    let text = marked.replacing("«", with: "").replacing("»", with: "")
    let start = try #require(marked.utf8Offset(of: "«"))
    let end = try #require(marked.utf8Offset(of: "»")) - "«".utf8.count
    let tree = SyntaxTree.yaml(text)
    let value = try #require(tree.value(tree.roots[0], "a"))
    let offset = try #require(tree.text(value).utf8Offset(of: part))
    let range = ByteRange(UInt32(offset), UInt32(offset + part.utf8.count))
    #expect(tree.sourceRange(value, range) == ByteRange(UInt32(start), UInt32(end)))
  }

  /// Random words in every style, with random line breaks.
  @Test(arguments: 0..<400)
  func findsEveryWord(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let words = (0..<Int.random(in: 1...8, using: &random)).map { "w\($0)é" }
    let text = scalar(of: words, Int.random(in: 0..<5, using: &random), &random)
    let tree = SyntaxTree.yaml("a: \(text)\nb: c\n")
    let value = try #require(tree.value(tree.roots[0], "a"))
    let decoded = tree.text(value)
    for word in words {
      let offset = try #require(decoded.utf8Offset(of: word), "\(decoded)")
      let range = ByteRange(UInt32(offset), UInt32(offset + word.utf8.count))
      #expect(tree.source.text(in: tree.sourceRange(value, range)) == word, "\(text)")
    }
  }

  private func scalar(of words: [String], _ style: Int, _ random: inout SplitMix64) -> String {
    let separators = style < 3 ? [" ", "  ", "\n  ", "\n\n    "] : [" ", "\n  ", "\n\n  ", "\n    "]
    var body = ""
    for word in words {
      if !body.isEmpty { body += separators[Int.random(in: 0..<separators.count, using: &random)] }
      body += word
    }
    return switch style {
    case 0: body
    case 1: "'''\(body)'"
    case 2: "\"\\t\(body)\\u0041\""
    case 3: "|\n  \(body)"
    default: ">\n  \(body)"
    }
  }
}

extension String {
  fileprivate func utf8Offset(of part: String) -> Int? {
    firstRange(of: part).map { utf8.distance(from: startIndex, to: $0.lowerBound) }
  }
}
