extension Path {
  /// What a field takes.
  public enum Profile: Hashable, Sendable, CaseIterable {
    /// `InputPath`, `OutputPath`, values of `.$` fields.
    case path
    /// `ItemsPath`, `TimeoutSecondsPath`, `ErrorPath` and the like: names and indexes.
    case referencePath
    /// `ResultPath`: a reference path into the input.
    case resultPath
    /// `Variable` and `…Path` operators of choice rules. The specification takes any path there, the service speaks
    /// of reference paths: what only the latter forbids is not certain.
    case comparison
  }

  /// What is wrong with the path in a field of this profile, in order of the text. At most one of each kind.
  ///
  /// Sources: the specification on paths and reference paths; the validator's tests for variables in `ResultPath`.
  /// A deep scan in a reference path is not certain, since validators differ.
  public func problems(for profile: Profile) -> [PathProblem] {
    guard profile != .path else { return problems }
    var result = problems
    var seen: Set<PathProblem.Kind> = []
    func add(_ problem: PathProblem) {
      if seen.insert(problem.kind).inserted { result.append(problem) }
    }
    if profile == .resultPath, root != .input {
      let kind: PathProblem.Kind = root == .context ? .contextAsResultPath : .variableAsResultPath
      add(PathProblem(kind: kind, range: rootRange, isCertain: true))
    }
    for segment in segments {
      guard let kind = Self.referencePathRestriction(on: segment), kind != .function else { continue }
      // What is a problem in any path is reported as that.
      if kind == .scriptInReferencePath { result.removeAll { $0.kind == .script } }
      let isCertain = profile != .comparison && kind != .deepScanInReferencePath
      add(PathProblem(kind: kind, range: segment.range, isCertain: isCertain))
    }
    return result.sorted { $0.range < $1.range }
  }

  /// Why a segment may not stand in a reference path; nil if it may.
  static func referencePathRestriction(on segment: Segment) -> PathProblem.Kind? {
    switch segment.selector {
    case .name: segment.isDeep ? .deepScanInReferencePath : nil
    case .index(let index):
      index < 0 ? .negativeIndexInReferencePath : segment.isDeep ? .deepScanInReferencePath : nil
    case .names, .indexes: .unionInReferencePath
    case .slice: .sliceInReferencePath
    case .wildcard: .wildcardInReferencePath
    case .filter: .filterInReferencePath
    case .fromEnd: .scriptInReferencePath
    case .function: .function
    }
  }
}
