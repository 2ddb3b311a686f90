import Diagnostics
import Reports
import SourceText
import Testing

@Suite struct SARIFReportTests {
  private func run(_ report: LintReport) -> ReadJSON { ReadJSON(report.sampleSARIF)["runs"][0] }

  @Test func isAValidReportWithoutFindings() {
    let run = run(Sample.empty)
    #expect(run["results"] == [] && run["artifacts"] == [])
    #expect(run["tool"]["driver"]["rules"] == [])
    #expect(run["tool"]["driver"]["version"] == "1.2.3")
    #expect(ReadJSON(Sample.empty.sampleSARIF)["version"] == "2.1.0")
  }

  @Test func describesEachRuleOnce() {
    let twice = LintReport(files: Sample.one.files, diagnostics: [Sample.finding, Sample.finding])
    let rules = run(twice)["tool"]["driver"]["rules"]
    #expect(rules.elements.count == 1)
    #expect(rules[0]["id"] == "some-rule" && rules[0]["deprecatedIds"] == ["old-rule"])
    #expect(rules[0]["shortDescription"] == ["text": "It is right."])
    #expect(rules[0]["fullDescription"] == ["text": "Else it is wrong."])
    #expect(rules[0]["help"]["markdown"] == "It *is*.\n")
    #expect(rules[0]["defaultConfiguration"] == ["level": "error"])
    #expect(rules[0]["properties"]["tags"] == ["refused"])
    #expect(rules[0]["helpUri"] == .null)
  }

  @Test func namesRulesByTheirPlace() {
    let other = Diagnostic(
      rule: "a-rule", category: .advice, certainty: .likely, message: "m", source: Sample.source,
      range: ByteRange(at: 30))
    let run = run(LintReport(files: Sample.one.files, diagnostics: [Sample.finding, other]))
    let rules = run["tool"]["driver"]["rules"].elements.map { $0["id"] }
    #expect(rules == ["a-rule", "some-rule"])
    #expect(run["results"].elements.map { $0["ruleIndex"] } == [1, 0])
    #expect(run["results"].elements.map { $0["level"] } == ["error", "note"])
  }

  @Test func saysWhatAndWhere() {
    let result = run(Sample.one)["results"][0]
    #expect(result["message"] == ["text": "This is wrong. Mend it."])
    let place = result["locations"][0]["physicalLocation"]
    #expect(
      place["artifactLocation"]
        == ["uri": "flows/a%20b.asl.json", "uriBaseId": "%SRCROOT%", "index": 0])
    #expect(
      result["locations"][0]["logicalLocations"] == [
        ["name": "Go", "fullyQualifiedName": "a b/Go", "kind": "state"],
        ["name": "a b", "fullyQualifiedName": "a b", "kind": "workflow"],
      ])
    #expect(result["partialFingerprints"] == ["stateline/v1": .string(Sample.finding.fingerprint)])
    #expect(
      result["properties"] == [
        "category": "refused", "certainty": "certain", "pointer": "/name", "predicts": "SOME_CODE",
      ])
    #expect(result["suppressions"] == .null)
  }

  @Test func countsColumnsInUTF16() {
    let run = run(Sample.one)
    #expect(run["columnKind"] == "utf16CodeUnits")
    #expect(
      run["results"][0]["locations"][0]["physicalLocation"]["region"] == [
        "startLine": 2, "startColumn": 12, "endLine": 2, "endColumn": 18, "byteOffset": 16, "byteLength": 6,
      ])
  }

  @Test func showsRelatedPlaces() {
    let places = run(Sample.one)["results"][0]["relatedLocations"]
    #expect(places.elements.count == 1)
    #expect(places[0]["id"] == 1 && places[0]["message"] == ["text": "and here"])
    #expect(places[0]["physicalLocation"]["region"]["startLine"] == 3)
  }

  @Test func proposesFixes() {
    let fix = run(Sample.one)["results"][0]["fixes"][0]
    #expect(fix["description"] == ["text": "Rename both"] && fix["properties"] == ["safe": true])
    let change = fix["artifactChanges"][0]
    #expect(change["artifactLocation"]["uri"] == "flows/a%20b.asl.json")
    #expect(change["replacements"][0]["insertedContent"] == ["text": "\"Name\""])
    #expect(change["replacements"][0]["deletedRegion"]["byteOffset"] == 16)
    #expect(change["replacements"][1]["deletedRegion"]["byteLength"] == 4)
    #expect(change["replacements"][1].names == ["deletedRegion"])
  }

  @Test func tellsWhatIsSuppressedIfAnythingIs() {
    let other = Diagnostic(
      rule: "a-rule", category: .risky, message: "m", source: Sample.source, range: ByteRange(at: 0))
    let results = run(
      LintReport(
        files: Sample.one.files, diagnostics: [Sample.finding],
        suppressed: [SuppressedDiagnostic(other, Suppression(.source, reason: "It is idempotent."))])
    )["results"]
    #expect(results.elements.map { $0["ruleId"] } == ["a-rule", "some-rule"])
    #expect(results[0]["suppressions"] == [["kind": "inSource", "justification": "It is idempotent."]])
    #expect(results[1]["suppressions"] == [])
  }

  @Test func makesNoLinkOfAMessage() {
    let result = run(Sample.hostile)["results"][0]
    let text = Sample.hostileText.replacing("](", with: "\\](")
    #expect(result["message"] == ["text": .string("\(text) \(text)")])
    #expect(result["relatedLocations"][0]["message"] == ["text": .string(text)])
    #expect(result["locations"][0]["logicalLocations"][0]["name"] == .string(Sample.hostileText))
  }

  /// The places of files are URIs, whatever their names.
  @Test func escapesPaths() {
    let uri = run(Sample.hostile)["artifacts"][0]["location"]["uri"]
    guard case .string(let text) = uri else { return #expect(Bool(false), "\(uri)") }
    #expect(text.hasPrefix("flows/%22q%22%20%27a%27%20%26"))
    #expect(text.hasSuffix("%C3%A9%F0%9F%98%80.json"))
    #expect(text.utf8.allSatisfy { (0x21..<0x7F).contains($0) })
  }

  @Test func namesFilesOutsideOfTheRootByTheirWholePath() {
    let files = ["/repo/a.json", "/tmp/b c.json", "C:x.json"].map { LintedFile(path: $0, workflows: []) }
    let run = run(LintReport(files: files, diagnostics: [], root: ReportRoot("/repo")))
    #expect(
      run["artifacts"].elements.map { $0["location"] } == [
        ["uri": "a.json", "uriBaseId": "%SRCROOT%", "index": 0],
        ["uri": "file:///tmp/b%20c.json", "index": 1],
        ["uri": "C%3Ax.json", "uriBaseId": "%SRCROOT%", "index": 2],
      ])
  }
}
