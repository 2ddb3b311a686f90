public import Diagnostics
public import Linting
public import SourceText
import Syntax

/// Findings that a project had when it began to look for new ones only.
public struct Baseline: Sendable {
  public struct Entry: Sendable {
    public let fingerprint: String
    public let file: String
  }

  public let entries: [Entry]
  /// What is wrong with the file; nothing of a sound one.
  public let diagnostics: [Diagnostic]
  private let fingerprints: Set<String>

  /// Reads what `--write-baseline` wrote.
  ///
  /// - Parameter rules: Say what is wrong with the text.
  public init(_ source: SourceFile, rules: [Rule], limits: Limits) {
    let tree = SyntaxTree.read(source, as: .json, limits: limits)
    let problems = ConfigurationProblems(tree)
    if !tree.defects.isEmpty { problems.add(ConfigurationReader.textDiagnostics(of: tree, rules, limits)) }
    entries = problems.all.isEmpty ? Self.entries(of: tree, problems) : []
    fingerprints = Set(entries.map(\.fingerprint))
    diagnostics = problems.all
  }

  /// Whether a finding is in it.
  public func contains(_ fingerprint: String) -> Bool { fingerprints.contains(fingerprint) }

  private static let advice = "Write it anew with --write-baseline."

  private static func entries(of tree: SyntaxTree, _ problems: ConfigurationProblems) -> [Entry] {
    let root = tree.roots[0]
    guard let version = tree.value(root, "version"), let findings = tree.value(root, "findings") else {
      problems.add(root, "This is no baseline: an object with \"version\" and \"findings\".", help: advice)
      return []
    }
    guard tree.integer(version) == 1 else {
      problems.add(version, "This version of Stateline reads baselines of version 1.", help: advice)
      return []
    }
    guard tree.kind(findings) == .array else {
      problems.add(findings, "\"findings\" is a list.", help: advice)
      return []
    }
    return tree.elements(findings).compactMap { node in
      guard let fingerprint = tree.value(node, "fingerprint"), let file = tree.value(node, "file"),
        tree.kind(fingerprint) == .string, tree.kind(file) == .string
      else {
        problems.add(node, "This entry has no \"fingerprint\" and \"file\".", help: advice)
        return nil
      }
      return Entry(fingerprint: tree.text(fingerprint), file: tree.text(file))
    }
  }
}
