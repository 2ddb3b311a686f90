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
    var violations: [(violation: Violation, element: Element, field: String)] = []
    workflow.forEachElement(given) { element in
      guard conditions.all.isEmpty || conditions.hold(for: element, in: workflow) == true else { return }
      for demand in demands {
        workflow.forEachViolation(of: demand, by: element) { violation in
          guard violations.count < Self.maximumCount else { return }
          violations.append((violation, element, demand.field.title))
        }
      }
    }
    let file = workflow.tree.source.path
    for (violation, element, field) in violations {
      let name = workflow.elementName(element)
      report(
        violation.node,
        message?.filled(name: name, field: field, value: violation.value, file: file) ?? violation.complaint,
        help: help?.filled(name: name, field: field, value: violation.value, file: file)
          ?? violation.help)
    }
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
