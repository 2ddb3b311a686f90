/// A set of Unicode scalars: what one place of a text may hold.
struct ScalarSet: Sendable, Equatable {
  /// In order, not touching.
  private(set) var ranges: [ClosedRange<UInt32>]

  static let last: UInt32 = 0x10FFFF
  static let digits = ScalarSet([0x30...0x39])
  static let wordScalars = ScalarSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  static let blanks = ScalarSet([0x09...0x0D, 0x20...0x20])
  /// What `.` stands for.
  static let anyButLineEnd = ScalarSet([0x0A...0x0A]).inverted

  init(_ ranges: [ClosedRange<UInt32>]) {
    self.ranges = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      guard let last = self.ranges.last, range.lowerBound <= last.upperBound + 1 else {
        self.ranges.append(range)
        continue
      }
      let end = max(last.upperBound, range.upperBound)
      self.ranges[self.ranges.count - 1] = last.lowerBound...end
    }
  }

  var inverted: ScalarSet {
    var result: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound > next { result.append(next...range.lowerBound - 1) }
      next = range.upperBound + 1
    }
    if next <= Self.last { result.append(next...Self.last) }
    return ScalarSet(result)
  }

  func union(_ other: ScalarSet) -> ScalarSet { ScalarSet(ranges + other.ranges) }

  /// With the other case of each ASCII letter in it.
  var ignoringCase: ScalarSet {
    var all = ranges
    for range in ranges {
      for (letters, offset) in [(UInt32(0x41)...0x5A, 32), (0x61...0x7A, -32)] {
        guard range.overlaps(letters) else { continue }
        let both = range.clamped(to: letters)
        all.append(UInt32(Int(both.lowerBound) + offset)...UInt32(Int(both.upperBound) + offset))
      }
    }
    return ScalarSet(all)
  }
}
