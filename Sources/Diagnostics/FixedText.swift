public import SourceText

/// The text of a file with fixes made.
public struct FixedText: Sendable {
  public let source: SourceFile
  /// How many of the fixes were made.
  public let fixCount: Int

  /// Makes fixes of one text. Of those that would change the same place the first is made, and of those that begin
  /// at the same place the first given; whoever wants the others made checks the new text. O(n log n).
  public init(_ source: SourceFile, making fixes: [Fix]) {
    let ordered = fixes.enumerated().filter { !$1.edits.isEmpty }.sorted { left, right in
      let (leftStart, rightStart) = (left.element.start, right.element.start)
      return (leftStart, left.offset) < (rightStart, right.offset)
    }
    var bytes: [UInt8] = []
    var position = 0
    var count = 0
    for (_, fix) in ordered where fix.fits(behind: position, in: source, isFirst: count == 0) {
      for edit in fix.edits {
        bytes += source.bytes[position..<Int(edit.range.start)]
        bytes += edit.text.utf8
        position = Int(edit.range.end)
      }
      count += 1
    }
    bytes += source.bytes[position...]
    self.source = SourceFile(path: source.path, bytes: bytes)
    fixCount = count
  }
}

extension Fix {
  fileprivate var start: UInt32 { edits.first?.range.start ?? 0 }

  /// Whether the edits keep clear of what ends at `position`, of each other and of the end of the text. Two that
  /// touch might say the same.
  fileprivate func fits(behind position: Int, in source: SourceFile, isFirst: Bool) -> Bool {
    guard isFirst || start > position else { return false }
    var end = start
    for edit in edits {
      guard edit.range.start >= end, edit.range.end <= source.bytes.count else { return false }
      end = edit.range.end
    }
    return true
  }
}
