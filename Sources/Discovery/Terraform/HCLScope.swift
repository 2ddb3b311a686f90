import SourceText

/// What names in a file in HCL stand for, as far as the file says it.
final class HCLScope {
  let source: SourceFile
  let limits: Limits
  private var locals: [String: ByteRange] = [:]
  /// What each `data.template_file` is made of.
  private var templates: [String: ByteRange] = [:]
  /// How many bytes references may still make readers look at again. References multiply: ten lines that each use the
  /// line before them twice stand for a thousand copies of the first.
  private var budget: Int

  init(_ source: SourceFile, blocks: [HCLBlock] = [], limits: Limits) {
    self.source = source
    self.limits = limits
    budget = 1 << 20 + 16 * source.bytes.count
    for block in blocks {
      switch block.type {
      case "locals":
        for attribute in block.attributes { locals[attribute.name] = attribute.value }
      case "data" where block.labels.count == 2 && block.labels[0] == "template_file":
        templates[block.labels[1]] = block.attribute("template")?.value
      default: break
      }
    }
  }

  func expression(_ range: ByteRange) -> HCLExpression { HCLExpression(range, in: source, limits: limits) }

  /// The expression that a reference leads to: `local.name`, with names of members behind it, or
  /// `data.template_file.name.rendered`.
  func value(of reference: [String]) -> ByteRange? { value(of: reference, depth: 0) }

  private func value(of reference: [String], depth: Int) -> ByteRange? {
    guard let (first, members) = target(of: reference) else { return nil }
    var value = first
    for name in members {
      guard let member = member(name, of: value, depth: depth) else { return nil }
      value = member
    }
    return spend(value.count) ? value : nil
  }

  private func target(of reference: [String]) -> (ByteRange, members: ArraySlice<String>)? {
    if reference.count == 4, reference.starts(with: ["data", "template_file"]) {
      return templates[reference[2]].map { ($0, []) }
    }
    guard reference.count > 1, reference[0] == "local" else { return nil }
    return locals[reference[1]].map { ($0, reference.dropFirst(2)) }
  }

  private func member(_ name: String, of value: ByteRange, depth: Int) -> ByteRange? {
    guard depth < 16, spend(value.count) else { return nil }
    switch expression(value) {
    case .object(let range): return member(name, of: range)
    case .reference(let names):
      return self.value(of: names, depth: depth + 1).flatMap { member(name, of: $0, depth: depth + 1) }
    default: return nil
    }
  }

  private func member(_ name: String, of object: ByteRange) -> ByteRange? {
    var found: ByteRange?
    forEachMember(of: object) { if $0 == name { found = $2 } }
    return found
  }

  private func spend(_ count: Int) -> Bool {
    budget -= count + 1
    return budget > 0
  }
}

extension HCLScope {
  /// Visits the members of an object whose names stand there as they are, with the places of names and values.
  ///
  /// - Returns: Whether these are all there are.
  @discardableResult
  func forEachMember(
    of object: ByteRange, _ visit: (_ name: String, _ place: ByteRange, _ value: ByteRange) -> Void
  ) -> Bool {
    var cursor = HCLCursor(source, object, limits)
    guard !cursor.isFor else { return false }
    cursor.advance()
    var isComplete = true
    while let member = cursor.readMemberName() {
      let start = UInt32(cursor.position)
      let value = ByteRange(start, UInt32(cursor.skipExpression(.member)))
      if let (name, place) = cursor.text(of: member.name) {
        visit(name, place, value)
      } else {
        isComplete = false
      }
    }
    return isComplete
  }

  /// The text of a string in which nothing is filled in.
  func string(_ value: ByteRange) -> String? {
    guard case .template(let range) = expression(value) else { return nil }
    var text = HCLText(self)
    text.writeTemplate(range)
    guard text.text.pieces.allSatisfy({ !$0.isPlaceholder }) else { return nil }
    return String(decoding: text.text.bytes, as: UTF8.self)
  }

  /// The expression of a string that is nothing but an interpolation.
  func interpolation(alone template: ByteRange) -> ByteRange? {
    var cursor = HCLCursor(source, template, limits)
    guard cursor.heredoc == nil else { return nil }
    var parts: [HCLCursor.TemplatePart] = []
    cursor.readQuoted { if parts.count < 2 { parts.append($0) } }
    guard parts.count == 1, case .interpolation(let range) = parts[0], range.count > 3 else { return nil }
    return ByteRange(range.start + 2, range.end - 1)
  }
}
