import CLibYAML
import SourceText

/// Reads YAML as libyaml does, into the tree that JSON is read into.
///
/// An alias is a copy of what it names, and merged members (`<<`) are members: who walks the tree need not
/// know of either. Their nodes keep the ranges of what they repeat, but for an alias itself.
struct YAMLReader: ~Copyable {
  /// A collection that is being read.
  struct Frame {
    let id: NodeID
    let isObject: Bool
    /// Whether it ends at a bracket of its own, and not where its last entry ends.
    let hasBrackets: Bool
    let anchor: String?
    var awaitsKey: Bool
    /// How many members or elements were read.
    var count = 0
    /// How many collections stand inside each other in its entries.
    var height = 0
    /// Where the last of its parts ends.
    var end: UInt32
    /// While the value of `<<` is read: its id.
    var mergedValue: NodeID?
    /// What `<<` brought, in source order.
    var merged: [DetachedTree] = []
  }

  /// A collection where a key should be. It is passed over.
  struct UnreadableKey {
    var start: UInt32
    var end: UInt32
    var depth = 1
  }

  let bytes: [UInt8]
  /// Where libyaml's text begins in `bytes`.
  let textStart: Int
  var offsets: CharacterOffsets
  var builder: TreeBuilder
  var roots: [NodeID] = []
  var frames: [Frame] = []
  var unreadableKey: UnreadableKey?
  var anchors = YAMLAnchors()
  /// What is left of ``Limits/maximumAliasedNodes``; nil when it did not suffice.
  var aliasBudget: Int?
  /// Set when the rest of the text is not worth reading: it is nested too deeply.
  var hasGivenUp = false
  private var flowLevel = 0
  private var flowSteps = 0

  /// libyaml looks at every open bracket for every token: in deep brackets it is hundreds of times slower,
  /// which a file of many megabytes turns into minutes. This many looks take a second or two.
  private static let maximumFlowSteps = 300_000_000

  static func read(_ source: SourceFile, limits: Limits) -> SyntaxTree {
    let encodingDefect = EncodingCheck.defect(in: source.bytes)
    if let encodingDefect, encodingDefect.kind != .invalidUTF8 {
      return .unreadable(source, .yaml, because: encodingDefect, limits)
    }
    let screened = ScreenedText(source, maximumForbidden: limits.maximumSyntaxDefects)
    return screened.bytes.withUnsafeBufferPointer { text in
      let offsets = CharacterOffsets(text, isASCII: screened.isASCII)
      var reader = YAMLReader(source, offsets, limits)
      if let encodingDefect { reader.builder.report(encodingDefect) }
      reader.readText(text, screened)
      return reader.finish(source)
    }
  }

  private init(_ source: SourceFile, _ offsets: CharacterOffsets, _ limits: Limits) {
    bytes = source.bytes
    textStart = source.byteOrderMarkLength
    self.offsets = offsets
    // Definitions as people write them have a node in 10 to 20 bytes.
    builder = TreeBuilder(limits: limits, expectedNodes: source.bytes.count / 12 + 4)
    aliasBudget = limits.maximumAliasedNodes
  }

  private consuming func finish(_ source: SourceFile) -> SyntaxTree {
    if roots.isEmpty {
      roots.append(builder.nextID)
      builder.append(.missing, ByteRange(at: UInt32(bytes.count)))
    }
    return SyntaxTree(builder, source: source, notation: .yaml, roots: roots)
  }
}

// MARK: - Documents

extension YAMLReader {
  private mutating func readText(_ text: UnsafeBufferPointer<UInt8>, _ screened: ScreenedText) {
    for range in screened.forbidden {
      builder.report(SyntaxDefect(.invalidYAML, range, detail: YAMLProblem.forbiddenCharacter(bytes, range)))
    }
    if let range = screened.excessiveDirective {
      builder.report(SyntaxDefect(.invalidYAML, range, detail: YAMLProblem.tooManyDirectives))
    } else {
      readStream(YAMLEventStream(text))
      closeOpenCollections()
    }
    if builder.defects.contains(where: { $0.kind == .invalidYAML }),
      let template = ForeignTemplate.defect(inYAML: bytes)
    {
      builder.abandon(because: template)
      roots.removeAll()
    } else if roots.isEmpty, builder.defects.isEmpty {
      builder.report(SyntaxDefect(.emptyText, ByteRange(0, UInt32(bytes.count))))
    }
  }

  private mutating func readStream(_ stream: consuming YAMLEventStream?) {
    guard var stream = consume stream else { return }
    while !hasGivenUp {
      guard let event = stream.next() else {
        let problem = YAMLProblem(stream.failure, bytes: bytes) { offset(of: $0) }
        return builder.report(problem.defect)
      }
      guard event.pointee.type != YAML_STREAM_END_EVENT else { return }
      if unreadableKey != nil { passUnreadableKey(event) } else { read(event) }
      flowSteps += flowLevel + (unreadableKey?.depth ?? 0)
      if flowSteps > Self.maximumFlowSteps { giveUp(at: offset(of: event.pointee.end_mark)) }
    }
  }

  private mutating func read(_ event: UnsafePointer<yaml_event_t>) {
    switch event.pointee.type {
    case YAML_DOCUMENT_START_EVENT: anchors.removeAll()
    case YAML_SCALAR_EVENT: readScalar(event)
    case YAML_ALIAS_EVENT: readAlias(event)
    case YAML_SEQUENCE_START_EVENT, YAML_MAPPING_START_EVENT: open(event)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: close(event)
    default: break
    }
  }

  /// Stops because of what begins at `offset`, which is nested too deeply.
  private mutating func giveUp(at offset: UInt32) {
    builder.report(SyntaxDefect(.nestingTooDeep, character(at: offset)))
    hasGivenUp = true
  }

  private mutating func closeOpenCollections() {
    if let key = unreadableKey { endUnreadableKey(key) }
    while let frame = frames.last {
      if frame.isObject, !frame.awaitsKey { appendMissing(ByteRange(at: frame.end)) }
      close(end: frames.last?.end ?? frame.end)
    }
  }

  private mutating func appendEmptyKey(at offset: UInt32) {
    builder.append(.key, ByteRange(at: offset))
    endKey(end: offset)
  }

  private mutating func appendMissing(_ range: ByteRange) {
    let id = beginValue()
    builder.append(.missing, range)
    endValue(id, end: range.end)
  }
}

// MARK: - Collections

extension YAMLReader {
  /// Whether a key comes next.
  var awaitsKey: Bool { frames.last?.awaitsKey ?? false }

  /// To be called before a value is appended.
  ///
  /// - Returns: the id that it will have.
  mutating func beginValue() -> NodeID {
    if frames.isEmpty { roots.append(builder.nextID) }
    return builder.nextID
  }

  /// To be called when a value is complete.
  mutating func endValue(_ id: NodeID, end: UInt32, height: Int = 0) {
    guard !frames.isEmpty else { return }
    let top = frames.count - 1
    frames[top].end = max(frames[top].end, end)
    frames[top].height = max(frames[top].height, height)
    frames[top].awaitsKey = frames[top].isObject
    if frames[top].mergedValue == id {
      takeMergedValue()
    } else {
      frames[top].count += 1
    }
  }

  /// To be called when a key was appended, or passed over.
  mutating func endKey(end: UInt32) {
    frames[frames.count - 1].end = max(frames[frames.count - 1].end, end)
    frames[frames.count - 1].awaitsKey = false
  }

  private mutating func open(_ event: UnsafePointer<yaml_event_t>) {
    let head = YAMLCollectionHead(event)
    let (start, hasBrackets) = beginning(of: head, event)
    guard frames.count < builder.limits.maximumNesting else {
      if awaitsKey { appendEmptyKey(at: start) }
      appendMissing(character(at: start))
      return giveUp(at: start)
    }
    guard !awaitsKey else {
      if let anchor = head.anchor { anchors.define(anchor, .unreadable) }
      unreadableKey = UnreadableKey(start: start, end: start)
      return
    }
    let id = beginValue()
    _ = builder.open(head.isMapping ? .object : .array, at: start)
    if case .own(let tag) = head.tag { builder.tags[id] = tag }
    if let anchor = head.anchor { anchors.define(anchor, .open(id)) }
    if hasBrackets { flowLevel += 1 }
    frames.append(
      Frame(
        id: id, isObject: head.isMapping, hasBrackets: hasBrackets, anchor: head.anchor,
        awaitsKey: head.isMapping, end: start + (hasBrackets ? 1 : 0)))
  }

  private mutating func close(_ event: UnsafePointer<yaml_event_t>) {
    guard let frame = frames.last else { return }
    close(end: frame.hasBrackets ? offset(of: event.pointee.end_mark) : frame.end)
  }

  /// Closes the collection that was opened last.
  private mutating func close(end: UInt32) {
    guard let frame = frames.popLast() else { return }
    builder.close(frame.id, end: end, count: frame.count)
    if frame.isObject { DuplicateKeys.report(in: frame.id, count: frame.count, bytes: bytes, &builder) }
    if !frame.merged.isEmpty {
      let count = appendMergedMembers(to: frame)
      builder.close(frame.id, end: end, count: count)
    }
    if frame.hasBrackets { flowLevel -= 1 }
    if let anchor = frame.anchor { anchors.close(anchor, frame.id, height: frame.height + 1) }
    endValue(frame.id, end: end, height: frame.height + 1)
  }
}

// MARK: - Keys that are no text

extension YAMLReader {
  private mutating func passUnreadableKey(_ event: UnsafePointer<yaml_event_t>) {
    guard var key = unreadableKey else { return }
    switch event.pointee.type {
    case YAML_SEQUENCE_START_EVENT, YAML_MAPPING_START_EVENT:
      key.depth += 1
      if let anchor = YAMLCollectionHead(event).anchor { anchors.define(anchor, .unreadable) }
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      key.depth -= 1
      let end = offset(of: event.pointee.end_mark)
      if event.pointee.end_mark.index > event.pointee.start_mark.index { key.end = end }
    case YAML_SCALAR_EVENT:
      if let anchor = event.pointee.data.scalar.anchor {
        anchors.define(String(cString: anchor), .unreadable)
      }
      key.end = rangeOfScalar(event).end
    default:
      key.end = offset(of: event.pointee.end_mark)
    }
    unreadableKey = key
    if key.depth == 0 {
      endUnreadableKey(key)
    } else if frames.count + key.depth > builder.limits.maximumNesting {
      giveUp(at: offset(of: event.pointee.end_mark))
    }
  }

  private mutating func endUnreadableKey(_ key: UnreadableKey) {
    unreadableKey = nil
    appendUnreadableKey(ByteRange(key.start, max(key.start, key.end)))
  }

  /// Appends a key that is no text under its spelling, so that its value is read.
  mutating func appendUnreadableKey(_ range: ByteRange) {
    builder.report(SyntaxDefect(.invalidYAML, range, detail: YAMLProblem.unreadableKey))
    builder.append(.key, range)
    endKey(end: range.end)
  }
}
