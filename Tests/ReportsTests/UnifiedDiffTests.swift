import Reports
import SourceText
import Testing

@Suite struct UnifiedDiffTests {
  private func diff(_ old: String, _ new: String) -> String {
    UnifiedDiff(from: SourceFile(path: "f", text: old), to: SourceFile(path: "f", text: new)).text(
      .plain, isForTerminal: false)
  }

  @Test func showsChangesInTheirContext() {
    let old = "1\n2\n3\n4\n5\n6\n7\n8\n9\n"
    #expect(
      diff(old, old.replacing("5\n", with: "five\n"))
        == "--- a/f\n+++ b/f\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n")
    #expect(
      diff(old, old.replacing("1\n", with: "")) == "--- a/f\n+++ b/f\n@@ -1,4 +1,3 @@\n-1\n 2\n 3\n 4\n")
    #expect(diff(old, old) == "")
  }

  @Test func saysWhereTheLastLineHasNoEnd() {
    #expect(
      diff("a", "b\n") == "--- a/f\n+++ b/f\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n")
    #expect(diff("", "b\n") == "--- a/f\n+++ b/f\n@@ -0,0 +1 @@\n+b\n")
  }

  /// The new lines that a diff makes of the old ones; nil if it does not fit them.
  private func patched(_ old: [Substring], with diff: String) -> [Substring]? {
    var result: [Substring] = []
    var position = 0
    for row in diff.split(separator: "\n").dropFirst(2) {
      let line = row.dropFirst()
      switch row.first {
      case "@":
        guard
          let number = row.dropFirst(4).split(whereSeparator: { ", ".contains($0) }).first.flatMap({ Int($0) }
          )
        else { return nil }
        while position < number - 1, position < old.count {
          result.append(old[position])
          position += 1
        }
      case "+": result.append(line)
      default:
        guard position < old.count, old[position] == line else { return nil }
        if row.first == " " { result.append(line) }
        position += 1
      }
    }
    return result + old[position...]
  }

  @Test(arguments: 0..<300)
  func makesTheNewTextOfTheOld(_ seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    let old = (0..<(seed * 2)).map { _ in "line \(random(9))"[...] }
    let new = old.flatMap { line -> [Substring] in
      switch random(12) {
      case 0: []
      case 1: ["new \(random(9))"]
      case 2: [line, "new"]
      default: [line]
      }
    }
    func text(_ lines: [Substring]) -> String { lines.map { $0 + "\n" }.joined() }
    #expect(patched(old, with: diff(text(old), text(new))) == new || old == new)
  }
}
