import Diagnostics
import SourceText

extension LintReport {
  /// JUnit's XML, as both Ant's schema and that of Jenkins have it: a suite for each file, a failed case for each
  /// finding and a passed one for each workflow without any.
  ///
  /// The name of a case has no line in it, so that a service which compares two runs knows it again. Columns in texts
  /// count Unicode scalars.
  public func junit() -> String {
    var xml = XMLWriter()
    var lines = LineIndexes(diagnostics)
    xml.element("testsuites") { xml in
      for (index, group) in findingsByFile.enumerated() {
        write(group, index: index, &lines, to: &xml)
      }
    }
    return xml.text
  }

  private func write(_ group: FileFindings, index: Int, _ lines: inout LineIndexes, to xml: inout XMLWriter) {
    let path = root.relative(group.file.path)
    let faulty = Set(group.diagnostics.map(\.workflow))
    // What is wrong with the whole file is wrong with each workflow in it.
    let passed = faulty.contains(nil) ? [] : group.file.workflows.filter { !faulty.contains($0) }
    // A schema wants a moment, a host and a duration. These are the same in every run, as the rest of the report is.
    xml.element(
      "testsuite",
      [
        "name": path, "package": "stateline", "id": String(index),
        "tests": String(group.diagnostics.count + passed.count), "failures": String(group.diagnostics.count),
        "errors": "0", "time": "0", "timestamp": "1970-01-01T00:00:00", "hostname": "localhost",
      ]
    ) { xml in
      xml.element("properties")
      for diagnostic in group.diagnostics {
        write(diagnostic, path, lines[diagnostic.source], to: &xml)
      }
      for workflow in passed {
        xml.element("testcase", ["name": workflow, "classname": path, "time": "0"])
      }
      xml.element("system-out")
      xml.element("system-err")
    }
  }

  private func write(_ diagnostic: Diagnostic, _ path: String, _ lines: LineIndex, to xml: inout XMLWriter) {
    let pointer = diagnostic.pointer ?? ""
    let name = pointer.isEmpty ? diagnostic.rule : "\(diagnostic.rule) at \(pointer)"
    let position = lines.position(at: diagnostic.range.start)
    let place = "\(path):\(position.line):\(position.column)"
    let help = diagnostic.help.map { "\n\($0)" } ?? ""
    xml.element("testcase", ["name": name, "classname": path, "time": "0"]) { xml in
      xml.element(
        "failure", ["type": diagnostic.severity.rawValue, "message": diagnostic.message],
        text: "\(place): \(diagnostic.message)\(help)")
    }
  }
}
