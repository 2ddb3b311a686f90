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

  @Test func acceptedDefinitionsHaveNoErrors() throws {
    let units = try CorpusUnit.all(kinds: ["g"]).filter { $0.verdict == "valid" }
    #expect(units.count == 271)
    for unit in units {
      let errors = try lint(unit, try RecordedAnswer(unit).machineType).filter { $0.severity == .error }
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

  init(_ unit: CorpusUnit) throws {
    let folder = unit.path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    let text = try TestFiles.text("\(folder)/aws-response.json")
    let tree = SyntaxTree.read(SourceFile(path: "aws-response.json", text: text), as: .json)
    var types: Set<String> = []
    var locations: [String] = []
    for run in tree.roots.flatMap({ tree.value($0, "runs").map(tree.elements) ?? [] }) {
      if let type = tree.value(run, "type") { types.insert(tree.text(type)) }
      for answer in tree.value(run, "validation").map(tree.elements) ?? [] {
        for diagnostic in tree.value(answer, "diagnostics").map(tree.elements) ?? [] {
          if let location = tree.value(diagnostic, "location") { locations.append(tree.text(location)) }
        }
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
    self.locations = locations.map { $0 == "/" ? "" : $0 }
  }
}
