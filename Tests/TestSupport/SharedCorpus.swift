/// Collected definitions that are not part of the project: `STATELINE_SHARED` names the folder that holds `corpus/`.
///
/// Tests over them skip where the variable is not set. Where it is set and names no folder, they fail.
public enum SharedCorpus {
  /// The value of the variable; nil if it is not set.
  public static let root: String? = TestFiles.environment("STATELINE_SHARED").flatMap {
    $0.isEmpty ? nil : $0
  }

  public static var isAvailable: Bool { root != nil }

  public static let skipped =
    "STATELINE_SHARED is not set, so the collected definitions are not there to test"

  /// The path of a file or folder of the corpus, such as `json/test_parsing`.
  public static func path(_ name: String) throws -> String { "\(try folder())/corpus/\(name)" }

  /// The text of a schema that others read reports with, such as `sarif-2.1.0.json`.
  public static func schema(_ name: String) throws -> String {
    try TestFiles.text("\(folder())/schemas/\(name)")
  }

  private static func folder() throws -> String {
    guard let root else { throw TestFiles.Failure(description: skipped) }
    guard TestFiles.isFolder(root) else {
      throw TestFiles.Failure(description: "STATELINE_SHARED names \(root), which is not a folder")
    }
    return root
  }
}

/// One unit of the collected Amazon States Language definitions.
public struct CorpusUnit: Sendable, CustomStringConvertible {
  public let id: String
  public let kind: String
  public let verdict: String
  public let language: String
  public let flags: String
  /// The path of its primary file.
  public let path: String

  public var description: String { id }

  /// The units of `asl/manifest.tsv`.
  public static func all() throws -> [CorpusUnit] {
    let folder = try SharedCorpus.path("asl")
    let lines = try TestFiles.text("\(folder)/manifest.tsv").split(separator: "\n").dropFirst()
    return lines.map { line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return CorpusUnit(
        id: columns[0], kind: columns[1], verdict: columns[2], language: columns[5], flags: columns[11],
        path: "\(folder)/\(columns[16])")
    }
  }

  public static func all(kinds: Set<String>) throws -> [CorpusUnit] {
    try all().filter { kinds.contains($0.kind) }
  }
}
