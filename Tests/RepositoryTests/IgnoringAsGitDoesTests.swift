import Testing

@testable import Repository

/// Random trees with random ignore files, in which git says what is ignored.
@Suite(.enabled(if: isGitInstalled, "git is not installed"))
struct IgnoringAsGitDoesTests {
  @Test(arguments: 0..<6 as Range<UInt64>)
  func findsTheFilesThatGitFinds(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let folder = try TemporaryFolder()
    try #require(git("init -q", in: folder.path) != nil)
    // Each of these folders is an experiment of its own, so that git starts once for all of them.
    let experiments = (0..<40).map { "experiment\($0)" }
    for experiment in experiments { try plant(below: Path(experiment), in: folder, &random) }
    try folder.write(random.patterns(about: [], below: "experiment0/"), to: ".gitignore")
    try folder.write(random.patterns(about: [], below: "experiment1/"), to: ".git/info/exclude")

    let output = try #require(git("ls-files -z --others --exclude-standard", in: folder.path))
    let expected = Set(output.split(separator: 0).map { Path(bytes: $0) })
    let walk = Walk(below: folder.path, in: LocalFileSystem())
    let found = Set(walk.files.map { Path(bytes: $0.bytes.dropFirst(folder.path.bytes.count + 1)) })
    #expect(walk.failures.isEmpty)
    #expect(found.count == walk.files.count)
    let differing = found.symmetricDifference(expected).min { $0.description < $1.description }
    #expect(differing == nil, "\(explanation(of: differing, in: folder))")

    for experiment in experiments.prefix(5) {
      let alone = Walk(below: folder(experiment), in: LocalFileSystem())
      #expect(alone.files == walk.files.filter { $0.bytes.starts(with: folder(experiment + "/").bytes) })
    }
  }

  /// A few folders and files, and ignore files in some folders that are about them.
  private func plant(below top: Path, in folder: TemporaryFolder, _ random: inout SeededGenerator) throws {
    var folders = [top]
    var files: [Path] = []
    for _ in 0..<5 { folders.append(random.pick(folders).appending(random.pick(names))) }
    for _ in 0..<25 {
      let file = random.pick(folders).appending(random.pick(names))
      // A folder may have the name.
      if (try? folder.write("", to: file)) != nil { files.append(file) }
    }
    for place in Set([top, random.pick(folders)]).sorted(by: { $0.description < $1.description }) {
      let below = files.filter { $0.bytes.starts(with: place.bytes + [slash]) }
      let paths = below.map { String(decoding: $0.bytes.dropFirst(place.bytes.count + 1), as: UTF8.self) }
      try? folder.write(random.patterns(about: paths), to: place.appending(".gitignore"))
    }
  }

  private func explanation(of path: Path?, in folder: TemporaryFolder) -> String {
    guard let path else { return "" }
    var text = "\(path)"
    var candidate = path.parent
    while let above = candidate {
      let ignoreFile = folder.path.appending(above.appending(".gitignore").bytes)
      if let bytes = try? LocalFileSystem().read(ignoreFile, limit: 1 << 20) {
        text += "\n\(above): \(String(decoding: bytes, as: UTF8.self).debugDescription)"
      }
      candidate = above == .currentFolder ? nil : above.parent
    }
    return text
  }
}

private let names = [
  "a", "b", "c", "ab", "abc", "a.b", "a-b", "aXb", "foo", "foo.json", "bar.json", "a b", "a ", " a", "!a",
  "#a",
  "[a]", #"a\"#, #"\a"#, "*", "a*b", "?", "é", "A", "-", "]", "~", "a\tb", "a\rb", "\u{B}", "\u{7F}", "0",
]
