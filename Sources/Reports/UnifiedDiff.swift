public import SourceText

/// What changed between two texts of a file, as `patch` and `git apply` read it.
public struct UnifiedDiff {
  private typealias Line = ArraySlice<UInt8>

  /// A run of lines that differ: those of the old text give way to those of the new.
  private struct Change {
    let old: Range<Int>
    let new: Range<Int>
  }

  private let path: String
  private let old: [Line]
  private let new: [Line]

  public init(from old: SourceFile, to new: SourceFile) {
    path = new.path
    self.old = Self.lines(of: old)
    self.new = Self.lines(of: new)
  }

  /// Empty if the texts are the same.
  ///
  /// - Parameter isForTerminal: Whether to take out what would steer a terminal, which `patch` needs.
  public func text(_ palette: Palette, isForTerminal: Bool) -> String {
    let hunks = hunks()
    guard !hunks.isEmpty else { return "" }
    let name = (path.hasPrefix("/") ? path : "/" + path).printable
    var text = palette(.emphasis, "--- a\(name)") + "\n" + palette(.emphasis, "+++ b\(name)") + "\n"
    for hunk in hunks { write(hunk, palette, isForTerminal, to: &text) }
    return text
  }

  /// Each with its line end, if it has one.
  private static func lines(of source: SourceFile) -> [Line] {
    var lines: [Line] = []
    var start = 0
    for (index, byte) in source.bytes.enumerated() where byte == 0x0A {
      lines.append(source.bytes[start...index])
      start = index + 1
    }
    if start < source.bytes.count { lines.append(source.bytes[start...]) }
    return lines
  }
}

// MARK: - Comparing

extension UnifiedDiff {
  /// Lines that a search looks ahead for the place where the texts agree again.
  private static let reach = 64

  /// Changes in the order of lines. O(lines × `reach`²) at worst: fixes change few lines each, so the nearest place
  /// where both texts go on alike is the right one. The result is always true, if not always the shortest.
  private func changes() -> [Change] {
    var changes: [Change] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if left < old.count, right < new.count, old[left] == new[right] {
        (left, right) = (left + 1, right + 1)
        continue
      }
      let (oldEnd, newEnd) = agreement(behind: left, right)
      changes.append(Change(old: left..<oldEnd, new: right..<newEnd))
      (left, right) = (oldEnd, newEnd)
    }
    return changes
  }

  /// The nearest lines that are the same again.
  private func agreement(behind left: Int, _ right: Int) -> (Int, Int) {
    for distance in 1...Self.reach {
      for skipped in 0...distance {
        let (oldLine, newLine) = (left + distance - skipped, right + skipped)
        if oldLine < old.count, newLine < new.count, old[oldLine] == new[newLine] {
          return (oldLine, newLine)
        }
      }
    }
    // Without one, the search goes on behind; near the end there is nothing behind.
    return (min(left + Self.reach, old.count), min(right + Self.reach, new.count))
  }
}

// MARK: - Writing

extension UnifiedDiff {
  private static let contextSize = 3

  /// Changes whose context would touch stand in one hunk.
  private func hunks() -> [[Change]] {
    var hunks: [[Change]] = []
    for change in changes() {
      if let last = hunks.last?.last, change.old.lowerBound - last.old.upperBound <= 2 * Self.contextSize {
        hunks[hunks.count - 1].append(change)
      } else {
        hunks.append([change])
      }
    }
    return hunks
  }

  private func write(_ hunk: [Change], _ palette: Palette, _ isForTerminal: Bool, to text: inout String) {
    guard let first = hunk.first, let last = hunk.last else { return }
    let before = min(Self.contextSize, first.old.lowerBound)
    let after = min(Self.contextSize, old.count - last.old.upperBound)
    let oldLines = (first.old.lowerBound - before)..<(last.old.upperBound + after)
    let newLines = (first.new.lowerBound - before)..<(last.new.upperBound + after)
    text += palette(.frame, "@@ -\(place(of: oldLines)) +\(place(of: newLines)) @@") + "\n"
    func write(_ lines: ArraySlice<Line>, _ mark: String, _ style: Style? = nil) {
      for line in lines {
        let row = mark + content(of: line, isForTerminal)
        text += style.map { palette($0, row) } ?? row
        text += line.last == 0x0A ? "\n" : "\n\\ No newline at end of file\n"
      }
    }
    var position = oldLines.lowerBound
    for change in hunk {
      write(old[position..<change.old.lowerBound], " ")
      write(old[change.old], "-", .error)
      write(new[change.new], "+", .help)
      position = change.old.upperBound
    }
    write(old[position..<oldLines.upperBound], " ")
  }

  /// Lines count from 1; of no lines, the one before them is named.
  private func place(of lines: Range<Int>) -> String {
    switch lines.count {
    case 0: "\(lines.lowerBound),0"
    case 1: "\(lines.lowerBound + 1)"
    default: "\(lines.lowerBound + 1),\(lines.count)"
    }
  }

  private func content(of line: Line, _ isForTerminal: Bool) -> String {
    let text = String(decoding: line.last == 0x0A ? line.dropLast() : line, as: UTF8.self)
    return isForTerminal ? text.printable : text
  }
}
