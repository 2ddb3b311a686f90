import Discovery
public import Linting

/// What came of one example of a declared rule.
public struct ExampleRun: Sendable {
  public let example: DeclaredExample
  /// The text without its marks.
  public let source: SourceFile
  /// Marked, and not found.
  public let missing: [ByteRange]
  /// Found, and not marked, with what is said there.
  public let unexpected: [(range: ByteRange, message: String)]
  /// Marked and found.
  public let met: [ByteRange]
  /// Why the example shows nothing, as a sentence; nil if it does.
  public let fault: String?

  public var isPassed: Bool { missing.isEmpty && unexpected.isEmpty && fault == nil }

  /// Runs a rule over one of its examples.
  public init(_ rule: Rule, _ declared: DeclaredExample, limits: Limits = Limits()) {
    example = declared
    let marked = MarkedText(declared.example.markedText)
    source = SourceFile(path: declared.example.path, text: marked.text)
    let document = Discovery(limits: limits).document(source, origin: .named)
    let found = document.map { Linter(rules: [rule], limits: limits).lint($0).diagnostics } ?? []
    var open = marked.marked
    var met: [ByteRange] = []
    var unexpected: [(range: ByteRange, message: String)] = []
    for finding in found {
      if let index = open.firstIndex(of: finding.range) {
        met.append(open.remove(at: index))
      } else {
        unexpected.append((finding.range, finding.message))
      }
    }
    self.met = met
    self.unexpected = unexpected
    missing = open
    fault = Self.fault(of: declared, marked, document)
  }

  private static func fault(of declared: DeclaredExample, _ marked: MarkedText, _ document: Document?)
    -> String?
  {
    if let defect = document?.tree.defects.first(where: {
      $0.kind != .duplicateKey && $0.kind != .surprisingNumber
    }) {
      let line = document.map { LineIndex($0.source).line(at: defect.range.start) } ?? 1
      return "The text of the example cannot be read from its line \(line) on."
    }
    guard let document, !document.definitions.isEmpty else { return "The example is no workflow definition." }
    if declared.isBad, marked.marked.isEmpty {
      return "A bad example marks what is found: «…» around the part that is underlined."
    }
    if !declared.isBad, !marked.marked.isEmpty { return "A good example has no marks." }
    return nil
  }
}
