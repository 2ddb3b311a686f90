import SourceText
import Syntax
import Workflows

/// What expressions of a Terraform file make definitions of.
struct TerraformFindings {
  private(set) var definitions: [Definition] = []
  /// Where definitions stand in other files.
  private(set) var links: [TerraformLink] = []
  /// What was not analysed, and where it begins.
  private(set) var defects: [SyntaxDefect] = []

  private let scope: HCLScope
  private let tree: SyntaxTree
  private let scalar: NodeID?
  /// What was looked at, for which type of machine: several machines may share one definition.
  private var known: Set<Known> = []
  private var starts: Set<UInt32> = []
  private var nameCounts: [String: Int] = [:]

  private struct Known: Hashable {
    let start: UInt32
    let type: MachineType?
    let kind: TerraformUse.Kind
  }

  /// - Parameters:
  ///   - tree: The file around everything.
  ///   - scalar: The scalar of that file whose text the scope is about; nil if it is about the file itself.
  init(_ scope: HCLScope, _ tree: SyntaxTree, scalar: NodeID? = nil) {
    self.scope = scope
    self.tree = tree
    self.scalar = scalar
  }

  /// How many expressions may lead to each other in a row.
  private static let maximumDepth = 16

  /// Finds what a value makes a definition of.
  mutating func find(_ value: ByteRange, _ use: TerraformUse, depth: Int = 0) {
    guard depth < Self.maximumDepth else { return }
    switch scope.expression(value) {
    case .template(let range):
      if let inner = scope.interpolation(alone: range) { return find(inner, use, depth: depth + 1) }
      addTemplate(range, use)
    case .object(let range): if use.kind == .whatItLooksLike { addJSON(range, use) }
    case .group(let inner): find(inner, use, depth: depth + 1)
    case .conditional(let first, let second):
      find(first, use, depth: depth + 1)
      find(second, use, depth: depth + 1)
    case .reference(let names):
      if let next = scope.value(of: names) { find(next, use, depth: depth + 1) }
    case .call(let name, let arguments): find(call: name, arguments, value, use, depth: depth)
    case .literal: break
    case .other: addComputed(value, use)
    }
  }

  private mutating func find(
    call name: String, _ arguments: [ByteRange], _ value: ByteRange, _ use: TerraformUse, depth: Int
  ) {
    guard let first = arguments.first else { return }
    switch name {
    case "jsonencode": findEncoded(first, use, depth: depth + 1)
    case "trimspace", "chomp", "tostring", "sensitive", "nonsensitive": find(first, use, depth: depth + 1)
    case "file", "templatefile": addLink(first, arguments.count > 1 ? arguments[1] : nil, use)
    default: addComputed(value, use)
    }
  }

  /// Finds what the argument of `jsonencode` is.
  private mutating func findEncoded(_ value: ByteRange, _ use: TerraformUse, depth: Int) {
    guard depth < Self.maximumDepth else { return }
    switch scope.expression(value) {
    case .object(let range): addJSON(range, use)
    case .group(let inner): findEncoded(inner, use, depth: depth + 1)
    case .reference(let names):
      if let next = scope.value(of: names) { findEncoded(next, use, depth: depth + 1) }
    case .conditional(let first, let second):
      findEncoded(first, use, depth: depth + 1)
      findEncoded(second, use, depth: depth + 1)
    case .call("jsondecode", let arguments), .call("yamldecode", let arguments):
      if let first = arguments.first { find(first, use, depth: depth + 1) }
    case .call, .other: addComputed(value, use)
    case .template, .literal: break
    }
  }

  private mutating func addTemplate(_ range: ByteRange, _ use: TerraformUse) {
    guard isNew(range, use) else { return }
    var text = HCLText(scope)
    text.writeTemplate(range)
    add(text, use)
  }

  /// Finds a definition in a text that is a template all through.
  mutating func findBareTemplate(_ use: TerraformUse) {
    var text = HCLText(scope)
    if let inner = text.writeBareTemplate(scope.source.range) { return find(inner, use) }
    add(text, use)
  }

  private mutating func addJSON(_ range: ByteRange, _ use: TerraformUse) {
    guard isNew(range, use) else { return }
    var text = HCLText(scope)
    text.writeJSON(range)
    add(text, use)
  }

  private mutating func isNew(_ range: ByteRange, _ use: TerraformUse) -> Bool {
    // What a resource or module is made of is no definition besides.
    let isFirst = starts.insert(range.start).inserted
    if !isFirst, use.kind == .whatItLooksLike, use.machineType == nil { return false }
    return known.insert(Known(start: range.start, type: use.machineType, kind: use.kind)).inserted
  }
}

// MARK: - Results

extension TerraformFindings {
  private mutating func add(_ text: HCLText, _ use: TerraformUse) {
    guard let (inner, embedding) = text.text.read(inside: tree, scalar: scalar, limits: scope.limits),
      let root = inner.roots.first, let workflow = workflow(at: root, in: inner, use.kind)
    else { return }
    if let directive = text.directive ?? placeOfTemplate(inner, embedding) {
      defects.append(SyntaxDefect(.foreignTemplate, directive, detail: "Terraform"))
      return
    }
    nameCounts[use.name, default: 0] += 1
    let count = nameCounts[use.name] ?? 1
    definitions.append(
      Definition(
        name: count == 1 ? use.name : "\(use.name) (\(count))", workflow: workflow,
        machineType: use.machineType, embedding: embedding))
  }

  private func workflow(at root: NodeID, in tree: SyntaxTree, _ kind: TerraformUse.Kind) -> Workflow? {
    switch kind {
    case .stateMachine: .stateMachine(StateMachine(tree, root: root))
    case .pipeline: .pipeline(Pipeline(tree, root: root))
    case .whatItLooksLike: Discovery.workflow(at: root, in: tree, isASL: false)
    }
  }

  /// Where something is filled in that is more than a value, so that the text around it cannot be read without it.
  private func placeOfTemplate(_ inner: SyntaxTree, _ embedding: Embedding) -> ByteRange? {
    let bytes = inner.source.bytes
    func isBetween(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: ",") }
    let defect = inner.defects.first { defect in
      guard defect.kind != .duplicateKey, defect.kind != .surprisingNumber else { return false }
      var (start, end) = (Int(defect.range.start), Int(defect.range.end))
      while start > 0, isBetween(bytes[start - 1]) { start -= 1 }
      while end < bytes.count, isBetween(bytes[end]) { end += 1 }
      return embedding.touchesPlaceholder(ByteRange(UInt32(start), UInt32(end)))
    }
    return defect.map { embedding.range($0.range) }
  }

  /// - Parameter variables: The second argument of `templatefile`; nil of `file`.
  private mutating func addLink(_ path: ByteRange, _ variables: ByteRange?, _ use: TerraformUse) {
    guard let (name, isBesideFile) = scope.path(path) else { return }
    links.append(
      TerraformLink(
        path: name, range: path, isBesideFile: isBesideFile,
        variables: variables.map { scope.variables($0) } ?? [], use: use))
  }

  /// A definition of which something stands in the file, in a form that is not read.
  private mutating func addComputed(_ value: ByteRange, _ use: TerraformUse) {
    guard use.kind != .whatItLooksLike else { return }
    let bytes = scope.source.bytes[Int(value.start)..<Int(value.end)]
    guard bytes.contains(UInt8(ascii: "{")) else { return }
    var cursor = HCLCursor(scope.source, value, scope.limits)
    let start = cursor.position
    if cursor.readIdentifier() == nil { cursor.skipToken() }
    defects.append(SyntaxDefect(.computedText, cursor.range(from: start)))
  }
}
