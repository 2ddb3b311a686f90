import SourceText

extension PipelineReference {
  /// Reads the string of a `Get`. Never fails: what is wrong is the ``problem``. O(bytes).
  ///
  /// - Parameter text: UTF-8, such as the decoded text of a JSON string.
  public static func parse(_ text: UnsafeBufferPointer<UInt8>) -> PipelineReference {
    var reader = ReferenceReader(text)
    return reader.readReference()
  }
}

extension JSONGetPath {
  /// Reads the `Path` of a `Std:JsonGet`. Never fails: what is wrong is the ``problem``. O(bytes).
  ///
  /// - Parameter text: UTF-8, such as the decoded text of a JSON string.
  public static func parse(_ text: UnsafeBufferPointer<UInt8>) -> JSONGetPath {
    var reader = ReferenceReader(text)
    return reader.readJSONGetPath()
  }
}

/// Reads one reference from left to right, up to the first problem.
private struct ReferenceReader {
  private var cursor: ByteCursor
  private var segments: [ReferenceSegment] = []
  private var problem: ReferenceProblem?

  /// What may stand behind a dot.
  private enum MemberRule {
    /// A member of an answer of the API: letters, digits, `_` and `-`, the first one no digit.
    case apiMember
    /// A name that somebody chose, of the same characters.
    case name
    /// A member of any JSON.
    case json
  }

  init(_ text: UnsafeBufferPointer<UInt8>) {
    cursor = ByteCursor(text)
  }

  // MARK: Get

  mutating func readReference() -> PipelineReference {
    let (root, rootRange) = readRoot()
    let name = readName(root)
    if problem == nil {
      switch root {
      case .steps, .iterationOutput: readAPIPath()
      case .currentItem: readPath(.json)
      case .parameters, .execution, .unknown: break
      }
    }
    return PipelineReference(
      root: root, rootRange: rootRange, name: name, segments: segments, problem: problem)
  }

  private mutating func readRoot() -> (PipelineReference.Root, ByteRange) {
    cursor.skip { $0 != .dot && $0 != .openBracket }
    let range = cursor.range(from: 0)
    guard let root = Self.roots.first(where: { isWritten($0.word, in: range) })?.root else {
      fail(cursor.end == 0 ? .empty : .unknownRoot, range)
      return (.unknown, range)
    }
    guard cursor.skip(.dot) else {
      fail(.missingName, range)
      return (root, range)
    }
    if root == .currentItem, !isAtCurrentItem {
      cursor.skip { $0 != .dot && $0 != .openBracket }
      fail(.unknownRoot, cursor.range(from: 0))
      return (.unknown, cursor.range(from: 0))
    }
    return (root, range)
  }

  private var isAtCurrentItem: Bool {
    let item: StaticString = "CurrentItem"
    guard cursor.starts(with: item) else { return false }
    switch cursor.byte(at: cursor.position + item.utf8CodeUnitCount) {
    case nil, .dot?, .openBracket?: return true
    default: return false
    }
  }

  private static let roots: [(word: StaticString, root: PipelineReference.Root)] = [
    ("Parameters", .parameters), ("Execution", .execution), ("Steps", .steps), ("ForEach", .currentItem),
    ("IterationOutput", .iterationOutput),
  ]

  private func isWritten(_ word: StaticString, in range: ByteRange) -> Bool {
    range.count == word.utf8CodeUnitCount && ByteCursor(cursor.text).starts(with: word)
  }

  private mutating func readName(_ root: PipelineReference.Root) -> ByteRange {
    let start = cursor.position
    guard problem == nil else { return ByteRange(at: UInt32(start)) }
    cursor.skip { $0 != .dot && $0 != .openBracket }
    let name = cursor.range(from: start)
    if name.isEmpty {
      fail(.missingName, cursor.isAtEnd ? cursor.range(from: 0) : cursor.place)
    } else if root == .parameters || root == .execution {
      if let index = (start..<cursor.position).first(where: { !cursor.text[$0].isNameByte }) {
        fail(.unexpectedInName, cursor.characterRange(at: index))
      } else if !cursor.isAtEnd {
        fail(.unexpectedPath, ByteRange(UInt32(cursor.position), UInt32(cursor.end)))
      }
    }
    return name
  }

  /// Reads a path into the answer of an API, where some members have members that people name.
  private mutating func readAPIPath() {
    readSegment(.apiMember)
    let isOfFiles = segments.first.map { isMember("PropertyFiles", $0) } ?? false
    readPath(isOfFiles ? .json : .name)
  }

  private func isMember(_ word: StaticString, _ segment: ReferenceSegment) -> Bool {
    guard case .member(let name) = segment.selector, name.count == word.utf8CodeUnitCount else {
      return false
    }
    return ByteCursor(cursor.text, from: Int(name.start)).starts(with: word)
  }

  // MARK: Std:JsonGet

  mutating func readJSONGetPath() -> JSONGetPath {
    if cursor.isAtEnd {
      fail(.empty, cursor.range(from: 0))
    } else if !cursor.skip(.dollar), cursor.current != .openBracket {
      readMember(.json, from: 0)
    }
    readPath(.json)
    return JSONGetPath(segments: segments, problem: problem)
  }

  // MARK: Segments

  private mutating func readPath(_ rule: MemberRule) {
    while problem == nil, !cursor.isAtEnd { readSegment(rule) }
  }

  private mutating func readSegment(_ rule: MemberRule) {
    let start = cursor.position
    guard let byte = cursor.current else { return }
    switch byte {
    case .dot:
      cursor.advance()
      readMember(rule, from: start)
    case .openBracket:
      cursor.advance()
      cursor.skipBlanks()
      readBrackets(rule, from: start)
    default: fail(.unexpectedCharacter, cursor.place)
    }
  }

  private mutating func readMember(_ rule: MemberRule, from start: Int) {
    let first = cursor.position
    if rule == .json, cursor.current == .asterisk || cursor.current == .dot && start < first {
      cursor.advance()
      return fail(.severalValues, cursor.range(from: start), isCertain: false)
    }
    switch rule {
    case .apiMember where cursor.current?.isDigit == true: break
    case .apiMember, .name: cursor.skip { $0.isNameByte }
    case .json: cursor.skip { !$0.endsJSONName }
    }
    let name = cursor.range(from: first)
    guard !name.isEmpty else {
      let next = cursor.characterRange(at: cursor.position)
      return fail(.missingMember, ByteRange(UInt32(start), next.end))
    }
    segments.append(ReferenceSegment(range: cursor.range(from: start), selector: .member(name)))
  }

  private mutating func readBrackets(_ rule: MemberRule, from start: Int) {
    switch cursor.current {
    case nil: fail(.unclosedBracket, cursor.characterRange(at: start))
    case .singleQuote?, .doubleQuote?: readKey(from: start)
    case let byte? where byte.isDigit: readIndex(rule, from: start)
    case .asterisk?, .questionMark?, .minus?, .colon?, .openParenthesis?:
      let isCertain = rule != .json
      fail(isCertain ? .unexpectedInBrackets : .severalValues, cursor.place, isCertain: isCertain)
    default: fail(.unexpectedInBrackets, cursor.place)
    }
  }

  private mutating func readKey(from start: Int) {
    let first = cursor.position
    guard let quote = cursor.current else { return }
    var hasEscapes = false
    cursor.advance()
    while let byte = cursor.current, byte != quote {
      if byte == .backslash { hasEscapes = true }
      cursor.advance(by: byte == .backslash ? 2 : 1)
    }
    guard cursor.skip(quote) else { return fail(.unterminatedQuote, cursor.range(from: first)) }
    let range = cursor.range(from: first)
    let contents = ByteRange(range.start + 1, range.end - 1)
    close(.key(EscapedText(range: range, contents: contents, hasEscapes: hasEscapes)), from: start)
  }

  private mutating func readIndex(_ rule: MemberRule, from start: Int) {
    let first = cursor.position
    var index: Int64 = 0
    while let byte = cursor.current, byte.isDigit {
      index = min(index * 10 + Int64(byte - UInt8(ascii: "0")), .max / 20)
      cursor.advance()
    }
    guard let index = Int32(exactly: index) else { return fail(.indexOutOfRange, cursor.range(from: first)) }
    if rule == .json, cursor.current == .comma || cursor.current == .colon {
      return fail(.severalValues, cursor.place, isCertain: false)
    }
    close(.index(index), from: start)
  }

  private mutating func close(_ selector: ReferenceSegment.Selector, from start: Int) {
    cursor.skipBlanks()
    guard cursor.skip(.closeBracket) else {
      return cursor.isAtEnd
        ? fail(.unclosedBracket, cursor.characterRange(at: start)) : fail(.unexpectedInBrackets, cursor.place)
    }
    segments.append(ReferenceSegment(range: cursor.range(from: start), selector: selector))
  }

  private mutating func fail(_ kind: ReferenceProblem.Kind, _ range: ByteRange, isCertain: Bool = true) {
    if problem == nil { problem = ReferenceProblem(kind: kind, range: range, isCertain: isCertain) }
  }
}

extension UInt8 {
  fileprivate var isNameByte: Bool {
    isLetter || isDigit || self == UInt8(ascii: "_") || self == .minus
  }

  fileprivate var endsJSONName: Bool {
    switch self {
    case .dot, .openBracket, .closeBracket, .blank, .singleQuote, .doubleQuote, .asterisk, .questionMark, .at:
      true
    default: false
    }
  }
}
