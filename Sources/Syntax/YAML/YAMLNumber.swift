/// A YAML 1.1 number as a JSON number.
struct YAMLNumber {
  /// A number of JSON with the same value.
  let decimal: String
  /// Whether it is another number than it seems: octal for its leading zero, or sexagesimal.
  let isSurprising: Bool

  /// Nil if the text is no number, or one that only 65 bits or no JSON number can hold (`.inf`). O(bytes).
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var digits = text[...]
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits.removeFirst() }
    guard let magnitude = Magnitude(digits) else { return nil }
    decimal = (isNegative ? "-" : "") + magnitude.decimal
    isSurprising = magnitude.isSurprising
  }
}

/// A number without its sign.
private struct Magnitude {
  typealias Digits = Slice<UnsafeBufferPointer<UInt8>>

  let decimal: String
  var isSurprising = false

  init?(_ text: Digits) {
    guard let first = text.first, first.isDigit || first == UInt8(ascii: ".") else { return nil }
    let second = text.dropFirst().first
    if first == UInt8(ascii: "0"), second == UInt8(ascii: "x") {
      self.init(text.dropFirst(2), radix: 16)
    } else if first == UInt8(ascii: "0"), second == UInt8(ascii: "b") {
      self.init(text.dropFirst(2), radix: 2)
    } else if text.contains(UInt8(ascii: ":")) {
      self.init(sexagesimal: text)
    } else if text.allSatisfy(\.isDigitOrUnderscore) {
      self.init(integer: text)
    } else {
      self.init(float: text)
    }
  }

  private init?(_ digits: Digits, radix: UInt64) {
    guard let value = Self.value(digits, radix: radix) else { return nil }
    decimal = String(value)
  }

  private init?(integer digits: Digits) {
    guard digits.first == UInt8(ascii: "0"), digits.count > 1 else {
      decimal = Self.withoutUnderscores(digits)
      return
    }
    guard let value = Self.value(digits, radix: 8) else { return nil }
    decimal = String(value)
    isSurprising = value >= 8
  }

  /// Numbers to the base 60, as in `1:30`; the last may have a fraction.
  private init?(sexagesimal text: Digits) {
    let point = text.firstIndex(of: UInt8(ascii: ".")) ?? text.endIndex
    let fraction = text[point...].dropFirst()
    guard fraction.allSatisfy(\.isDigitOrUnderscore) else { return nil }
    var value: UInt64 = 0
    for (position, part) in text[..<point].split(
      separator: UInt8(ascii: ":"), omittingEmptySubsequences: false
    )
    .enumerated() {
      guard let digits = Self.value(part, radix: 10) else { return nil }
      // YAML 1.1 wants a first part without leading zeros, so that 01:30 is a time of day and a text.
      let fits =
        position == 0
        ? part.first != UInt8(ascii: "0") : digits < 60 && part.count <= 2 && part.allSatisfy(\.isDigit)
      let (product, overflows) = value.multipliedReportingOverflow(by: 60)
      let (sum, carries) = product.addingReportingOverflow(digits)
      guard fits, !overflows, !carries else { return nil }
      value = sum
    }
    decimal = String(value) + (fraction.isEmpty ? "" : "." + Self.withoutUnderscores(fraction))
    isSurprising = true
  }

  private init?(float text: Digits) {
    let exponentStart = text.firstIndex { $0 | 0x20 == UInt8(ascii: "e") } ?? text.endIndex
    let mantissa = text[..<exponentStart]
    let point = mantissa.firstIndex(of: UInt8(ascii: ".")) ?? exponentStart
    let whole = mantissa[..<point]
    let fraction = mantissa[point...].dropFirst()
    let exponent = text[exponentStart...]
    guard whole.allSatisfy(\.isDigitOrUnderscore), fraction.allSatisfy(\.isDigitOrUnderscore),
      whole.first?.isDigit ?? fraction.first?.isDigit ?? false, Self.isExponent(exponent),
      // 012e3 is in no version of YAML a number for certain.
      point < exponentStart || whole.first != UInt8(ascii: "0") || whole.count == 1
    else { return nil }
    let wholeDigits = Self.withoutUnderscores(whole).drop { $0 == "0" }
    let fractionDigits = Self.withoutUnderscores(fraction)
    decimal =
      (wholeDigits.isEmpty ? "0" : wholeDigits)
      + (point == exponentStart ? "" : "." + (fractionDigits.isEmpty ? "0" : fractionDigits))
      + String(decoding: exponent, as: UTF8.self)
  }

  /// Whether the text is empty or an `e`, a sign if it likes, and digits.
  private static func isExponent(_ text: Digits) -> Bool {
    guard !text.isEmpty else { return true }
    var digits = text.dropFirst()
    if digits.first == UInt8(ascii: "+") || digits.first == UInt8(ascii: "-") { digits.removeFirst() }
    return !digits.isEmpty && digits.allSatisfy(\.isDigit)
  }

  /// Nil without a digit, with one that the radix does not have, and beyond 64 bits.
  private static func value(_ digits: Digits, radix: UInt64) -> UInt64? {
    var result: UInt64 = 0
    var hasDigit = false
    for byte in digits where byte != UInt8(ascii: "_") {
      guard let digit = byte.hexadecimalValue, digit < radix else { return nil }
      let (product, overflows) = result.multipliedReportingOverflow(by: radix)
      let (sum, carries) = product.addingReportingOverflow(UInt64(digit))
      guard !overflows, !carries else { return nil }
      result = sum
      hasDigit = true
    }
    return hasDigit ? result : nil
  }

  private static func withoutUnderscores(_ digits: Digits) -> String {
    guard digits.contains(UInt8(ascii: "_")) else { return String(decoding: digits, as: UTF8.self) }
    return String(decoding: digits.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
  fileprivate var isDigitOrUnderscore: Bool { isDigit || self == UInt8(ascii: "_") }
}
