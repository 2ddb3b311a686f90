/// One line of a `.gitignore` file, in the terms of git's manual (gitignore(5)).
struct IgnorePattern: Sendable {
  /// Whether it re-includes what it matches.
  let isNegated: Bool
  private let matchesOnlyFolders: Bool
  /// Without a slash in its beginning or middle it is held against names at any depth.
  private let matchesNames: Bool
  /// The bytes before the first wildcard, compared first.
  private let prefix: ArraySlice<UInt8>
  /// What follows the prefix; nil if nothing does.
  private let wildcard: Wildcard?

  /// - Parameter line: Without its line end.
  /// - Returns: nil of a blank line, a comment and a pattern that can match nothing.
  init?(_ line: ArraySlice<UInt8>) {
    guard line.first != UInt8(ascii: "#") else { return nil }
    var text = withoutTrailingBlanks(line)
    isNegated = text.first == UInt8(ascii: "!")
    if isNegated { text.removeFirst() }
    matchesOnlyFolders = text.last == slash
    if matchesOnlyFolders { text.removeLast() }
    matchesNames = !text.contains(slash)
    if text.first == slash { text.removeFirst() }
    guard !text.isEmpty else { return nil }
    let wildcardStart = text.firstIndex { #"*?[\"#.utf8.contains($0) } ?? text.endIndex
    prefix = text[..<wildcardStart]
    let rest = text[wildcardStart...]
    if rest.isEmpty {
      wildcard = nil
    } else {
      // The rest is a pattern of its own, as in git: the stars of "a**/b" stand at its start and cross folders.
      guard let parsed = WildcardParser.parse(rest, isPath: !matchesNames) else { return nil }
      wildcard = parsed
    }
  }

  /// - Parameters:
  ///   - path: Relative to the folder that the pattern is about.
  ///   - name: The last component of `path`.
  func matches(path: ArraySlice<UInt8>, name: ArraySlice<UInt8>, isFolder: Bool) -> Bool {
    if matchesOnlyFolders && !isFolder { return false }
    let text = matchesNames ? name : path
    guard text.count >= prefix.count else { return false }
    guard let wildcard else { return text == prefix }
    return text.starts(with: prefix) && wildcard.matches(text.dropFirst(prefix.count))
  }
}

/// Drops the spaces at the end of a line, up to one that is escaped.
private func withoutTrailingBlanks(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var end = line.startIndex
  var index = line.startIndex
  while index < line.endIndex {
    let isEscape = line[index] == UInt8(ascii: "\\")
    let isBlank = line[index] == UInt8(ascii: " ")
    index = min(index + (isEscape ? 2 : 1), line.endIndex)
    if !isBlank { end = index }
  }
  return line[..<end]
}
