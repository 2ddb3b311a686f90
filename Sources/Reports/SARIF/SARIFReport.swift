import Diagnostics
import SourceText

extension LintReport {
  /// SARIF 2.1.0 with one run; a line for each result. Columns count code units of UTF-16.
  ///
  /// - Parameters:
  ///   - version: Of Stateline.
  ///   - rule: Describes a rule by its id. Asked once for each that found something.
  public func sarif(version: String, describing rule: (_ id: String) -> SARIFRule?) -> String {
    let results =
      (diagnostics.map { SARIFResult($0) } + suppressed.map { SARIFResult($0.diagnostic, $0.suppression) })
      .sorted { Diagnostic.precedes($0.diagnostic, $1.diagnostic) }
    let rules = Set(results.map(\.diagnostic.rule)).sorted().compactMap(rule)
    let artifacts = SARIFArtifacts(files.map(\.path), root)
    let ruleIndexes = Dictionary(rules.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var lines = LineIndexes(results.map(\.diagnostic))
    let rows = JSON.rows(results) { result in
      result.json(
        lines[result.diagnostic.source], artifacts, ruleIndex: ruleIndexes[result.diagnostic.rule],
        saysIfSuppressed: !suppressed.isEmpty)
    }
    let driver: JSON = [
      "name": "Stateline", "version": .string(version), "semanticVersion": .string(version),
      "rules": .written(JSON.rows(rules, \.json)),
    ]
    let run: JSON = [
      "tool": ["driver": driver], "columnKind": "utf16CodeUnits",
      "newlineSequences": .array(["\r\n", "\n", "\r"]), "originalUriBaseIds": SARIFArtifacts.baseIDs,
      "artifacts": .written(JSON.rows(files.map(\.path)) { ["location": artifacts.location($0)] }),
      "results": .written(rows),
    ]
    let log: JSON = ["$schema": .string(schema), "version": "2.1.0", "runs": .array([run])]
    return log.compact + "\n"
  }
}

/// The name of the schema, which nobody has to fetch.
private let schema =
  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

/// How SARIF names files: as URIs relative to the root, or absolute ones outside of it.
struct SARIFArtifacts {
  private let root: ReportRoot
  private let indexes: [String: Int]

  init(_ paths: [String], _ root: ReportRoot) {
    self.root = root
    indexes = Dictionary(paths.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  /// The usual name of the root. Where it is on this machine is nobody's business.
  private static let rootID = "%SRCROOT%"

  static let baseIDs: JSON = [rootID: ["description": ["text": "The folder in which Stateline ran."]]]

  /// An `artifactLocation`.
  func location(_ path: String) -> JSON {
    var members: [(name: String, value: JSON)]
    switch root.place(of: path) {
    case .inside(let path): members = [("uri", .string(uriPath(path))), ("uriBaseId", .string(Self.rootID))]
    case .outside(let path): members = [("uri", .string("file://" + uriPath(path)))]
    }
    if let index = indexes[path] { members.append(("index", .integer(index))) }
    return .object(members)
  }
}

/// A path as the path of a URI (RFC 3986). The colon is escaped too, or the first component might look like a scheme.
private func uriPath(_ path: String) -> String {
  path.utf8.reduce(into: "") { uri, byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "/"):
      uri.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      uri += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
    }
  }
}
