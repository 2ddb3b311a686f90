import Linting
import Rules
import TestSupport
import Testing

@Suite struct CatalogTests {
  @Test func isOrderedByUniqueKebabCaseIds() {
    let ids = catalog.map(\.id)
    #expect(ids == Set(ids).sorted())
    let isKebabCase = ids.allSatisfy { id in
      id.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }
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

  @Test func everySuppressionDefectIsClaimedByOneRule() {
    for kind in SuppressionDefect.Kind.allCases {
      #expect(catalog.filter { $0.claimedSuppressionDefects.contains(kind) }.count == 1, "\(kind)")
    }
  }

  @Test func everyPipelineDefectIsClaimedByOneRule() {
    for kind in PipelineDefect.Kind.allCases {
      #expect(catalog.filter { $0.claimedPipelineDefects.contains(kind) }.count == 1, "\(kind)")
    }
  }
}

/// Where the files of the catalogue lie.
@Suite struct CatalogFilesTests {
  /// `unreachable-state` is in `UnreachableState.swift`.
  @Test func everyRuleIsAloneInItsFile() throws {
    let folder = #filePath.replacing("Tests/RulesTests/CatalogTests.swift", with: "Rules")
    var files: Set<String> = []
    for topic in try TestFiles.names(in: folder) where TestFiles.isFolder("\(folder)/\(topic)") {
      for name in try TestFiles.names(in: "\(folder)/\(topic)") {
        let text = try TestFiles.text("\(folder)/\(topic)/\(name)")
        let count = text.split(separator: "\n").count { $0.contains(" = Rule(") }
        #expect(count <= 1, "\(name)")
        if count == 1 { files.insert(name.replacing(".swift", with: "").lowercased()) }
      }
    }
    #expect(files == Set(catalog.map { $0.id.replacing("-", with: "") }))
  }

  /// The topics are the folders, in kebab-case.
  @Test func topicsAreTheFolders() throws {
    let folder = #filePath.replacing("Tests/RulesTests/CatalogTests.swift", with: "Rules")
    let idsByName = Dictionary(uniqueKeysWithValues: catalog.map { ($0.id.replacing("-", with: ""), $0.id) })
    var expected: [String: [String]] = [:]
    for topic in try TestFiles.names(in: folder) where TestFiles.isFolder("\(folder)/\(topic)") {
      let ids = try TestFiles.names(in: "\(folder)/\(topic)").compactMap {
        idsByName[$0.replacing(".swift", with: "").lowercased()]
      }
      let name = topic.replacing(#/[a-z][A-Z]/#) { "\($0.output.prefix(1))-\($0.output.suffix(1))" }
      if !ids.isEmpty { expected[name.lowercased()] = ids.sorted() }
    }
    #expect(topics == expected)
    #expect(Set(topics.keys).isDisjoint(with: catalog.map(\.id) + Category.allCases.map(\.rawValue)))
  }
}
