import Reports
import Repository
import SourceText

/// The part of `stateline render --beside` that keeps pictures next to definitions.
///
/// A picture is written only if it differs from what is there, so that a second run touches nothing. What is there and
/// was not drawn by Stateline stays as it is.
struct BesideRun {
  /// The last line of every picture, which tells it from pictures of other programs. It says no version: that would
  /// make pictures stale that look the same.
  static let mark = "<!-- drawn by Stateline -->\n"

  private let options: RenderCommand
  private let invocation: Invocation
  private let console: Console

  init(_ options: RenderCommand, _ invocation: Invocation, _ console: Console) {
    self.options = options
    self.invocation = invocation
    self.console = console
  }

  /// Draws all pictures, and writes or lists those that are not there yet.
  ///
  /// - Parameters:
  ///   - pictures: The file of each definition, and what its picture is called beside it.
  ///   - draw: The text of a picture, by its index.
  func keep(_ pictures: [(source: String, name: String)], draw: (Int) -> String) throws -> ExitStatus {
    let files = pictures.map { (Path($0.source).parent ?? .currentFolder).appending($0.name) }
    try refuseTwins(files, of: pictures.map(\.source))
    var status = ExitStatus.clean
    var staleCount = 0
    for index in pictures.indices {
      switch state(of: files[index], beside: pictures[index].source, being: draw(index)) {
      case .fresh: break
      case .failed: status = .failure
      case .stale:
        staleCount += 1
        if options.check { console.show("\(files[index].description.printable)\n") }
      }
    }
    if options.check || options.failIfStale, staleCount > 0 { status = max(status, .findings) }
    _ = console.output.flush()
    if status != .failure { console.remark(summary(staleCount, of: pictures.count)) }
    return status
  }

  private enum State {
    case fresh
    /// Another picture is there, or none.
    case stale
    /// Said already.
    case failed
  }

  /// What was found where a picture belongs; it is mended unless nothing is to be written.
  private func state(of file: Path, beside source: String, being text: String) -> State {
    // Bytes that are not UTF-8 were lost on the way here.
    guard (try? invocation.files.kind(of: Path(source))) != .missing else {
      console.error("\(source) gets no picture: its name is not UTF-8")
      return .failed
    }
    do {
      switch try invocation.files.kind(of: file) {
      case .missing:
        if !options.check { try invocation.writer.write(text, to: file) }
        return .stale
      case .file: return try state(ofPicture: file, being: text)
      default: console.error("\(file) is left as it is: it is not a regular file")
      }
    } catch {
      console.error("\(error)")
    }
    return .failed
  }

  private func state(ofPicture file: Path, being text: String) throws -> State {
    let bytes = try invocation.files.source(at: file, limits: invocation.limits).bytes
    if bytes.elementsEqual(text.utf8) { return .fresh }
    guard bytes.isEmpty || bytes.ends(with: Self.mark.utf8) else {
      console.error(
        "\(file) is left as it is: Stateline did not draw it; move it away, or draw with --output")
      return .failed
    }
    if !options.check { try invocation.writer.replace(file, with: Array(text.utf8)) }
    return .stale
  }

  private func refuseTwins(_ files: [Path], of sources: [String]) throws {
    var owners: [Path: String] = [:]
    for (file, source) in zip(files, sources) {
      if let other = owners.updateValue(source, forKey: file) {
        let definitions = other == source ? "two workflows of \(source)" : "\(other) and \(source)"
        throw UsageError("\(definitions) would have the same picture beside them, \(file); rename one")
      }
    }
  }

  private func summary(_ staleCount: Int, of count: Int) -> String {
    if staleCount == 0 {
      return count == 1 ? "the picture is up to date" : "all \(count) pictures are up to date"
    }
    if options.check {
      return "\(staleCount) of \(count) pictures missing or stale; \"stateline render --beside\" draws them"
    }
    return "drew \(staleCount) of \(count) pictures\(staleCount < count ? "; the others are up to date" : "")"
  }
}

extension Collection {
  fileprivate func ends(with end: some Collection<Element>) -> Bool where Element: Equatable {
    count >= end.count && suffix(end.count).elementsEqual(end)
  }
}
