import Diagnostics

/// What AWS does with a definition.
enum Treatment: String, Sendable {
  /// It refuses to create the state machine.
  case refused
  /// It creates it, but an execution that gets there surely fails, or does not do what is written.
  case fails
  /// It creates it, and the machine means what it meant.
  case accepted
}

/// A way to change a definition, and what becomes of the definition by it.
struct Operator: Sendable {
  /// In kebab-case.
  let name: String
  let treatment: Treatment
  /// The section that says so, of `reference/states-language.md` or of `reference/sagemaker-pipelines.md`.
  let section: String
  /// How loudly a mutant has to be reported: as an error, unless it is settled that one cannot be sure.
  let level: Severity
  /// The rules that may remark on a mutant of an accepting operator, below the level of an error.
  let remarks: Set<String>
  /// Why those mutants survive that do; nil if none should.
  let reason: String?
  private let proposals: Proposals

  /// An operator is for one language.
  private enum Proposals: Sendable {
    case machine(@Sendable (Original) -> [Mutation])
    case pipeline(@Sendable (PipelineOriginal) -> [Mutation])
  }

  /// An operator on state machines.
  init(
    _ name: String, _ treatment: Treatment, _ section: String, level: Severity = .error,
    remarks: Set<String> = [], reason: String? = nil,
    propose: @escaping @Sendable (Original) -> [Mutation]
  ) {
    self.init(name, treatment, section, level, remarks, reason, .machine(propose))
  }

  /// An operator on SageMaker pipelines.
  init(
    pipeline name: String, _ treatment: Treatment, _ section: String, level: Severity = .error,
    remarks: Set<String> = [], reason: String? = nil,
    propose: @escaping @Sendable (PipelineOriginal) -> [Mutation]
  ) {
    self.init(name, treatment, section, level, remarks, reason, .pipeline(propose))
  }

  private init(
    _ name: String, _ treatment: Treatment, _ section: String, _ level: Severity, _ remarks: Set<String>,
    _ reason: String?, _ proposals: Proposals
  ) {
    self.name = name
    self.treatment = treatment
    self.section = section
    self.level = level
    self.remarks = remarks
    self.reason = reason
    self.proposals = proposals
  }

  /// All that the operator could do to a definition; the study picks from it.
  func proposals(for definition: any AcceptedDefinition) -> [Mutation] {
    switch proposals {
    case .machine(let propose): (definition as? Original).map(propose) ?? []
    case .pipeline(let propose): (definition as? PipelineOriginal).map(propose) ?? []
    }
  }
}
