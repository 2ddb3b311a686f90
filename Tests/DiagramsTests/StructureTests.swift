import Testing

@testable import Diagrams

/// What pictures show, without coordinates.
@Suite struct StructureTests {
  @Test func showsAllThatMatters() {
    let lines = Samples.diagram(Samples.order).scope.content.outline()
    #expect(
      lines == [
        "▶ Lambda: Invoke: Validate [6×, 30 s]",
        "  next → In stock?",
        "  catch \"InvalidOrder\" → Reject",
        "Choice: In stock?",
        "  choice \"stock > 0\" → Fulfil",
        "  choice \"backorder = true\" → Wait",
        "  otherwise \"otherwise\" → Reject",
        "Parallel: Fulfil",
        "  next → Gone",
        "  catch \"any error\" → Reject",
        "    ▶ SQS: SendMessage: Charge [task token, 600 s, end]",
        "    ▶ Distributed Map: Pack [for each item in $.items, max 10, distributed, end]",
        "        ▶ Pass: Label [end]",
        "Missing state: Gone",
        "Fail: Reject [Rejected]",
        "Wait: Wait [1 h]",
        "  next ↑ In stock?",
        "Pass: Forgotten [not reached]",
        "  next ↑ In stock?",
      ])
  }

  @Test func turnsManyCatchLinesIntoNotes() {
    let few = Samples.diagram(Samples.chain(5, catching: true)).scope.content
    #expect(few.links.filter { $0.kind == .catch }.count == 5)
    let many = Samples.diagram(Samples.chain(6, catching: true)).scope.content
    #expect(many.links.allSatisfy { $0.kind == .next })
    #expect(many.cards.filter { $0.catchNotes == ["any error → H"] }.count == 6)
    #expect(many.cards.first { $0.name == "H" }?.catchCount == 6)
  }

  @Test func saysManyConditionsForOneTargetAtOnce() {
    let rules = (1...5).map { #"{ "Variable": "$.n", "NumericEquals": \#($0), "Next": "B" }"# }
    let scope = Samples.diagram(
      """
      { "StartAt": "A", "States": { "B": { "Type": "Succeed" },
        "A": { "Type": "Choice", "Choices": [ \(rules.joined(separator: ", ")) ] } } }
      """
    ).scope.content
    #expect(scope.links.map(\.label) == ["n = 1 or n = 2 or n = 3 or n = 4 or n = 5"])
  }
}
