import SourceText

/// A directive and what it is about.
struct PlacedDirective {
  let names: [IgnoreDirective.Name]
  let reason: String?
  /// What to underline, like the ranges of the names in bytes of the file.
  let range: ByteRange
  let scope: Scope
  var isMisplaced = false

  enum Scope {
    /// What begins in a part of the file.
    case file(ByteRange)
    /// What begins in a part of the text of a definition that is put together from strings of the file.
    case definition(Int, ByteRange)
  }

  /// Whether it is about what begins at a place.
  ///
  /// - Parameters:
  ///   - place: In the file.
  ///   - inner: In the text of the definition.
  ///   - definition: Among those of the file; nil of what was found in the text of the file.
  func covers(_ place: ByteRange, _ inner: ByteRange, definition: Int?) -> Bool {
    switch scope {
    case .file(let range): range.holds(place.start)
    case .definition(let index, let range): index == definition && range.holds(inner.start)
    }
  }
}

extension ByteRange {
  /// Whether something that begins at an offset begins in the range; at its very end counts as well.
  fileprivate func holds(_ offset: UInt32) -> Bool { start <= offset && offset <= end }
}
