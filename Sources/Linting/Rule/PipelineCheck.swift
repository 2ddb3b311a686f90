public import Workflows

/// What a rule about SageMaker pipelines subscribes to, and what it does there.
enum PipelineCheck: Sendable {
  case definition(@Sendable (PipelineSubject, inout Report) -> Void)
  case defect(Set<PipelineDefect.Kind>, Action<PipelineDefect>)
  case parameter(Action<PipelineParameter>)
  case step(Set<StepType>, Action<Step>)
  case object(Action<PipelineObjectRow>)
  case reference(Action<ReferenceRow>)

  typealias Action<Row> = @Sendable (Row, PipelineSubject, inout Report) -> Void
}

extension Rule {
  /// Checks each pipeline once.
  public func pipeline(_ check: @escaping @Sendable (PipelineSubject, inout Report) -> Void) -> Rule {
    adding(.pipeline(.definition(check)))
  }

  /// Checks each of these defects of a pipeline. A test proves that every kind is claimed by exactly one rule.
  public func pipelineDefect(
    _ kinds: PipelineDefect.Kind...,
    check: @escaping @Sendable (PipelineDefect, PipelineSubject, inout Report) -> Void
  ) -> Rule { adding(.pipeline(.defect(Set(kinds), check))) }

  /// Checks each parameter of a pipeline.
  public func parameter(
    _ check: @escaping @Sendable (PipelineParameter, PipelineSubject, inout Report) -> Void
  ) -> Rule { adding(.pipeline(.parameter(check))) }

  /// Checks each step of these types, in whichever list; of every type if none is given.
  public func step(
    _ types: StepType..., check: @escaping @Sendable (Step, PipelineSubject, inout Report) -> Void
  ) -> Rule { adding(.pipeline(.step(Set(types.isEmpty ? StepType.allCases : types), check))) }

  /// Checks each object of a pipeline whose fields the language fixes.
  public func pipelineObject(
    _ check: @escaping @Sendable (PipelineObjectRow, PipelineSubject, inout Report) -> Void
  ) -> Rule { adding(.pipeline(.object(check))) }

  /// Checks each `{"Get": …}` of a pipeline.
  public func reference(
    _ check: @escaping @Sendable (ReferenceRow, PipelineSubject, inout Report) -> Void
  ) -> Rule { adding(.pipeline(.reference(check))) }

  /// The kinds of defects of pipelines that this rule turns into findings.
  public var claimedPipelineDefects: Set<PipelineDefect.Kind> {
    checks.reduce(into: []) { result, check in
      if case .pipeline(.defect(let kinds, _)) = check { result.formUnion(kinds) }
    }
  }
}
