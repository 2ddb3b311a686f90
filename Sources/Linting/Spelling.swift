/// Finds what somebody probably meant.
public enum Spelling {
  /// The candidate that is closest to `name`: equal but for letter case, or at most two edits away (one in names
  /// of up to three letters). Of equally close ones the first.
  ///
  /// O(candidates × length of `name`): distances above the bound are not worked out.
  public static func closest(to name: String, in candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.unicodeScalars)
    let folded = name.lowercased()
    let bound = wanted.count <= 3 ? 1 : 2
    var best: (candidate: String, distance: Int)?
    for candidate in candidates where candidate != name {
      if candidate.lowercased() == folded { return candidate }
      let scalars = Array(candidate.unicodeScalars)
      guard abs(scalars.count - wanted.count) <= bound, min(scalars.count, wanted.count) > bound else {
        continue
      }
      let limit = best.map { $0.distance - 1 } ?? bound
      if let distance = distance(wanted, scalars, limit: limit) { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// The restricted Damerau–Levenshtein distance, if it is at most `limit`.
  static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int) -> Int? {
    guard limit >= 0, abs(left.count - right.count) <= limit else { return nil }
    let far = limit + 1
    var beforeLast = [Int](repeating: far, count: right.count + 1)
    var last = (0...right.count).map { min($0, far) }
    for row in 1..<(left.count + 1) {
      var current = [Int](repeating: far, count: right.count + 1)
      if row <= limit { current[0] = row }
      let columns = max(1, row - limit)..<(min(right.count, row + limit) + 1)
      for column in columns {
        let isSame = left[row - 1] == right[column - 1]
        var best = last[column - 1] + (isSame ? 0 : 1)
        best = min(best, last[column] + 1, current[column - 1] + 1)
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          best = min(best, beforeLast[column - 2] + 1)
        }
        current[column] = min(best, far)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }
}
