import Linting

extension Pipeline {
  /// `"Train"`, for messages; `a step without a name` if it has none that is known.
  func quotedName(_ id: StepID) -> String { name(id).map(quoted) ?? "a step without a name" }

  /// What to underline for a finding about a whole step: its name, or the object.
  func title(of step: Step) -> NodeID { step.name ?? step.node }

  /// The name of a step that was probably meant.
  func closestStep(to name: String) -> Spelling.Suggestion? {
    Spelling.suggestion(for: name, in: steps.lazy.compactMap { self.name($0.id) })
  }

  /// Whether an object is filled in by a template language around the definition, so that fields may come in.
  func isTemplated(_ object: some HasPipelineFields) -> Bool {
    fields(of: object).contains { row in
      row.field == .unknown
        && (tree.withText(row.key) { $0.begins(with: "Fn::") } || tree.hasSubstitution(row.key))
    }
  }
}

extension PipelineSubject {
  /// What the name in a reference says.
  func name(in row: ReferenceRow) -> String {
    row.reference.map { text($0.name, in: row.text) } ?? ""
  }

  /// A part of a string, decoded.
  func text(_ part: ByteRange, in node: NodeID) -> String {
    tree.withText(node) { text in
      let end = min(Int(part.end), text.count)
      return String(decoding: text[min(Int(part.start), end)..<end], as: UTF8.self)
    }
  }

  /// The text of a key in a reference.
  func text(_ key: EscapedText, in node: NodeID) -> String { tree.withText(node) { key.text(in: $0) } }

  /// Writes what was probably meant in place of a part of a string; nil where that is spelt with escapes.
  func respelling(
    _ part: ByteRange, of node: NodeID, as suggestion: Spelling.Suggestion?
  ) -> Fix? {
    let range = tree.sourceRange(node, part)
    guard let suggestion, source.text(in: range) == text(part, in: node) else { return nil }
    return Fix(
      "Replace with \(quoted(suggestion.name))", isSafe: suggestion.isSure, TextEdit(range, suggestion.name))
  }
}

extension PipelineObjectKind {
  /// The phrase at the beginning of a sentence.
  var capitalizedPhrase: String { phrase.prefix(1).uppercased() + phrase.dropFirst() }
}
