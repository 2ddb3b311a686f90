/// A hash for tables of short texts: eight bytes at a time, where the standard library's takes several rounds for each.
///
/// Each step multiplies to 128 bits and folds them, as wyhash does, with seeds that a process draws at random: who does
/// not know them cannot make texts collide.
public enum TextHash {
  private static let seeds = (
    first: UInt64.random(in: .min ... .max) | 1, second: UInt64.random(in: .min ... .max) | 1
  )

  public static func of(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    let seeds = seeds
    let bytes = UnsafeRawBufferPointer(text)
    var hash = seeds.first ^ UInt64(truncatingIfNeeded: text.count)
    var offset = 0
    while offset + 8 <= bytes.count {
      hash = fold(hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self), seeds.second)
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < bytes.count {
      rest = rest << 8 | UInt64(bytes[offset])
      offset += 1
    }
    return Int(truncatingIfNeeded: fold(fold(hash ^ rest, seeds.second), seeds.first))
  }

  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}
