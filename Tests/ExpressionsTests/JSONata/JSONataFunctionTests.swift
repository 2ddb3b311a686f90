import Expressions
import SourceText
import Syntax
import TestSupport
import Testing

struct JSONataFunctionTests {
  @Test func namesAreSortedAndUnique() {
    let names = JSONataFunction.all.map(\.name)
    #expect(names.count == 70)
    #expect(names == names.sorted())
    #expect(Set(names).count == names.count)
  }

  @Test(
    arguments: [
      ("uuid", 0, nil), ("uuid", 1, .tooMany), ("count", 0, .tooFew), ("length", 0, nil),
      ("substring", 0, .tooFew),
      ("substring", 3, nil), ("substring", 4, .tooMany), ("zip", 0, .tooFew), ("zip", 1_000, nil),
      ("match", 3, nil), ("replace", 1, .tooFew), ("replace", 4, nil), ("replace", 5, .tooMany),
      ("join", 2, nil),
      ("range", 3, nil), ("range", 2, .tooFew), ("random", 1, nil), ("clone", 0, nil), ("clone", 2, .tooMany),
    ] as [(String, Int, JSONataFunction.ArgumentCountDefect?)])
  func argumentsAreCounted(name: String, count: Int, defect: JSONataFunction.ArgumentCountDefect?) throws {
    let function = try #require(JSONataFunction.named(name))
    #expect(function.defect(ofArgumentCount: count) == defect)
  }

  @Test func originsTellWhatStepFunctionsChanged() {
    #expect(JSONataFunction.named("eval")?.origin == .disabled)
    #expect(
      JSONataFunction.all.filter { $0.origin == .stepFunctions }.map(\.name)
        == ["hash", "parse", "partition", "random", "range", "uuid"])
    #expect(JSONataFunction.named("randomSeeded") == nil)
    #expect(JSONataFunction.named("length")?.takesContext == true)
    #expect(JSONataFunction.named("count")?.takesContext == false)
  }

  @Test(.enabled(if: SharedCorpus.isAvailable, Comment(rawValue: SharedCorpus.skipped)))
  func theSuiteCallsFewUnknownFunctions() throws {
    var unknown: Set<String> = []
    for item in try JSONataCase.all(of: "jsonata-suite.jsonl") {
      guard case .success(let expression) = item.parse() else { continue }
      for call in expression.uses().calls where !call.isLocal && expression.kind(call.callee) == .variable {
        let name = expression.name(call.callee)
        if JSONataFunction.named(name) == nil { unknown.insert(name) }
      }
    }
    // The first is bound by the test itself, the others are unknown on purpose.
    #expect(unknown == ["decrypt", "foo", "unknown"])
  }
}
