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
  public static func closest(to name: String, in candidates: some Sequence<String>) -> String? {
    suggestion(for: name, in: candidates)?.name
  }

  /// The candidate that is closest to `name`, and how sure that is.
  ///
  /// O(candidates × length of `name`), and much less for candidates that have other letters.
  public static func suggestion(for name: String, in candidates: some Sequence<String>) -> Suggestion? {
    let wanted = Array(name.unicodeScalars)
    let letters = Letters(name)
    let bound = wanted.count <= 3 ? 1 : 2
    var table = EditDistance()
    var best: (candidate: String, distance: Int, isAlone: Bool)?
    for candidate in candidates where candidate != name {
      // An edit takes at most one letter out of the set and puts one in.
      guard letters.differences(from: Letters(candidate)) <= 2 * bound else { continue }
      var distance: Int? = isSameButForCase(name, candidate) ? 0 : nil
      if distance == nil {
        let scalars = Array(candidate.unicodeScalars)
        guard min(scalars.count, wanted.count) > bound else { continue }
        distance = table.distance(wanted, scalars, limit: best?.distance ?? bound)
      }
      guard let distance else { continue }
      if let last = best, distance >= last.distance {
        if distance == last.distance, candidate != last.candidate { best?.isAlone = false }
      } else {
        best = (candidate, distance, true)
      }
    }
    return best.map { best in
      let isSmall = best.distance == 0 || best.distance == 1 && wanted.count > 3
      let isSure = best.isAlone && isSmall && digits(of: best.candidate) == digits(of: name)
      return Suggestion(name: best.candidate, isSure: isSure)
    }
  }

  /// `Step1` and `Step2` are two names, not one and a slip.
  private static func digits(of name: String) -> [UInt8] { name.utf8.filter { $0 &- 0x30 < 10 } }

  private static func isSameButForCase(_ left: String, _ right: String) -> Bool {
    left.utf8.count == right.utf8.count && left.lowercased() == right.lowercased()
  }
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
    beforeLast = Array(repeating: far, count: right.count + 1)
    current = beforeLast
    last = (0...right.count).map { min($0, far) }
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
