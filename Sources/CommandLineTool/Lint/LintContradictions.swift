extension LintCommand {
  /// Refuses options that cannot be followed together.
  func refuseContradictions(among requests: [ReportRequest]) throws {
    if requests.count(where: { $0.file == nil }) > 1 {
      throw UsageError(
        "only one report can go to standard output; give the others a file: --format json=report.json")
    }
    if statistics, !requests.contains(where: \.format.isForPeople) {
      throw UsageError("--statistics counts what --format text or concise would show; add one of them")
    }
    if paths.contains("") { throw UsageError("a path is empty") }
    if stdinPath != nil, !paths.contains("-") {
      throw UsageError(
        "--stdin-path names standard input, but standard input is not read; add - to the paths")
    }
    try refuseContradictionsAboutFixes()
    try refuseContradictionsAboutProjects()
  }

  private func refuseContradictionsAboutFixes() throws {
    if diff, !fix { throw UsageError("--diff shows what --fix would change; add --fix") }
    guard fix else { return }
    if paths.contains("-") {
      throw UsageError("--fix writes over files, and standard input is none; leave out -")
    }
    if showFiles { throw UsageError("--fix and --show-files do different things; leave out one") }
    if diff, !format.isEmpty || statistics {
      throw UsageError("--diff stands in place of a report; leave out --format and --statistics")
    }
  }

  private func refuseContradictionsAboutProjects() throws {
    if config != nil, noConfig {
      throw UsageError("--config and --no-config contradict each other; leave out one")
    }
    for (option, value) in [
      ("--config", config), ("--baseline", baseline), ("--write-baseline", writeBaseline),
    ] where value == "" {
      throw UsageError("\(option) is empty")
    }
    guard writeBaseline != nil else { return }
    if showFiles || diff {
      throw UsageError(
        "--write-baseline writes down what is found; leave out \(diff ? "--diff" : "--show-files")")
    }
  }
}
