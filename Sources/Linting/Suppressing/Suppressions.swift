import Discovery
import SourceText
import Syntax
import Workflows

/// The decisions that a file holds not to see some of what is found in it.
///
/// They stand where a notation has room for words: in comments of YAML, in the `Comment` of a state machine or a part of
/// it, in what describes a pipeline or step, and in the `Metadata` of a resource in a template.
struct Suppressions {
  private(set) var directives: [PlacedDirective] = []
  private let document: Document

  /// Nobody makes more decisions in one file, and a hostile one could have millions.
  private static let maximumCount = 1_000

  /// - Returns: Nil if the file holds none, which costs one look through its bytes.
  init?(_ document: Document) {
    self.document = document
    let places = document.source.bytes.withUnsafeBufferPointer {
      $0.indices(of: IgnoreDirective.keyword, atMost: Self.maximumCount)
    }
    if !places.isEmpty {
      addComments(places)
      for (index, definition) in document.definitions.enumerated() {
        switch definition.workflow {
        case .stateMachine(let machine): addTexts(of: machine, index)
        case .pipeline(let pipeline): addTexts(of: pipeline, index)
        }
      }
    }
    addMetadataOfResources()
    if directives.isEmpty { return nil }
  }

  private mutating func add(_ directive: PlacedDirective) {
    if directives.count < Self.maximumCount { directives.append(directive) }
  }
}

// MARK: - Comments

extension Suppressions {
  private mutating func addComments(_ places: [Int]) {
    let tree = document.tree
    let marks = document.commentMarks
    guard !marks.isEmpty else { return }
    let lines = CommentLines(document.source, marks: marks)
    // Of what is in no tree, such as Terraform, the words themselves have to do.
    let scalars = ScalarBytes(tree)
    let top =
      tree.roots.lazy.filter { tree.kind($0) != .missing }.map { tree.range($0).start }.min()
      ?? UInt32(lines.startOfContent)
    var end = 0
    for place in places where place >= end {
      let (comment, lineEnd) = lines.comment(onLineOf: place, isText: scalars.contain)
      end = lineEnd
      guard let comment else { continue }
      for directive in directives(in: comment.range) {
        let isAtTop = comment.range.start < top
        let scope = directive.isAboutFile && isAtTop ? document.source.range : comment.lines
        add(
          placed(
            directive, .file(scope), isMisplaced: directive.isAboutFile && !isAtTop,
            inFile: { $0.moved(by: comment.range.start) }))
      }
    }
  }

  private func directives(in range: ByteRange) -> [IgnoreDirective] {
    document.source.bytes.withUnsafeBufferPointer { bytes in
      IgnoreDirective.all(in: UnsafeBufferPointer(rebasing: bytes[Int(range.start)..<Int(range.end)]))
    }
  }

  private func placed(
    _ directive: IgnoreDirective, _ scope: PlacedDirective.Scope, isMisplaced: Bool = false,
    inFile range: (ByteRange) -> ByteRange
  ) -> PlacedDirective {
    PlacedDirective(
      names: directive.names.map { IgnoreDirective.Name(text: $0.text, range: range($0.range)) },
      reason: directive.reason, range: range(directive.range), scope: scope, isMisplaced: isMisplaced)
  }
}

// MARK: - Texts of definitions

extension Suppressions {
  private mutating func addTexts(of machine: StateMachine, _ index: Int) {
    for object in machine.objects {
      guard let comment = machine.value(.comment, of: object) else { continue }
      var range = machine.tree.range(object.node)
      if let state = object.state, machine[state].node == object.node {
        range = range.union(machine.tree.range(machine[state].name))
      }
      add(comment, index, about: object.node == machine.root ? whole(machine.root, machine.tree) : range)
    }
  }

  private mutating func addTexts(of pipeline: Pipeline, _ index: Int) {
    let tree = pipeline.tree
    if let metadata = tree.value(pipeline.root, "Metadata") {
      addStrings(below: metadata, index, about: whole(pipeline.root, tree))
    }
    for owner in [pipeline.root] + pipeline.steps.map(\.node) {
      let range = owner == pipeline.root ? whole(owner, tree) : tree.range(owner)
      for text in [tree.value(owner, "Description"), tree.value(owner, "DisplayName")] {
        if let text { add(text, index, about: range) }
      }
    }
  }

  /// Recursion follows the nesting of the text, which its reader bounds.
  private mutating func addStrings(below node: NodeID, _ index: Int, about range: ByteRange) {
    let tree = document.definitions[index].workflow.tree
    switch tree.kind(node) {
    case .string: add(node, index, about: range)
    case .array: for element in tree.elements(node) { addStrings(below: element, index, about: range) }
    case .object: for (_, value) in tree.members(node) { addStrings(below: value, index, about: range) }
    default: break
    }
  }

  /// All of a text that is nothing but a definition; of others the definition.
  private func whole(_ root: NodeID, _ tree: SyntaxTree) -> ByteRange {
    tree.roots == [root] ? tree.source.range : tree.range(root)
  }

  private mutating func add(_ text: NodeID, _ index: Int, about range: ByteRange) {
    let definition = document.definitions[index]
    let tree = definition.workflow.tree
    guard tree.kind(text) == .string else { return }
    for directive in tree.withText(text, IgnoreDirective.all) {
      let scope = definition.embedding == nil ? PlacedDirective.Scope.file(range) : .definition(index, range)
      add(
        placed(directive, scope, isMisplaced: directive.isAboutFile) { part in
          let place = tree.sourceRange(text, part)
          return definition.embedding?.range(place) ?? place
        })
    }
  }
}

// MARK: - Resources of templates

extension Suppressions {
  /// `Metadata: { stateline: { ignore: [ … ] } }`, with entries such as `"RULE -- reason"` or `{ rule, reason }`.
  private mutating func addMetadataOfResources() {
    let tree = document.tree
    for root in tree.roots {
      guard let resources = tree.value(root, "Resources") else { continue }
      for (key, resource) in tree.members(resources) {
        guard let metadata = tree.value(resource, "Metadata"), let own = tree.value(metadata, "stateline"),
          let entries = tree.value(own, "ignore")
        else { continue }
        let scope = tree.range(key).union(tree.range(resource))
        for entry in tree.kind(entries) == .array ? tree.elements(entries) : [entries] {
          add(entry, aboutResource: scope)
        }
      }
    }
  }

  private mutating func add(_ entry: NodeID, aboutResource scope: ByteRange) {
    let tree = document.tree
    let isObject = tree.kind(entry) == .object
    guard let text = isObject ? tree.value(entry, "rule") : entry, tree.kind(text) == .string else {
      return add(PlacedDirective(names: [], reason: nil, range: tree.head(of: entry), scope: .file(scope)))
    }
    let directive = tree.withText(text, IgnoreDirective.withoutKeyword)
    let reason = tree.value(entry, "reason").map { tree.text($0) }.flatMap { reason in
      reason.allSatisfy(\.isWhitespace) ? nil : reason
    }
    add(
      PlacedDirective(
        names: directive.names.map {
          IgnoreDirective.Name(text: $0.text, range: tree.sourceRange(text, $0.range))
        },
        reason: reason ?? directive.reason, range: tree.range(text), scope: .file(scope)))
  }
}

extension ByteRange {
  fileprivate func moved(by offset: UInt32) -> ByteRange { ByteRange(start + offset, end + offset) }
}
