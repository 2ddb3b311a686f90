/// A regular expression as a program for a machine that is in many states at once.
struct PatternProgram: Sendable {
  enum Instruction: Sendable {
    /// Goes on if the next scalar is in the set with this place.
    case scalar(set: UInt32)
    /// Goes on at both places.
    case split(UInt32, UInt32)
    case jump(UInt32)
    case assertion(PatternAssertion)
    case match
  }

  /// A set, as fast to ask as its members are common.
  struct Row: Sendable {
    /// A bit for each ASCII scalar.
    var low: UInt64 = 0
    var high: UInt64 = 0
    /// The places in `ranges` of the others.
    var ranges: Range<Int>
  }

  private(set) var instructions: [Instruction] = []
  private(set) var sets: [Row] = []
  private(set) var ranges: [ClosedRange<UInt32>] = []
  /// Whether a match can only begin where the text does.
  private(set) var isAnchored = false

  private var knownSets: [ScalarSet] = []
  private var steps = 0

  /// Instructions of one program.
  static let maximumLength = 2_000
  /// What the making of one may cost: empty parts make no instructions, however often they are repeated.
  private static let maximumSteps = 50_000

  init(_ syntax: PatternSyntax) throws(PatternProblem) {
    try add(syntax)
    instructions.append(.match)
    if case .assertion(.start) = instructions[0] { isAnchored = true }
    knownSets = []
  }

  private var end: UInt32 { UInt32(instructions.count) }

  private mutating func append(_ instruction: Instruction) throws(PatternProblem) {
    guard instructions.count < Self.maximumLength else { throw Self.tooLarge }
    instructions.append(instruction)
  }

  private static let tooLarge = PatternProblem("the pattern is too large: its repetitions multiply", 0..<0)

  private mutating func add(_ syntax: PatternSyntax) throws(PatternProblem) {
    steps += 1
    guard steps <= Self.maximumSteps else { throw Self.tooLarge }
    switch syntax {
    case .empty: break
    case .scalars(let set): try append(.scalar(set: place(of: set)))
    case .assertion(let assertion): try append(.assertion(assertion))
    case .sequence(let parts): for part in parts { try add(part) }
    case .alternatives(let alternatives): try addAlternatives(alternatives)
    case .repeated(let part, let bounds, let isOpen):
      // Of an open repetition the last copy is the loop: else nested ones would double what is in them.
      for _ in 0..<bounds.lowerBound - (isOpen && bounds.lowerBound > 0 ? 1 : 0) { try add(part) }
      if isOpen {
        try addLoop(part, isOptional: bounds.lowerBound == 0)
      } else {
        try addOptional(part, count: bounds.upperBound - bounds.lowerBound)
      }
    }
  }

  private mutating func addAlternatives(_ alternatives: [PatternSyntax]) throws(PatternProblem) {
    var jumps: [Int] = []
    for alternative in alternatives.dropLast() {
      let split = instructions.count
      try append(.match)
      try add(alternative)
      jumps.append(instructions.count)
      try append(.match)
      instructions[split] = .split(UInt32(split + 1), end)
    }
    if let last = alternatives.last { try add(last) }
    for jump in jumps { instructions[jump] = .jump(end) }
  }

  private mutating func addLoop(_ part: PatternSyntax, isOptional: Bool) throws(PatternProblem) {
    guard isOptional else {
      let start = end
      try add(part)
      try append(.split(start, end + 1))
      return
    }
    let split = instructions.count
    try append(.match)
    try add(part)
    try append(.jump(UInt32(split)))
    instructions[split] = .split(UInt32(split + 1), end)
  }

  private mutating func addOptional(_ part: PatternSyntax, count: Int) throws(PatternProblem) {
    var splits: [Int] = []
    for _ in 0..<count {
      splits.append(instructions.count)
      try append(.match)
      try add(part)
    }
    for split in splits { instructions[split] = .split(UInt32(split + 1), end) }
  }

  private mutating func place(of set: ScalarSet) -> UInt32 {
    if let known = knownSets.lastIndex(of: set) { return UInt32(known) }
    var row = Row(ranges: ranges.count..<ranges.count)
    for range in set.ranges {
      for scalar in range.clamped(to: 0...127) where range.contains(scalar) {
        if scalar < 64 { row.low |= 1 << UInt64(scalar) } else { row.high |= 1 << UInt64(scalar - 64) }
      }
      if range.upperBound > 127 { ranges.append(max(range.lowerBound, 128)...range.upperBound) }
    }
    row.ranges = row.ranges.lowerBound..<ranges.count
    sets.append(row)
    knownSets.append(set)
    return UInt32(sets.count - 1)
  }
}
