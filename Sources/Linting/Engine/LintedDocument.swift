import Diagnostics
import Discovery
import SourceText
import Syntax
import Workflows

/// A document while its findings come in.
struct LintedDocument {
  private let document: Document
  private let rules: [Rule]
  private var found: [(diagnostic: Diagnostic, suppression: Suppression?)] = []
  private var droppedCount = 0
  /// Nil if the file suppresses nothing.
  private var suppressions: SuppressionUse?

  init(_ document: Document, _ rules: [Rule]) {
    self.document = document
    self.rules = rules
    suppressions = Suppressions(document).map { SuppressionUse($0, rules) }
  }

  /// - Parameter definition: The one that the findings are about, among those of the document; nil if they are about
  ///   the text of the file.
  /// - Parameter workflow: The name of the workflow that they are about if they are in no definition.
  mutating func add(_ report: Report, _ definition: Int?, workflow: String? = nil) {
    droppedCount += report.droppedCount
    for finding in report.findings {
      let diagnostic = finding.diagnostic(
        of: rules[finding.rule], in: document.source, definition.map { document.definitions[$0] },
        workflow: workflow)
      let suppression = suppressions?.suppression(
        of: finding.rule, diagnostic.range, finding.range, definition: definition)
      found.append((diagnostic, suppression))
    }
  }

  /// What there is to say about the suppressions in the file.
  func suppressionDefects(_ names: (() -> RuleNames)?) -> [SuppressionDefect] {
    guard let suppressions else { return [] }
    // What cannot be read may hold what they are about.
    let isComplete =
      droppedCount == 0 && document.tree.defects.isEmpty
      && document.definitions.allSatisfy { $0.workflow.tree.defects.isEmpty }
    return suppressions.defects(names?(), isComplete: isComplete)
  }

  /// - Parameter suppress: What suppresses a finding besides the file.
  consuming func finish(_ suppress: ((Diagnostic) -> Suppression?)?) -> Linter.Outcome {
    found.sort { Diagnostic.precedes($0.diagnostic, $1.diagnostic) }
    if document.definitions.count > 1 { dropRepetitions() }
    countOccurrences()
    guard suppressions != nil || suppress != nil else {
      return Linter.Outcome(
        diagnostics: found.map(\.diagnostic), suppressed: [], droppedCount: droppedCount)
    }
    var diagnostics: [Diagnostic] = []
    var suppressed: [SuppressedDiagnostic] = []
    for (diagnostic, suppression) in found {
      if let suppression = suppression ?? suppress?(diagnostic) {
        suppressed.append(SuppressedDiagnostic(diagnostic, suppression))
      } else {
        diagnostics.append(diagnostic)
      }
    }
    return Linter.Outcome(diagnostics: diagnostics, suppressed: suppressed, droppedCount: droppedCount)
  }

  /// Several definitions may be made of the same part of a file; what is wrong with it is said once, and not suppressed
  /// unless it is for each of them.
  private mutating func dropRepetitions() {
    let shown = Set(found.lazy.filter { $0.suppression == nil }.map { Likeness($0.diagnostic) })
    var kept: Set<Likeness> = []
    found.removeAll { diagnostic, suppression in
      let likeness = Likeness(diagnostic)
      return suppression != nil && shown.contains(likeness) || !kept.insert(likeness).inserted
    }
  }

  private struct Likeness: Hashable {
    let rule: String
    let range: ByteRange
    let message: String

    init(_ diagnostic: Diagnostic) {
      (rule, range, message) = (diagnostic.rule, diagnostic.range, diagnostic.message)
    }
  }

  private mutating func countOccurrences() {
    var counts: [[String]: Int] = [:]
    for index in found.indices {
      let diagnostic = found[index].diagnostic
      let likeness = [diagnostic.rule, diagnostic.pointer ?? "", diagnostic.message]
      found[index].diagnostic.occurrence = counts[likeness, default: 0]
      counts[likeness, default: 0] += 1
    }
  }
}

extension Report {
  /// The findings as they are when no definition is around.
  func diagnostics(of rules: [Rule], in source: SourceFile) -> [Diagnostic] {
    findings.map { $0.diagnostic(of: rules[$0.rule], in: source, nil, workflow: nil) }
  }
}

extension Report.Finding {
  fileprivate func diagnostic(
    of rule: Rule, in source: SourceFile, _ definition: Definition?, workflow: String?
  ) -> Diagnostic {
    let embedding = definition?.embedding
    let place = definition.map { Place(range, node, $0) }
    return Diagnostic(
      rule: rule.id, category: rule.category, certainty: certainty, severity: rule.chosenSeverity,
      message: message, help: help, source: source, range: embedding?.range(range) ?? range,
      related: embedding.map { embedding in
        related.map { RelatedPlace($0.message, at: embedding.range($0.range)) }
      } ?? related,
      // A string may spell what goes in otherwise.
      fix: embedding == nil ? fix : nil, workflow: definition?.name ?? workflow, state: place?.state,
      pointer: place?.pointer, predicts: rule.predicts)
  }
}

/// Where in a definition a finding is, in the definition's own terms.
private struct Place {
  let state: String?
  let pointer: String?

  init(_ range: ByteRange, _ node: NodeID?, _ definition: Definition) {
    let workflow = definition.workflow
    let tree = workflow.tree
    // Inner scopes and lists come behind outer ones, so the last one around the range is the innermost.
    switch workflow {
    case .stateMachine(let machine):
      let state = machine.states.last { state in
        tree.range(state.name).union(tree.range(state.node)).contains(range)
      }
      self.state = state.map { tree.text($0.name) }
    case .pipeline(let pipeline):
      let step = pipeline.steps.last { tree.range($0.node).contains(range) }
      self.state = step.flatMap { pipeline.name($0.id) }
    }
    pointer = node.map { tree.pointer(to: $0, from: workflow.root) }
  }
}
