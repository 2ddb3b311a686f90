public import SourceText

/// A name or a string as it stands in an expression, where a backslash takes the next character as it is.
///
/// It holds places, not text: whoever wants the text lends the bytes that were parsed.
public struct EscapedText: Hashable, Sendable {
  /// With the quotes, if there are any.
  public let range: ByteRange
  /// Without them.
  public let contents: ByteRange
  public let hasEscapes: Bool

  /// What it says.
  ///
  /// - Parameter text: The bytes that were parsed; places are clamped to them.
  public func text(in text: UnsafeBufferPointer<UInt8>) -> String {
    let bytes = spelling(in: text)
    guard hasEscapes else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isEscaped = false
    for byte in bytes {
      isEscaped = byte == .backslash && !isEscaped
      if !isEscaped { result.append(byte) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether it says `expected`; nothing is copied unless there are escapes.
  public func equals(_ expected: StaticString, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let wanted = UnsafeBufferPointer(start: expected.utf8Start, count: expected.utf8CodeUnitCount)
    guard hasEscapes else { return spelling(in: text).elementsEqual(wanted) }
    return self.text(in: text).utf8.elementsEqual(wanted)
  }

  private func spelling(in text: UnsafeBufferPointer<UInt8>) -> Slice<UnsafeBufferPointer<UInt8>> {
    let end = min(Int(contents.end), text.count)
    return text[min(Int(contents.start), end)..<end]
  }
}
