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
  /// The section of `reference/states-language.md` that says so.
  let section: String
  /// How loudly a mutant has to be reported: as an error, unless it is settled that one cannot be sure.
  let level: Severity
  /// The rules that may remark on a mutant of an accepting operator, below the level of an error.
  let remarks: Set<String>
  /// Why those mutants survive that do; nil if none should.
  let reason: String?
  /// All that the operator could do to a definition; the study picks from it.
  let propose: @Sendable (Original) -> [Mutation]

  init(
    _ name: String, _ treatment: Treatment, _ section: String, level: Severity = .error,
    remarks: Set<String> = [], reason: String? = nil,
    propose: @escaping @Sendable (Original) -> [Mutation]
  ) {
    self.name = name
    self.treatment = treatment
    self.section = section
    self.level = level
    self.remarks = remarks
    self.reason = reason
    self.propose = propose
  }
}
