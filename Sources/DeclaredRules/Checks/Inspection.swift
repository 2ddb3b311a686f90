import Linting

/// What a declared rule does: finds its elements, and reports those that are not as demanded.
struct Inspection: Sendable {
  var given: ElementKind
  var conditions = Conditions()
  var demands: [Demand] = []
  var message: MessageTemplate?
  var help: MessageTemplate?

  func inspect(_ workflow: InspectedWorkflow, _ report: inout Report) {
    // Not reported at once: a report cannot be lent to closures.
    var violations: [Violation] = []
    workflow.forEachElement(given) { element in
      guard conditions.all.isEmpty || conditions.hold(for: element, in: workflow) == true else { return }
      for demand in demands {
        workflow.forEachViolation(of: demand, by: element) { violation in
          if violations.count < Self.maximumCount { violations.append(violation) }
        }
      }
    }
    for violation in violations {
      report(
        workflow.place(of: violation),
        message.map { filled($0, violation, workflow) } ?? workflow.complaint(about: violation),
        help: help.map { filled($0, violation, workflow) } ?? workflow.advice(on: violation))
    }
  }

  private func filled(
    _ template: MessageTemplate, _ violation: Violation, _ workflow: InspectedWorkflow
  ) -> String {
    template.filled(
      name: workflow.elementName(violation.element), field: violation.demand.field.title,
      value: workflow.value(of: violation), file: workflow.tree.source.path)
  }

  /// More than a report keeps of one rule, so that it knows that there are more.
  private static let maximumCount = 1_000
}

extension Rule {
  /// The rule with what it does.
  func performing(_ inspection: Inspection) -> Rule {
    var rule = self
    if inspection.given.isOfMachines {
      rule = rule.workflow { subject, report in inspection.inspect(InspectedWorkflow(subject), &report) }
    }
    if inspection.given.isOfPipelines {
      rule = rule.pipeline { subject, report in inspection.inspect(InspectedWorkflow(subject), &report) }
    }
    return rule
  }
}
