/// Finds what somebody probably meant.
public enum Spelling {
  /// A name that was probably meant.
  public struct Suggestion: Sendable {
    public let name: String
    /// Whether it takes a wilful reader to think of anything else: no other candidate is as close, and it differs
    /// only in letter case or, in names of more than three letters, by one edit that is not of a digit.
    public let isSure: Bool

    public init(name: String, isSure: Bool) {
      self.name = name
      self.isSure = isSure
    }
  }

  /// The candidate that is closest to `name`: equal but for letter case, or at most two edits away (one in names
  /// of up to three letters). Of equally close ones the first.
  @inlinable
  public static func closest(to name: String, in candidates: some Sequence<String>) -> String? {
    suggestion(for: name, in: candidates)?.name
  }

  /// The candidate that is closest to `name`, and how sure that is.
  ///
  /// O(candidates × length of `name`), and much less for candidates that have other letters.
  @inlinable
  public static func suggestion(for name: String, in candidates: some Sequence<String>) -> Suggestion? {
    // Where the caller's type is known, a lazy sequence costs a fifth of what it does here.
    suggestion(for: name, among: Array(candidates))
  }

  @usableFromInline
  static func suggestion(for name: String, among candidates: [String]) -> Suggestion? {
    let letters = Letters(name)
    if let match = matchButForCase(name, letters, candidates) { return match }
    let wanted = Array(name.unicodeScalars)
    let bound = wanted.count <= 3 ? 1 : 2
    var table = EditDistance()
    var best: (candidate: String, distance: Int, isAlone: Bool)?
    for candidate in candidates where candidate != name {
      let limit = best?.distance ?? bound
      // An edit takes at most one letter out of the set and puts one in.
      guard letters.differences(from: Letters(candidate)) <= 2 * limit else { continue }
      guard abs(candidate.utf8.count - name.utf8.count) <= 4 * limit else { continue }
      let scalars = Array(candidate.unicodeScalars)
      guard min(scalars.count, wanted.count) > bound,
        let distance = table.distance(wanted, scalars, limit: limit)
      else { continue }
      if let last = best, distance == last.distance {
        if candidate != last.candidate { best?.isAlone = false }
      } else {
        best = (candidate, distance, true)
      }
    }
    return best.map { best in
      let isSlip = best.distance == 1 && wanted.count > 3 && digits(of: best.candidate) == digits(of: name)
      return Suggestion(name: best.candidate, isSure: best.isAlone && isSlip)
    }
  }

  private static func matchButForCase(
    _ name: String, _ letters: Letters, _ candidates: [String]
  ) -> Suggestion? {
    let length = name.utf8.count
    let lowercased = name.lowercased()
    var match: Suggestion?
    for candidate in candidates where candidate.utf8.count == length && candidate != name {
      guard letters.differences(from: Letters(candidate)) == 0, candidate.lowercased() == lowercased else {
        continue
      }
      if let first = match {
        if candidate != first.name { return Suggestion(name: first.name, isSure: false) }
      } else {
        match = Suggestion(name: candidate, isSure: true)
      }
    }
    return match
  }

  /// `Step1` and `Step2` are two names, not one and a slip.
  private static func digits(of name: String) -> [UInt8] { name.utf8.filter { $0 &- 0x30 < 10 } }
}

/// Which letters a name has, case aside: a quick way to see that two names have little in common.
private struct Letters {
  private var bits: UInt64 = 0

  init(_ name: String) {
    for scalar in name.unicodeScalars {
      let isUpper = scalar.value &- 0x41 < 26
      bits |= 1 << UInt64((isUpper ? scalar.value | 0x20 : scalar.value) & 63)
    }
  }

  func differences(from other: Letters) -> Int { (bits ^ other.bits).nonzeroBitCount }
}

/// The restricted Damerau–Levenshtein distance, worked out near the diagonal only. Keeps its rows between calls.
struct EditDistance {
  private var beforeLast: [Int] = []
  private var last: [Int] = []
  private var current: [Int] = []

  /// The distance, if it is at most `limit`. O(length × limit).
  mutating func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int) -> Int? {
    guard limit >= 0, abs(left.count - right.count) <= limit else { return nil }
    let far = limit + 1
    beforeLast.removeAll(keepingCapacity: true)
    current.removeAll(keepingCapacity: true)
    last.removeAll(keepingCapacity: true)
    for column in 0...right.count {
      beforeLast.append(far)
      current.append(far)
      last.append(min(column, far))
    }
    for row in 0..<left.count {
      fill(row + 1, left, right, limit)
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }

  private mutating func fill(_ row: Int, _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], _ limit: Int) {
    let far = limit + 1
    let first = max(1, row - limit)
    let end = min(right.count, row + limit)
    // What is left of and behind the band is out of reach.
    current[first - 1] = first == 1 ? min(row, far) : far
    if end < right.count { current[end + 1] = far }
    guard first <= end else { return }
    for column in first...end {
      let isSame = left[row - 1] == right[column - 1]
      var best = min(last[column - 1] + (isSame ? 0 : 1), last[column] + 1, current[column - 1] + 1)
      if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
        best = min(best, beforeLast[column - 2] + 1)
      }
      current[column] = min(best, far)
    }
  }
}
