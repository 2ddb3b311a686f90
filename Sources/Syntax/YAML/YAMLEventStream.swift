import CLibYAML

/// The events that libyaml makes of a text.
struct YAMLEventStream: ~Copyable {
  /// On the heap, since libyaml keeps pointers into it.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>

  /// Nil for an empty text, or without memory.
  ///
  /// - Parameter text: UTF-8 without a byte order mark and without characters that YAML forbids (see
  ///   ``ScreenedText``); must outlive the stream.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard let start = text.baseAddress else { return nil }
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      return nil
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, start, text.count)
    self.parser = parser
    event = .allocate(capacity: 1)
    event.initialize(to: yaml_event_t())
  }

  deinit {
    yaml_event_delete(event)
    event.deallocate()
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The next event, valid until the next call; nil when the text cannot be read on, and ``failure`` says
  /// why.
  ///
  /// Must not be called again after a failure or after the end of the stream.
  mutating func next() -> UnsafePointer<yaml_event_t>? {
    yaml_event_delete(event)
    return yaml_parser_parse(parser, event) == 1 ? UnsafePointer(event) : nil
  }

  /// What libyaml says of the text that it could not read.
  var failure: YAMLFailure {
    let parser = parser.pointee
    return YAMLFailure(
      problem: parser.problem.map { String(cString: $0) } ?? "",
      context: parser.context.map { String(cString: $0) } ?? "",
      mark: parser.problem_mark, contextMark: parser.context_mark)
  }
}

/// Why and where libyaml stopped, in its own words and counted in characters.
struct YAMLFailure {
  /// Empty when memory ran out.
  let problem: String
  /// What was being read; empty or "while …".
  let context: String
  let mark: yaml_mark_t
  /// Where what was being read begins; means nothing without a `context`.
  let contextMark: yaml_mark_t
}
