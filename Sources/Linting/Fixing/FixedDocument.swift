import Diagnostics
public import Discovery
import SourceText
import Syntax

/// A document after its safe fixes were made, and what is left to be said about it.
public struct FixedDocument: Sendable {
  public let document: Document
  public let outcome: Linter.Outcome
  /// How many fixes were made.
  public let fixCount: Int
  /// Whether some fixes were not made because less of the text could be read then: a fault of a rule.
  public let isIncomplete: Bool
}

extension Linter {
  /// Makes the safe fixes of a document, and those that show once these are made, until none is left; of thousands
  /// some are left for another run.
  ///
  /// - Parameter discovery: Reads the changed texts.
  public func fix(_ document: Document, _ discovery: Discovery) -> FixedDocument {
    var document = document
    var outcome = lint(document)
    var count = 0
    for _ in 0..<Self.maximumRounds {
      let fixes = outcome.diagnostics.compactMap(\.fix).filter(\.isSafe)
      let text = FixedText(document.source, making: fixes)
      guard text.fixCount > 0 else { break }
      guard let next = discovery.document(text.source, inPlaceOf: document),
        next.tree.isAsReadable(as: document.tree, discovery.limits)
      else {
        return FixedDocument(document: document, outcome: outcome, fixCount: count, isIncomplete: true)
      }
      document = next
      outcome = lint(document)
      count += text.fixCount
    }
    return FixedDocument(document: document, outcome: outcome, fixCount: count, isIncomplete: false)
  }

  /// Fixes that keep calling for each other come to an end. A round makes at most a hundred of one rule.
  private static var maximumRounds: Int { 10 }
}

extension SyntaxTree {
  /// Whether no kind of defect is there more often than in the text before.
  fileprivate func isAsReadable(as before: SyntaxTree, _ limits: Limits) -> Bool {
    // Where a limit cut the list, others come into it when some go.
    if before.defects.count >= limits.maximumSyntaxDefects { return defects.count <= before.defects.count }
    var room: [SyntaxDefect.Kind: Int] = [:]
    for defect in before.defects { room[defect.kind, default: 0] += 1 }
    for defect in defects { room[defect.kind, default: 0] -= 1 }
    return room.values.allSatisfy { $0 >= 0 }
  }
}
