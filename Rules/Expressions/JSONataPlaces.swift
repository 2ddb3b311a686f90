import Linting

extension Subject {
  /// Where a part of an expression stands in the file.
  func place(of part: ByteRange, in site: ExpressionSite) -> ByteRange {
    tree.sourceRange(site.value, JSONataReading.range(part))
  }

  /// The edit that puts something in place of a part of an expression.
  ///
  /// - Parameter text: Without quotes and backslashes, which files spell in many ways.
  /// - Returns: Nil where the file spells the part, or what stands around it, in another way.
  func replacement(of part: ByteRange, in site: ExpressionSite, with text: String) -> TextEdit? {
    let range = place(of: part, in: site)
    let spelling = tree.withText(site.value) { bytes in
      let part = JSONataReading.range(part)
      return String(decoding: bytes.dropFirst(Int(part.start)).prefix(part.count), as: UTF8.self)
    }
    return source.text(in: range) == spelling ? TextEdit(range, text) : nil
  }
}

extension JSONataExpression {
  /// The text of a node's own token, as it is written.
  func spelling(_ id: JSONataNode.ID) -> String {
    let range = self[id].tokenRange
    return String(decoding: text[Int(range.start)..<Int(range.end)], as: UTF8.self)
  }
}
