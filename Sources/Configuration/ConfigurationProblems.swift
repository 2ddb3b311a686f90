import Diagnostics
import Linting
import SourceText
import Syntax

/// Collects what is wrong with a configuration.
final class ConfigurationProblems {
  private(set) var all: [Diagnostic] = []
  private let tree: SyntaxTree

  /// Nobody mends more at a time, and a hostile file could have millions.
  private static let maximumCount = 100

  init(_ tree: SyntaxTree) {
    self.tree = tree
  }

  /// Whether no more are kept.
  var areMany: Bool { all.count >= Self.maximumCount }

  /// - Parameter node: What to underline: a value, or a key.
  func add(
    _ node: NodeID, _ message: @autoclosure () -> String, help: @autoclosure () -> String? = nil,
    related: @autoclosure () -> [RelatedPlace] = []
  ) {
    guard !areMany else { return }
    all.append(
      Diagnostic(
        rule: Configuration.problemRule, category: .refused, message: message(), help: help(),
        source: tree.source, range: tree.head(of: node), related: related()))
  }

  func add(_ diagnostics: [Diagnostic]) {
    all += diagnostics.prefix(max(0, Self.maximumCount - all.count))
  }
}

extension Configuration {
  /// The id under which a configuration's own faults are reported.
  static let problemRule = "invalid-configuration"
}
