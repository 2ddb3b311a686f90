public import SourceText

/// A text with `«…»` and `‹…›` taken out, and the ranges that they marked.
public struct MarkedText: Sendable {
  public let text: String
  /// The ranges between `«` and `»`, in order.
  public private(set) var marked: [ByteRange] = []
  /// The ranges between `‹` and `›`, in order.
  public private(set) var related: [ByteRange] = []

  /// A mark that is not closed ends with the text.
  public init(_ source: String) {
    var bytes: [UInt8] = []
    var open: [(isRelated: Bool, start: UInt32)] = []
    for scalar in source.unicodeScalars {
      let here = UInt32(bytes.count)
      switch scalar {
      case "«", "‹": open.append((scalar == "‹", here))
      case "»", "›":
        guard let last = open.popLast() else { continue }
        let range = ByteRange(last.start, here)
        if last.isRelated { related.append(range) } else { marked.append(range) }
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
    marked.sort()
    related.sort()
  }
}
