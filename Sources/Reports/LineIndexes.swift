import Diagnostics
import SourceText

/// Makes the line index of each source once, provided that the findings of one source stand together.
struct LineIndexes {
  private var latest: LineIndex?
  /// By source: the last place that any finding shows or changes.
  private let lastOffsets: [ObjectIdentifier: UInt32]

  init(_ diagnostics: [Diagnostic]) {
    lastOffsets = diagnostics.reduce(into: [:]) { offsets, diagnostic in
      let places = diagnostic.related.map(\.range) + (diagnostic.fix?.edits.map(\.range) ?? [])
      let last = places.reduce(diagnostic.range.end) { max($0, $1.end) }
      let source = ObjectIdentifier(diagnostic.source)
      offsets[source] = max(offsets[source] ?? 0, last)
    }
  }

  subscript(source: SourceFile) -> LineIndex {
    mutating get {
      if let latest, latest.source === source { return latest }
      let lines = LineIndex(source, through: lastOffsets[ObjectIdentifier(source)] ?? .max)
      latest = lines
      return lines
    }
  }
}
