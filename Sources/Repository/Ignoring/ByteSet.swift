/// A set of byte values.
struct ByteSet: Hashable, Sendable {
  private var words = SIMD4<UInt64>()

  init() {}

  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { insert(byte) }
  }

  func contains(_ byte: UInt8) -> Bool {
    words[Int(byte >> 6)] & (1 << UInt64(byte & 63)) != 0
  }

  mutating func insert(_ byte: UInt8) {
    words[Int(byte >> 6)] |= 1 << UInt64(byte & 63)
  }

  mutating func remove(_ byte: UInt8) {
    words[Int(byte >> 6)] &= ~(1 << UInt64(byte & 63))
  }

  mutating func formUnion(_ other: ByteSet) {
    words |= other.words
  }

  mutating func invert() {
    words = ~words
  }
}

extension ByteSet {
  /// The class that POSIX calls `name`, of ASCII characters as git knows them; nil if there is none.
  init?(posixClass name: ArraySlice<UInt8>) {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let lower = UInt8(ascii: "a")...UInt8(ascii: "z")
    let upper = UInt8(ascii: "A")...UInt8(ascii: "Z")
    let letters = Array(lower) + Array(upper)
    let visible: ClosedRange<UInt8> = 0x21...0x7E
    switch String(decoding: name, as: UTF8.self) {
    case "alnum": self.init(letters + digits)
    case "alpha": self.init(letters)
    case "blank": self.init(" \t".utf8)
    case "cntrl": self.init(Array(0x00...0x1F) + [0x7F])
    case "digit": self.init(digits)
    case "graph": self.init(visible)
    case "lower": self.init(lower)
    case "print": self.init(0x20...0x7E)
    case "punct": self.init(visible.filter { !letters.contains($0) && !digits.contains($0) })
    case "space": self.init(" \t\n\r".utf8)
    case "upper": self.init(upper)
    case "xdigit": self.init("0123456789abcdefABCDEF".utf8)
    default: return nil
    }
  }
}
