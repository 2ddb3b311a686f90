import Linting
import Rules
import Testing

@Suite struct CatalogTests {
  @Test func isOrderedByUniqueKebabCaseIds() {
    let ids = catalog.map(\.id)
    #expect(ids == Set(ids).sorted())
    let isKebabCase = ids.allSatisfy { id in id.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 } }
    #expect(isKebabCase)
  }

  @Test(arguments: catalog.map(\.id))
  func ruleIsDocumented(_ id: String) throws {
    let rule = try #require(catalog.first { $0.id == id })
    #expect(!rule.bad.isEmpty && !rule.good.isEmpty)
    #expect(rule.summary.hasSuffix(".") && rule.rationale.hasSuffix("."))
    #expect(rule.summary.count < 110)
  }

  @Test func everySyntaxDefectIsClaimedByOneRule() {
    for kind in SyntaxDefect.Kind.allCases {
      #expect(catalog.filter { $0.claimedSyntaxDefects.contains(kind) }.count == 1, "\(kind)")
    }
  }

  @Test func everyModelDefectIsClaimedByOneRule() {
    for kind in ModelDefect.Kind.allCases {
      #expect(catalog.filter { $0.claimedModelDefects.contains(kind) }.count == 1, "\(kind)")
    }
  }
}
