import SourceText

/// Recognises texts that another program turns into JSON or YAML before anyone reads them.
enum ForeignTemplate {
  /// The first line of a text that begins with a directive of a template language.
  ///
  /// Asked only about texts that could not be read: inside strings the same characters mean nothing.
  static func defect(in bytes: [UInt8]) -> SyntaxDefect? {
    var index = 0
    while index + 1 < bytes.count {
      let isBlank = bytes[index] == 0x20 || bytes[index] == 0x09
      if isBlank {
        index += 1
        continue
      }
      if let language = language(bytes[index], bytes[index + 1]) {
        let range = ByteRange(UInt32(index), UInt32(index + 2))
        return SyntaxDefect(.foreignTemplate, range, detail: language)
      }
      guard let lineFeed = bytes[index...].firstIndex(of: 0x0A) else { return nil }
      index = lineFeed + 1
    }
    return nil
  }

  /// The language whose directives begin with these two characters.
  static func language(_ first: UInt8, _ second: UInt8) -> String? {
    switch (first, second) {
    case (UInt8(ascii: "{"), UInt8(ascii: "{")), (UInt8(ascii: "{"), UInt8(ascii: "%")): "Jinja"
    case (UInt8(ascii: "%"), UInt8(ascii: "{")): "Terraform"
    case (UInt8(ascii: "<"), UInt8(ascii: "%")): "ERB or EJS"
    default: nil
    }
  }
}
