import SourceText
import Syntax
import TestSupport
import Testing

/// Random values, written as JSON in random ways: reading gives them back, each at the bytes that it was
/// written to.
@Suite struct RandomValueTests {
  @Test(arguments: 0..<150)
  func areReadAsTheyWereWritten(_ seed: Int) {
    var writer = ValueWriter(seed: UInt64(seed), isYAML: false)
    writer.writeValue(depth: 0)
    expect(.json, writer)
  }

  /// JSON is YAML too, as long as its keys stand on one line and its escapes are those of YAML.
  @Test(arguments: 0..<150)
  func areReadAsYAMLToo(_ seed: Int) {
    var writer = ValueWriter(seed: UInt64(seed), isYAML: true)
    writer.writeValue(depth: 0)
    expect(.yaml, writer)
  }

  private func expect(_ notation: Notation, _ writer: ValueWriter) {
    let tree = SyntaxTree.read(SourceFile(path: "random", bytes: writer.bytes), as: notation)
    let text = String(decoding: writer.bytes, as: UTF8.self)
    #expect(tree.problems == [], "\(text)")
    #expect(tree.brokenPromises == [])
    #expect(tree.nodes.count == writer.written.count, "\(text)")
    for (index, (node, expected)) in zip(tree.nodes, writer.written).enumerated() {
      let id = NodeID(UInt32(index))
      #expect(node.kind == expected.kind && node.range == expected.range, "node \(index) of \(text)")
      #expect(tree.text(id) == expected.text, "node \(index) of \(text)")
      #expect(tree.count(id) == expected.count && tree.boolean(id) == expected.boolean)
      #expect(tree.number(id) == (expected.kind == .number ? Double(expected.text) : nil))
    }
  }
}

/// Writes random values and notes what should be read, in document order.
private struct ValueWriter {
  struct Written {
    var kind: NodeKind
    var range: ByteRange
    var text = ""
    var count = 0
    var boolean: Bool?
  }

  private(set) var bytes: [UInt8] = []
  private(set) var written: [Written] = []
  private var random: SplitMix64
  private let isYAML: Bool

  init(seed: UInt64, isYAML: Bool) {
    random = SplitMix64(seed: seed)
    self.isYAML = isYAML
    if Bool.random(using: &random) { bytes += [0xEF, 0xBB, 0xBF] }
    // Before the first bracket, YAML takes a tab for indentation.
    if !isYAML { writeBlanks() }
  }

  mutating func writeValue(depth: Int) {
    let kinds = depth < 5 ? 0..<9 : 4..<9
    switch depth == 0 ? Int.random(in: 0..<4, using: &random) : Int.random(in: kinds, using: &random) {
    case 0, 1: writeCollection(.object, depth)
    case 2, 3: writeCollection(.array, depth)
    case 4: writeScalar(.null, "null")
    case 5:
      let value = Bool.random(using: &random)
      writeScalar(.boolean, value ? "true" : "false")
      written[written.count - 1].boolean = value
    case 6, 7: writeString(.string)
    default: writeScalar(.number, number())
    }
  }

  private mutating func writeCollection(_ kind: NodeKind, _ depth: Int) {
    let index = written.count
    let start = UInt32(bytes.count)
    let count = Int.random(in: 0...4, using: &random)
    written.append(Written(kind: kind, range: ByteRange(at: start), count: count))
    write(kind == .object ? "{" : "[")
    writeBlanks()
    for entry in 0..<count {
      if entry > 0 {
        write(",")
        writeBlanks()
      }
      if kind == .object {
        writeString(.key, unique: entry)
        if !isYAML { writeBlanks() }
        write(":")
        writeBlanks()
      }
      writeValue(depth: depth + 1)
      writeBlanks()
    }
    write(kind == .object ? "}" : "]")
    written[index].range = ByteRange(start, UInt32(bytes.count))
  }

  private mutating func writeScalar(_ kind: NodeKind, _ text: String) {
    let start = UInt32(bytes.count)
    write(text)
    written.append(Written(kind: kind, range: ByteRange(start, UInt32(bytes.count)), text: text))
  }

  /// Writes a string; one that ends with `unique` repeats no other.
  private mutating func writeString(_ kind: NodeKind, unique: Int? = nil) {
    let start = UInt32(bytes.count)
    let alphabet: [Unicode.Scalar] = [
      "a", "Z", "7", " ", "\"", "\\", "/", "\n", "\t", "\u{1}", "é", "日", "😀", ":", "#", "{", "'",
    ]
    var text = ""
    write("\"")
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      let scalar = alphabet.randomElement(using: &random) ?? "a"
      text.unicodeScalars.append(scalar)
      write(spelling(of: scalar))
    }
    if let unique {
      text += "\(unique)"
      write("\(unique)")
    }
    write("\"")
    written.append(Written(kind: kind, range: ByteRange(start, UInt32(bytes.count)), text: text))
  }

  /// One of the ways in which a character may stand in a string.
  private mutating func spelling(of scalar: Unicode.Scalar) -> String {
    let units = String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16, uppercase: Bool.random(using: &random))
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
    // YAML knows no pairs of surrogates.
    let escape = isYAML && units.count > 1 ? String(scalar) : units.joined()
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return Bool.random(using: &random) ? "\\n" : escape
    case "\t": return "\\t"
    case "\u{1}": return escape
    case "/": return Bool.random(using: &random) ? "/" : "\\/"
    default: return Int.random(in: 0..<4, using: &random) == 0 ? escape : String(scalar)
    }
  }

  private mutating func number() -> String {
    var text = Bool.random(using: &random) ? "-" : ""
    text += "\(Int.random(in: 0...(1 << Int.random(in: 0..<60, using: &random)), using: &random))"
    if Bool.random(using: &random) { text += ".\(Int.random(in: 0...999, using: &random))" }
    if Int.random(in: 0..<3, using: &random) == 0 {
      text += ["e", "E"].randomElement(using: &random) ?? ""
      text += ["", "-", "+"].randomElement(using: &random) ?? ""
      text += "\(Int.random(in: 0...30, using: &random))"
    }
    return text
  }

  private mutating func writeBlanks() {
    let blanks = ["", "", " ", "\n", "\r\n", "\t", "\n\n    ", "          \n"]
    write(blanks.randomElement(using: &random) ?? "")
  }

  private mutating func write(_ text: String) {
    bytes += Array(text.utf8)
  }
}
