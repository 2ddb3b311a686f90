import SourceText

/// Makes the line index of each source once, provided that the findings of one source stand together.
struct LineIndexes {
  private var latest: LineIndex?

  subscript(source: SourceFile) -> LineIndex {
    mutating get {
      if let latest, latest.source === source { return latest }
      let lines = LineIndex(source)
      latest = lines
      return lines
    }
  }
}
