/// What a plain YAML scalar means.
///
/// As CloudFormation and SAM read it: the types of YAML 1.1, but `y` and `n` are texts (`N` is a type of
/// DynamoDB), and so are dates and what no JSON number can be.
enum YAMLScalar {
  case string
  case null
  case boolean(Bool)
  case number(YAMLNumber)

  init(plain text: UnsafeBufferPointer<UInt8>) {
    guard let first = text.first else {
      self = .null
      return
    }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
      self = YAMLNumber(text).map(YAMLScalar.number) ?? .string
    case UInt8(ascii: "~"):
      self = text.count == 1 ? .null : .string
    case _ where text.count <= 5:
      self = Self.words.first { word, _ in text.elementsEqual(word.utf8Buffer) }?.value ?? .string
    default:
      self = .string
    }
  }

  private static let words: [(word: StaticString, value: YAMLScalar)] = [
    ("true", .boolean(true)), ("True", .boolean(true)), ("TRUE", .boolean(true)),
    ("false", .boolean(false)), ("False", .boolean(false)), ("FALSE", .boolean(false)),
    ("yes", .boolean(true)), ("Yes", .boolean(true)), ("YES", .boolean(true)),
    ("no", .boolean(false)), ("No", .boolean(false)), ("NO", .boolean(false)),
    ("on", .boolean(true)), ("On", .boolean(true)), ("ON", .boolean(true)),
    ("off", .boolean(false)), ("Off", .boolean(false)), ("OFF", .boolean(false)),
    ("null", .null), ("Null", .null), ("NULL", .null),
  ]
}

extension YAMLScalar {
  /// What a scalar means that names its type.
  ///
  /// - Parameter type: a standard tag behind `tag:yaml.org,2002:`.
  init(_ text: UnsafeBufferPointer<UInt8>, type: String) {
    switch (type, YAMLScalar(plain: text)) {
    case ("int", .number(let number)), ("float", .number(let number)): self = .number(number)
    case ("bool", .boolean(let value)): self = .boolean(value)
    case ("null", _): self = .null
    default: self = .string
    }
  }
}
