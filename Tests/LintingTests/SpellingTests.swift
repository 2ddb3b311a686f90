import TestSupport
import Testing

@testable import Linting

@Suite struct SpellingTests {
  @Test func suggestsWhatIsClose() {
    let names = ["ChargeCard", "ShipOrder", "Fail", "End", "Next"]
    #expect(Spelling.closest(to: "Chargecard", in: names) == "ChargeCard")
    #expect(Spelling.closest(to: "ShpiOrder", in: names) == "ShipOrder")
    #expect(Spelling.closest(to: "ShipOrders", in: names) == "ShipOrder")
    #expect(Spelling.closest(to: "Nxt", in: names) == "Next")
    #expect(Spelling.closest(to: "NEXT", in: names) == "Next")
    #expect(Spelling.closest(to: "Refund", in: names) == nil)
    #expect(Spelling.closest(to: "B", in: ["A", "C"]) == nil)
    #expect(Spelling.closest(to: "Next", in: ["Next"]) == nil)
    #expect(Spelling.closest(to: "", in: names) == nil)
  }

  @Test func isSureOnlyOfSlips() {
    func isSure(_ name: String, _ candidates: [String]) -> Bool? {
      Spelling.suggestion(for: name, in: candidates)?.isSure
    }
    #expect(isSure("chargecard", ["ChargeCard"]) == true)
    #expect(isSure("ChargeCrad", ["ChargeCard", "Charge"]) == true)
    #expect(isSure("ChagreCrad", ["ChargeCard"]) == false)
    #expect(isSure("Nxt", ["Next"]) == false)
    #expect(isSure("nxt", ["Nxt"]) == true)
    #expect(isSure("Step2", ["Step1"]) == false)
    #expect(isSure("Charge1", ["Charge"]) == false)
    #expect(isSure("Send", ["Sent", "Sends"]) == false)
    #expect(isSure("SEND", ["send", "Send"]) == false)
    #expect(isSure("Sendd", ["Send", "Send"]) == true)
  }

  @Test func prefersTheClosest() {
    #expect(Spelling.closest(to: "Colour", in: ["Colored", "Color", "Colours"]) == "Color")
  }

  /// The distance, worked out in full from its definition.
  private func fullDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var table = (0...left.count).map { row in (0...right.count).map { row == 0 ? $0 : row } }
    for row in 0..<left.count {
      for column in 0..<right.count {
        var best = table[row][column] + (left[row] == right[column] ? 0 : 1)
        best = min(best, table[row][column + 1] + 1, table[row + 1][column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, table[row - 1][column - 1] + 1)
        }
        table[row + 1][column + 1] = best
      }
    }
    return table[left.count][right.count]
  }

  @Test func agreesWithTheDefinitionWithinTheLimit() {
    var random = SplitMix64(seed: 7)
    var distance = EditDistance()
    for _ in 0..<5_000 {
      func word() -> [Unicode.Scalar] {
        (0..<Int.random(in: 0...8, using: &random)).map { _ in
          ["a", "b", "c"].randomElement(using: &random) ?? "a"
        }
      }
      let (left, right, limit) = (word(), word(), Int.random(in: 0...3, using: &random))
      let full = fullDistance(left, right)
      #expect(
        distance.distance(left, right, limit: limit) == (full <= limit ? full : nil),
        "\(left) \(right) \(limit)")
    }
  }
}
