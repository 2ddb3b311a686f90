/// A regular expression that says whether a text has a match, in time that grows with the text and with the pattern
/// and never with the product of choices: no pattern, however hostile, hangs.
///
/// Understood are literals, `.`, classes such as `[a-z_]` and `[^/]`, `\d \w \s` and their opposites (of ASCII),
/// `\b \B`, `^ $` (ends of the text, not of lines), groups, `|`, the quantifiers `* + ? {n} {n,} {n,m}`, and `(?i)` at
/// the beginning (ASCII letters in either case). There is no looking around and no reference back to a group, which
/// cannot be had in linear time.
public struct RegularExpression: Sendable {
  /// As it was written.
  public let pattern: String
  private let program: PatternProgram

  public init(_ pattern: String) throws(PatternProblem) {
    self.pattern = pattern
    do throws(PatternProblem) {
      program = try PatternProgram(PatternParser.parse(pattern))
    } catch {
      // What is wrong with all of it has no place.
      throw error.range.isEmpty && error.range.lowerBound == 0
        ? PatternProblem(error.message, 0..<pattern.utf8.count) : error
    }
  }

  /// Whether the pattern matches anywhere in a text. O(bytes × length of the pattern).
  ///
  /// - Parameters:
  ///   - text: UTF-8; what is ill-formed reads as U+FFFD.
  ///   - budget: How many steps may be taken; what was taken is subtracted.
  /// - Returns: nil if the budget did not suffice.
  public func matches(_ text: UnsafeBufferPointer<UInt8>, budget: inout Int) -> Bool? {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: program.instructions.count * 4) { memory in
      program.instructions.withUnsafeBufferPointer { instructions in
        var run = PatternRun(program, instructions, memory, budget: budget)
        defer { budget = run.budget }
        return run.matches(text)
      }
    }
  }

  /// Whether the pattern matches anywhere in a text.
  public func matches(_ text: String) -> Bool {
    var text = text
    var budget = Int.max
    return text.withUTF8 { matches($0, budget: &budget) } ?? false
  }
}

/// One run of a program over a text: all places in the program that the text so far leads to, side by side.
private struct PatternRun {
  private let program: PatternProgram
  private let instructions: UnsafeBufferPointer<PatternProgram.Instruction>
  private var current: UnsafeMutableBufferPointer<UInt32>
  private var next: UnsafeMutableBufferPointer<UInt32>
  /// For each instruction the last round in which it was added.
  private let marks: UnsafeMutableBufferPointer<UInt32>
  private let pending: UnsafeMutableBufferPointer<UInt32>
  private var currentCount = 0
  private var nextCount = 0
  private var round: UInt32 = 0
  private(set) var budget: Int

  /// - Parameter memory: Room for four numbers an instruction.
  init(
    _ program: PatternProgram, _ instructions: UnsafeBufferPointer<PatternProgram.Instruction>,
    _ memory: UnsafeMutableBufferPointer<UInt32>, budget: Int
  ) {
    self.program = program
    self.instructions = instructions
    self.budget = budget
    let count = instructions.count
    memory.initialize(repeating: 0)
    current = UnsafeMutableBufferPointer(rebasing: memory[0..<count])
    next = UnsafeMutableBufferPointer(rebasing: memory[count..<2 * count])
    marks = UnsafeMutableBufferPointer(rebasing: memory[2 * count..<3 * count])
    pending = UnsafeMutableBufferPointer(rebasing: memory[3 * count..<4 * count])
  }

  mutating func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool? {
    var position = 0
    var before: UInt32?
    while true {
      let (here, length) = scalar(at: position, in: text)
      round &+= 1
      // A round for each scalar: texts are shorter than numbers.
      nextCount = 0
      let isStart = position == 0
      for index in 0..<currentCount where follow(current[index], before, here, isStart) { return true }
      if isStart || !program.isAnchored, follow(0, before, here, isStart) { return true }
      guard budget >= 0 else { return nil }
      guard let here else { return false }
      if nextCount == 0, program.isAnchored { return false }
      step(over: here)
      before = here
      position += length
    }
  }

  /// Puts the places that take the scalar, moved behind it, into `current`.
  private mutating func step(over scalar: UInt32) {
    currentCount = 0
    for index in 0..<nextCount {
      let place = next[index]
      guard case .scalar(let set) = instructions[Int(place)], contains(set, scalar) else { continue }
      current[currentCount] = place + 1
      currentCount += 1
    }
    budget -= nextCount
  }

  /// Adds what can be reached from a place without reading, and says whether that is a match.
  private mutating func follow(_ place: UInt32, _ before: UInt32?, _ here: UInt32?, _ isStart: Bool) -> Bool {
    var count = 0
    push(place, &count)
    while count > 0 {
      count -= 1
      budget -= 1
      let place = pending[count]
      switch instructions[Int(place)] {
      case .match: return true
      case .scalar:
        next[nextCount] = place
        nextCount += 1
      case .jump(let target): push(target, &count)
      case .split(let first, let second):
        push(second, &count)
        push(first, &count)
      case .assertion(let assertion):
        if holds(assertion, before, here, isStart) { push(place + 1, &count) }
      }
    }
    return false
  }

  private mutating func push(_ place: UInt32, _ count: inout Int) {
    guard marks[Int(place)] != round else { return }
    marks[Int(place)] = round
    pending[count] = place
    count += 1
  }

  private func holds(
    _ assertion: PatternAssertion, _ before: UInt32?, _ here: UInt32?, _ isStart: Bool
  ) -> Bool {
    switch assertion {
    case .start: return isStart
    case .end: return here == nil
    case .wordBoundary: return isWord(before) != isWord(here)
    case .noWordBoundary: return isWord(before) == isWord(here)
    }
  }

  private func isWord(_ scalar: UInt32?) -> Bool {
    guard let scalar else { return false }
    return scalar &- 0x30 < 10 || (scalar | 0x20) &- 0x61 < 26 && scalar < 128 || scalar == 0x5F
  }

  private func contains(_ set: UInt32, _ scalar: UInt32) -> Bool {
    let row = program.sets[Int(set)]
    if scalar < 64 { return row.low >> UInt64(scalar) & 1 == 1 }
    if scalar < 128 { return row.high >> UInt64(scalar - 64) & 1 == 1 }
    return program.ranges[row.ranges].contains { $0.contains(scalar) }
  }

  /// The scalar that begins at a byte, and how many bytes it takes; nil at the end.
  private func scalar(at position: Int, in text: UnsafeBufferPointer<UInt8>) -> (UInt32?, Int) {
    guard position < text.count else { return (nil, 0) }
    let byte = text[position]
    if byte < 0x80 { return (UInt32(byte), 1) }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    guard byte >= 0xC2, byte < 0xF5, position + length <= text.count else { return (0xFFFD, 1) }
    var value = UInt32(byte) & (0x7F >> UInt32(length))
    for index in position + 1..<position + length {
      guard text[index] & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | UInt32(text[index] & 0x3F)
    }
    return (value, length)
  }
}
