import Diagrams
import Discovery
import Repository
import SourceText
import Workflows

/// One run of `stateline render`, from paths to the exit status.
///
/// A definition that cannot be read as a whole is drawn as far as it goes; `lint` says what is wrong with it.
struct RenderRun {
  private let options: RenderCommand
  private let invocation: Invocation
  private let console: Console

  init(_ options: RenderCommand, _ invocation: Invocation, _ console: Console) throws {
    self.options = options
    self.invocation = invocation
    self.console = console
    if options.paths.contains("") { throw UsageError("a path is empty") }
    if options.output == "" { throw UsageError("--output is empty") }
    if options.stdinPath != nil, !options.paths.contains("-") {
      throw UsageError(
        "--stdin-path names standard input, but standard input is not read; add - to the paths")
    }
    try refuseContradictionsAboutPlaces()
  }

  private func refuseContradictionsAboutPlaces() throws {
    guard options.beside else {
      if options.check { throw UsageError("--check looks at pictures beside definitions; add --beside") }
      if options.failIfStale {
        throw UsageError("--fail-if-stale looks at pictures beside definitions; add --beside")
      }
      return
    }
    if options.check, options.failIfStale {
      throw UsageError("--check writes nothing and --fail-if-stale does; leave out one")
    }
    if options.output != nil {
      throw UsageError("--beside and --output say different places for pictures; leave out one")
    }
    if options.title != nil { throw UsageError("--title cannot be the title of every picture of --beside") }
    if options.paths.contains("-") {
      throw UsageError(
        "--beside needs files to put pictures next to, and standard input is none; leave out -")
    }
  }

  func run() throws -> ExitStatus {
    let found = WorkflowFiles(
      options.paths, stdinPath: options.stdinPath, mayBeUnrelated: options.input.skipUnrelated,
      followsOutside: options.links.allowOutside, invocation, console)
    var pictures: [Picture] = []
    var status = ExitStatus.clean
    for file in found.files where file.role != .template {
      let document = file.document
      pictures += document.definitions.map { Picture($0, of: document) }
      if document.definitions.isEmpty, !document.links.contains(where: \.isReached) {
        console.error("\(document.source.path) cannot be read; \"stateline lint\" says why")
        status = .findings
      }
    }
    console.tell(found.problems)
    status = max(status, found.problems.map(\.status).max() ?? .clean)
    if pictures.isEmpty, status == .clean { console.warning("there is no workflow to draw") }
    return max(status, try write(pictures))
  }

  /// Draws and writes each picture.
  private func write(_ pictures: [Picture]) throws -> ExitStatus {
    guard !pictures.isEmpty else { return .clean }
    if options.beside {
      return try BesideRun(options, invocation, console).keep(
        pictures.map { ($0.source.path, $0.nameBeside) }
      ) {
        draw(pictures[$0])
      }
    }
    let folder = try outputFolder(pictureCount: pictures.count)
    if let folder {
      do throws(WriteFailure) { try invocation.writer.makeFolder(folder) } catch {
        console.error(error)
        return .failure
      }
    }
    var names = FileNames()
    var status = ExitStatus.clean
    for picture in pictures {
      let text = draw(picture)
      let file =
        folder.map { $0.appending(names.unused(for: picture.name)) } ?? options.output.map { Path($0) }
      guard let file else {
        console.show(text)
        continue
      }
      do throws(WriteFailure) { try invocation.writer.write(text, to: file) } catch {
        console.error(error)
        status = .failure
      }
    }
    return status
  }

  private func draw(_ picture: Picture) -> String {
    let title = options.title ?? picture.name
    let diagram =
      switch picture.workflow {
      case .stateMachine(let machine): Diagram(machine: machine, title: title)
      case .pipeline(let pipeline): Diagram(pipeline: pipeline, title: title)
      }
    for note in diagram.notes { console.warning("\(picture.source.path): \(note)") }
    return diagram.svg(theme: options.theme) + BesideRun.mark
  }

  /// The folder that pictures go to; nil if one goes to a file or to standard output.
  private func outputFolder(pictureCount: Int) throws -> Path? {
    guard let output = options.output else {
      if pictureCount == 1 { return nil }
      throw UsageError(
        "\(pictureCount) workflows do not fit into one output; give them a folder: -o pictures/")
    }
    if output.hasSuffix("/") { return Path(output) }
    let kind = try? invocation.files.kind(of: Path(output))
    if kind == .folder { return Path(output) }
    if pictureCount == 1 { return nil }
    throw UsageError(
      "\(pictureCount) workflows do not fit into one file, \(output); give them a folder: -o pictures/")
  }
}

/// A workflow that is to be drawn.
private struct Picture {
  let source: SourceFile
  let name: String
  let workflow: Workflow
  /// What its picture is called next to the file. It depends on nothing but the file: a run may be about that one alone.
  let nameBeside: String

  init(_ definition: Definition, of document: Document) {
    source = document.source
    name = definition.name
    workflow = definition.workflow
    nameBeside =
      (definition.isInTemplate ? "\(document.stem).\(definition.name)" : definition.name).asFileName + ".svg"
  }
}

extension String {
  /// Without what separates folders.
  fileprivate var asFileName: String { replacing("/", with: "-").replacing("\0", with: "-") }
}

/// Names for pictures in one folder, each used once.
private struct FileNames {
  private var used: Set<String> = []

  mutating func unused(for workflow: String) -> String {
    let stem = workflow.asFileName
    var name = "\(stem).svg"
    var number = 2
    while !used.insert(name.lowercased()).inserted {
      name = "\(stem)-\(number).svg"
      number += 1
    }
    return name
  }
}
