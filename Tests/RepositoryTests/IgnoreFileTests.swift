import Testing

@testable import Repository

@Suite struct IgnoreFileTests {
  @Test(arguments: cases)
  func verdict(patterns: String, path: String, expected: Bool?) {
    let file = IgnoreFile(Array(patterns.utf8))
    let isFolder = path.hasSuffix("/")
    let verdict = file.verdict(on: isFolder ? String(path.dropLast()) : path, isFolder: isFolder)
    #expect(verdict == expected, "\(patterns.debugDescription) on \(path)")
  }

  /// Patterns, one a line; a path, which ends in a slash if it is a folder; the verdict.
  private static let cases: [(String, String, Bool?)] = [
    ("*.json", "a.json", true), ("*.json", "x/y/a.json", true), ("*.json", "a.jsonx", nil),
    ("/a", "a", true), ("/a", "x/a", nil), ("x/a", "x/a", true), ("x/a", "y/x/a", nil),
    ("a/", "a/", true), ("a/", "a", nil), ("a/", "x/a/", true), ("/x/a/", "x/a/", true),
    ("a\n!a", "a", false), ("!a\na", "a", true), ("a\nb", "c", nil),
    ("**/a", "a", true), ("**/a", "x/y/a", true), ("x/**", "x/a/b", true), ("x/**", "x", nil),
    ("x/**/a", "x/a", true), ("x/**/a", "x/y/z/a", true), ("x/**/a", "xa", nil), ("x/**y/a", "x/z/y/a", nil),
    ("x/*", "x/a", true), ("x/*", "x/y/a", nil), ("/*", "a", true), ("/*", "x/a", nil), ("*", "x/a", true),
    ("a?c", "abc", true), ("a?c", "ac", nil), ("x?y/", "x/y", nil), ("?", "é", nil), ("??", "é", true),
    ("[a-c]", "b", true), ("[a-c]", "d", nil), ("[!a-c]", "d", true), ("[^a]", "a", nil), ("[]a]", "]", true),
    ("[a-]", "-", true), ("[z-a]", "m", nil), (#"[\]]"#, "]", true), ("[[:digit:]]x", "4x", true),
    ("[[:nope:]]", "n]", nil), (#"x/**\/a"#, "x/a", nil), (#"x/**\/a"#, "x/y/z/a", true),
    ("[[:a]", ":", true),
    ("[a", "[a", nil), ("/x[!a]y", "x/y", nil), ("/x[.-0]y", "x/y", nil), ("[a-c-e]", "d", nil),
    ("[[:space:]]", "\r", true), ("[[:space:]]", "\u{B}", nil), ("[[:punct:]]", "~", true),
    ("x*/**/a", "xy/a", true), ("x/*a", "x/y/a", nil),
    (#"\!a"#, "!a", true), ("\\#a", "#a", true), ("#a", "#a", nil), (#"a\"#, #"a\"#, nil),
    (#"a\*"#, "a*", true),
    (#"a\*"#, "ab", nil), ("a  ", "a", true), (#"a\ "#, "a ", true), ("a\t", "a", nil), (" a", " a", true),
    ("a\r\nb\r", "a", true), ("a\r\nb\r", "b", true), ("\u{FEFF}a", "a", true), ("a\0b", "a", true),
    ("", "a", nil), ("/", "a", nil), ("!", "a", nil), ("\n\r\n \n", " ", nil), ("//a", "a", nil),
    ("a//", "a/", nil),
    ("a**/b", "a/x/b", true), ("a*b*c", "axbxc", true), ("a*b*c", "axbxcx", nil), ("*a*", "bab", true),
  ]

  @Test func knowsWhenItSaysNothing() {
    #expect(IgnoreFile(Array("# comment\n\n[broken\n".utf8)).isEmpty)
    #expect(!IgnoreFile(Array("a".utf8)).isEmpty)
  }

  /// A matcher that backtracks does not live to see the end of these.
  @Test(.timeLimit(.minutes(10)), arguments: ["*a", "?*", "**/", "*/**/", "[a]*", "a**/", "**/a*/"])
  func hostilePatternsCostNoMoreThanTheirLength(piece: String) {
    let pattern = String(repeating: piece, count: 200) + "b*[x]"
    let file = IgnoreFile(Array(pattern.utf8))
    let name = String(repeating: "a", count: 1_000)
    let path = String(repeating: "a/", count: 500) + "a"
    #expect(file.verdict(on: name, isFolder: true) == nil)
    #expect(file.verdict(on: path, isFolder: true) == nil)
  }
}
