import ArgumentParser
import Configuration
import Diagnostics
import Linting
import Repository
import Testing

@testable import CommandLineTool

@Suite struct OptionTests {
  private func lint(_ arguments: String...) throws -> LintCommand {
    try #require(try StatelineCommand.parseAsRoot(["lint"] + arguments) as? LintCommand)
  }

  @Test func hasDefaults() throws {
    let options = try lint()
    #expect(options.paths.isEmpty && options.format.isEmpty && options.only.isEmpty && options.skip.isEmpty)
    #expect(options.failOn == nil && options.type == nil && options.config == nil)
    #expect(options.color == .auto)
    #expect(options.stdinPath == nil)
    #expect(!options.statistics && !options.showFiles && !options.showLimits && !options.noConfig)
  }

  @Test func readsFormats() throws {
    let formats = try lint("--format", "json=a=b.json", "--format=text", "--format", "jsonl=-").format
    #expect(formats.map(\.format) == [.json, .text, .jsonl])
    #expect(formats.map(\.file) == ["a=b.json", nil, nil])
  }

  @Test(arguments: ["", "=", "json=", "JSON", "text,json", "=a"])
  func refusesFormat(_ text: String) {
    #expect(ReportRequest(argument: text) == nil)
  }

  @Test func readsListsOfRules() throws {
    let options = try lint("--only", "a,b", "--only", "c", "--skip", ",d,", "path")
    #expect(options.only.flatMap(\.names) == ["a", "b", "c"])
    #expect(options.skip.flatMap(\.names) == ["d"])
    #expect(options.paths == ["path"])
    #expect(RuleList(argument: ",") == nil)
  }

  @Test func mixesOptionsAndPaths() throws {
    let options = try lint("a", "--statistics", "-", "--no-config", "b", "--", "--c")
    #expect(options.paths == ["a", "-", "b", "--c"])
    #expect(options.statistics && options.noConfig)
  }

  @Test(arguments: FailureThreshold.allCases)
  func failsFromThresholdOn(_ threshold: FailureThreshold) {
    let expected: [Severity] =
      switch threshold {
      case .error: [.error]
      case .warning: [.warning, .error]
      case .note: [.note, .warning, .error]
      case .never: []
      }
    #expect(Severity.allCases.filter(threshold.isReached) == expected)
  }

  @Test func findsRulesByAnyOfTheirNames() throws {
    let index = RuleIndex(rules: testRules)
    #expect(try index.rule(named: "no-pass-state").id == "no-pass-state")
    #expect(try index.rule(named: "pass-state").id == "no-pass-state")
    #expect(throws: UsageError.self) { try index.rule(named: "no-pass-stat") }
    #expect(throws: UsageError.self) { try index.rule(named: "") }
  }
}
