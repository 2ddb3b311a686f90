public import Diagnostics
public import Syntax
public import Workflows

/// One rule: what it demands, why, examples that are documentation and tests at once, and the checks that enforce it.
///
/// A rule is a value. It subscribes to kinds of rows, and the engine loops over them:
/// ```swift
/// let unreachableState = Rule("unreachable-state", .refused, …).scope { scope, subject, report in … }
/// ```
public struct Rule: Sendable {
  /// In kebab-case. It never changes; a rule that is renamed keeps the old id among its `aliases`.
  public let id: String
  public let category: Category
  /// The version of Stateline that had the rule first; nil for a rule that a configuration declares.
  public let since: String?
  /// The configuration that declares the rule; nil for those that Stateline has.
  public let declaredIn: String?
  /// The code with which AWS refuses a definition that breaks the rule; nil if AWS does not.
  public let predicts: String?
  /// What the rule demands, in one sentence.
  public let summary: String
  /// What happens to who ignores it, and why.
  public let rationale: String
  /// Each yields exactly the marked findings of this rule.
  public var bad: [Example] { makeBad() }
  /// Each nearly one of the bad ones; none yields a finding of this rule.
  public var good: [Example] { makeGood() }
  public let aliases: [String]
  /// The level of all findings, certain or not, if somebody chose one.
  public private(set) var chosenSeverity: Severity?

  private(set) var checks: [Check] = []

  // A run that only lints builds no example.
  private let makeBad: @Sendable () -> [Example]
  private let makeGood: @Sendable () -> [Example]

  public init(
    _ id: String, _ category: Category, since: String?, predicts: String? = nil, summary: String,
    rationale: String,
    bad: @autoclosure @escaping @Sendable () -> [Example],
    good: @autoclosure @escaping @Sendable () -> [Example],
    aliases: [String] = [], declaredIn: String? = nil
  ) {
    self.id = id
    self.category = category
    self.since = since
    self.predicts = predicts
    self.summary = summary
    self.rationale = rationale
    makeBad = bad
    makeGood = good
    self.aliases = aliases
    self.declaredIn = declaredIn
  }
}

/// What a rule subscribes to, and what it does there.
enum Check: Sendable {
  case syntaxDefect(Set<SyntaxDefect.Kind>, TextAction)
  case modelDefect(Set<ModelDefect.Kind>, Action<ModelDefect>)
  case workflow(@Sendable (Subject, inout Report) -> Void)
  case scope(Action<Scope>)
  case state(Set<StateType>, Action<State>)
  case transition(Action<Transition>)
  case object(ObjectFilter, Action<ObjectRow>)
  case expression(Set<ExpressionSite.Kind>, Action<ExpressionSite>)
  case errorName(Set<ErrorNameRow.Kind>, Action<ErrorNameRow>)
  case template(@Sendable (TemplateRow, inout Report) -> Void)
  case pipeline(PipelineCheck)
  case suppressionDefect(Set<SuppressionDefect.Kind>, SuppressionAction)

  typealias SuppressionAction = @Sendable (SuppressionDefect, inout Report) -> Void
  typealias TextAction = @Sendable (SyntaxDefect, SyntaxTree, inout Report) -> Void
  typealias Action<Row> = @Sendable (Row, Subject, inout Report) -> Void
}

extension Rule {
  /// Checks each of these defects of a text. A test proves that every kind is claimed by exactly one rule.
  public func syntaxDefect(
    _ kinds: SyntaxDefect.Kind..., check: @escaping @Sendable (SyntaxDefect, SyntaxTree, inout Report) -> Void
  ) -> Rule { adding(.syntaxDefect(Set(kinds), check)) }

  /// Checks each of these defects of a definition. A test proves that every kind is claimed by exactly one rule.
  public func modelDefect(
    _ kinds: ModelDefect.Kind..., check: @escaping @Sendable (ModelDefect, Subject, inout Report) -> Void
  ) -> Rule { adding(.modelDefect(Set(kinds), check)) }

  /// Checks each definition once.
  public func workflow(_ check: @escaping @Sendable (Subject, inout Report) -> Void) -> Rule {
    adding(.workflow(check))
  }

  /// Checks the machine itself, each branch and each item processor.
  public func scope(_ check: @escaping @Sendable (Scope, Subject, inout Report) -> Void) -> Rule {
    adding(.scope(check))
  }

  /// Checks each state of these types; of every type if none is given.
  public func state(
    _ types: StateType..., check: @escaping @Sendable (State, Subject, inout Report) -> Void
  ) -> Rule { adding(.state(Set(types.isEmpty ? StateType.allCases : types), check)) }

  public func transition(_ check: @escaping @Sendable (Transition, Subject, inout Report) -> Void) -> Rule {
    adding(.transition(check))
  }

  /// Checks each object of these kinds whose fields the language fixes; of every kind if none is given.
  public func object(
    _ kinds: ObjectKind..., check: @escaping @Sendable (ObjectRow, Subject, inout Report) -> Void
  ) -> Rule {
    let kinds = Set(kinds.isEmpty ? ObjectKind.allCases : kinds)
    return adding(.object(ObjectFilter { kind, _ in kinds.contains(kind) ? .always : .never }, check))
  }

  /// Checks each object in which the fields are there, or not there, that the check is about.
  public func object(
    when condition: @escaping @Sendable (ObjectKind, QueryLanguage) -> ObjectFilter.Condition,
    check: @escaping @Sendable (ObjectRow, Subject, inout Report) -> Void
  ) -> Rule { adding(.object(ObjectFilter(condition), check)) }

  /// Checks each expression of these kinds; one may hold what is filled in later.
  public func expression(
    _ kinds: ExpressionSite.Kind...,
    check: @escaping @Sendable (ExpressionSite, Subject, inout Report) -> Void
  ) -> Rule { adding(.expression(Set(kinds), check)) }

  /// Checks each error name of these kinds in a retrier or catcher.
  public func errorName(
    _ kinds: ErrorNameRow.Kind..., check: @escaping @Sendable (ErrorNameRow, Subject, inout Report) -> Void
  ) -> Rule { adding(.errorName(Set(kinds), check)) }

  /// Checks each workflow that a template declares. Ranges are of the template's text.
  public func template(_ check: @escaping @Sendable (TemplateRow, inout Report) -> Void) -> Rule {
    adding(.template(check))
  }

  /// Checks each of these defects of suppressions. A test proves that every kind is claimed by exactly one rule.
  public func suppressionDefect(
    _ kinds: SuppressionDefect.Kind..., check: @escaping @Sendable (SuppressionDefect, inout Report) -> Void
  ) -> Rule { adding(.suppressionDefect(Set(kinds), check)) }

  func adding(_ check: Check) -> Rule {
    var rule = self
    rule.checks.append(check)
    return rule
  }
}

extension Rule {
  /// The rule with a level of somebody's choice; of nil, with that of its category.
  public func reporting(at severity: Severity?) -> Rule {
    var rule = self
    rule.chosenSeverity = severity
    return rule
  }

  /// The kinds of syntax defects that this rule turns into findings.
  public var claimedSyntaxDefects: Set<SyntaxDefect.Kind> {
    checks.reduce(into: []) { result, check in
      if case .syntaxDefect(let kinds, _) = check { result.formUnion(kinds) }
    }
  }

  /// The kinds of model defects that this rule turns into findings.
  public var claimedModelDefects: Set<ModelDefect.Kind> {
    checks.reduce(into: []) { result, check in
      if case .modelDefect(let kinds, _) = check { result.formUnion(kinds) }
    }
  }

  /// The kinds of defects of suppressions that this rule turns into findings.
  public var claimedSuppressionDefects: Set<SuppressionDefect.Kind> {
    checks.reduce(into: []) { result, check in
      if case .suppressionDefect(let kinds, _) = check { result.formUnion(kinds) }
    }
  }
}
