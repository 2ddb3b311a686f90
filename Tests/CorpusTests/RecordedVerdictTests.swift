import Discovery
import Linting
import Rules
import TestSupport
import Testing

/// The rules against the answers that AWS was recorded to give, definition by definition.
@Suite(.enabled(if: SharedCorpus.isAvailable, Comment(rawValue: SharedCorpus.skipped)))
struct RecordedVerdictTests {
  /// AWS names a state or a field of it; we point there, or further in.
  @Test func refusedDefinitionsAreRefusedWhereAWSSays() throws {
    let units = try CorpusUnit.all(kinds: ["g"]).filter { $0.verdict == "invalid" }
    #expect(units.count == 15)
    var locationCount = 0
    for unit in units {
      let answer = try RecordedAnswer(unit)
      locationCount += answer.locations.count
      let errors = try lint(unit, answer.machineType).filter {
        $0.category == .refused && $0.severity == .error
      }
      #expect(!errors.isEmpty, "\(unit)")
      for location in answer.locations {
        let isMet = errors.contains { ($0.pointer ?? "").hasPrefix(location) }
        #expect(isMet, "\(unit) \(location) \(errors.map(\.pointer))")
      }
    }
    #expect(locationCount >= units.count)
  }

  /// None but those of executions that were recorded to fail for the very expression.
  @Test func acceptedDefinitionsHaveNoErrors() throws {
    let units = try CorpusUnit.all(kinds: ["g"]).filter { $0.verdict == "valid" }
    #expect(units.count == 271)
    for unit in units {
      let answer = try RecordedAnswer(unit)
      let errors = try lint(unit, answer.machineType).filter { error in
        error.severity == .error && !(error.category == .fails && answer.failsFor(error.underlinedText))
      }
      #expect(errors.map { "\($0.rule): \($0.message)" } == [], "\(unit)")
    }
  }

  private func lint(_ unit: CorpusUnit, _ machineType: MachineType) throws -> [Diagnostic] {
    let source = SourceFile(path: unit.path, bytes: try TestFiles.read(unit.path))
    let document = try #require(Discovery().document(source, origin: .named))
    return Linter(rules: catalog, machineType: machineType).lint(document).diagnostics
  }
}

/// What `aws-response.json` beside a definition says.
private struct RecordedAnswer {
  let machineType: MachineType
  /// The places that AWS names, as pointers.
  let locations: [String]
  /// Why executions failed.
  let causes: [String]

  /// Whether an execution failed for an expression.
  func failsFor(_ expression: String) -> Bool { causes.contains { $0.contains("'\(expression)'") } }

  init(_ unit: CorpusUnit) throws {
    let folder = unit.path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    let text = try TestFiles.text("\(folder)/aws-response.json")
    let tree = SyntaxTree.read(SourceFile(path: "aws-response.json", text: text), as: .json)
    var types: Set<String> = []
    var locations: [String] = []
    var causes: [String] = []
    for run in tree.roots.flatMap({ tree.value($0, "runs").map(tree.elements) ?? [] }) {
      if let type = tree.value(run, "type") { types.insert(tree.text(type)) }
      for answer in tree.value(run, "validation").map(tree.elements) ?? [] {
        for diagnostic in tree.value(answer, "diagnostics").map(tree.elements) ?? [] {
          if let location = tree.value(diagnostic, "location") { locations.append(tree.text(location)) }
        }
      }
      for event in tree.value(run, "execution").map(tree.elements) ?? [] {
        if let cause = tree.value(event, "cause") { causes.append(tree.text(cause)) }
      }
      for error in tree.value(run, "errors").map(tree.elements) ?? [] {
        guard let message = tree.value(error, "message").map(tree.text),
          let start = message.firstRange(of: " at /")
        else {
          continue
        }
        locations.append("/" + message[start.upperBound...].prefix { $0 != "'" && $0 != "," })
      }
    }
    machineType = types == ["EXPRESS"] ? .express : .standard
    self.causes = causes
    self.locations = locations.map { $0 == "/" ? "" : $0 }
  }
}

extension Diagnostic {
  fileprivate var underlinedText: String { source.text(in: range) }
}
