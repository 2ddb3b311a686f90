import Workflows

/// The checks of all rules about SageMaker pipelines. Definitions have tens of steps: rows need no blocks.
struct PipelinePlan: Sendable {
  private var checks: [(rule: Int, check: PipelineCheck)] = []

  mutating func add(_ check: PipelineCheck, of rule: Int) {
    checks.append((rule, check))
  }

  /// Runs the checks of one definition.
  func check(_ subject: PipelineSubject, _ report: inout Report) {
    for (rule, check) in checks {
      report.begin(rule: rule)
      check.run(subject, &report)
    }
  }
}

extension PipelineCheck {
  fileprivate func run(_ subject: PipelineSubject, _ report: inout Report) {
    let pipeline = subject.pipeline
    switch self {
    case .definition(let check): check(subject, &report)
    case .defect(let kinds, let check):
      for defect in pipeline.defects where kinds.contains(defect.kind) { check(defect, subject, &report) }
    case .parameter(let check):
      for parameter in pipeline.parameters { check(parameter, subject, &report) }
    case .step(let types, let check):
      for step in pipeline.steps where types.contains(step.type) { check(step, subject, &report) }
    case .object(let check):
      for object in pipeline.objects { check(object, subject, &report) }
    case .reference(let check):
      for row in pipeline.references { check(row, subject, &report) }
    }
  }
}
