/// A compiled wildcard pattern, of the kind that `.gitignore` files hold.
///
/// Matching costs at most length of the pattern × length of the text: no pattern can make it backtrack.
struct Wildcard: Sendable {
  enum Token: Hashable, Sendable {
    case byte(UInt8)
    case oneOf(ByteSet)
    /// `*`: any bytes but slashes.
    case star
    /// `**`: any bytes.
    case starStar
    /// The slash that ends `**/`, which together also match nothing. Follows a ``starStar``.
    case folderSlash
  }

  private var tokens: [Token]
  /// The literal bytes that the pattern ends with, which decide most comparisons.
  private var suffix: [UInt8] = []

  init(_ tokens: [Token]) {
    self.tokens = tokens
    while case .byte(let byte)? = self.tokens.last {
      suffix.append(byte)
      self.tokens.removeLast()
    }
    suffix.reverse()
  }

  func matches(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count >= suffix.count, text.suffix(suffix.count).elementsEqual(suffix) else { return false }
    let rest = text.dropLast(suffix.count)
    if tokens == [.star] { return !rest.contains(slash) }
    return withUnsafeTemporaryAllocation(of: Bool.self, capacity: tokens.count + 1) { states in
      states.initialize(repeating: false)
      return run(on: rest, states)
    }
  }

  /// Follows all ways to match at once: `states[i]` says that the first `i` tokens match what was read.
  private func run(on text: ArraySlice<UInt8>, _ states: UnsafeMutableBufferPointer<Bool>) -> Bool {
    states[0] = true
    skipEmptyMatches(states)
    for byte in text {
      guard advance(states, over: byte) else { return false }
    }
    return states[tokens.count]
  }

  /// Before anything is read, the tokens that may match nothing do.
  private func skipEmptyMatches(_ states: UnsafeMutableBufferPointer<Bool>) {
    for (index, token) in tokens.enumerated() {
      switch token {
      case .star, .starStar: states[index + 1] = states[index]
      case .folderSlash: states[index + 1] = index > 0 && states[index - 1]
      case .byte, .oneOf: return
      }
    }
  }

  /// - Returns: Whether any way to match is left.
  private func advance(_ states: UnsafeMutableBufferPointer<Bool>, over byte: UInt8) -> Bool {
    var before = states[0]
    states[0] = false
    var isAnyLeft = false
    for (index, token) in tokens.enumerated() {
      let hadMatched = states[index + 1]
      let matches =
        switch token {
        case .byte(let expected): before && byte == expected
        case .oneOf(let set): before && set.contains(byte)
        case .star: states[index] || (hadMatched && byte != slash)
        case .starStar: states[index] || hadMatched
        case .folderSlash: (before && byte == slash) || (index > 0 && states[index - 1])
        }
      states[index + 1] = matches
      isAnyLeft = isAnyLeft || matches
      before = hadMatched
    }
    return isAnyLeft
  }
}
