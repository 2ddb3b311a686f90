import SourceText

/// Holds the arguments of one call against what its function takes.
struct ArgumentCheck {
  private(set) var problems: [IntrinsicProblem] = []
  private let call: Intrinsic.Call
  private let function: IntrinsicFunction
  private let text: UnsafeBufferPointer<UInt8>

  /// O(length of the arguments), without those of calls among them.
  init(_ call: Intrinsic.Call, _ function: IntrinsicFunction, in text: UnsafeBufferPointer<UInt8>) {
    self.call = call
    self.function = function
    self.text = text
    checkCount()
    for (index, argument) in call.arguments.enumerated() where index < function.arity.maximum ?? .max {
      checkType(of: argument, function.types(ofArgument: index))
    }
    checkMeaning()
  }

  private mutating func report(_ kind: IntrinsicProblem.Kind, _ range: ByteRange, isCertain: Bool = true) {
    problems.append(IntrinsicProblem(kind, range, isCertain: isCertain, of: function))
  }

  private mutating func checkCount() {
    let count = call.arguments.count
    guard !function.arity.contains(count) else { return }
    if let maximum = function.arity.maximum, count > maximum {
      report(.wrongArgumentCount, call.arguments[maximum].range)
    } else {
      report(.wrongArgumentCount, ByteRange(call.range.end - 1, call.range.end))
    }
  }

  private mutating func checkType(of argument: Intrinsic.Argument, _ expected: ValueTypes) {
    guard argument.value.types.isDisjoint(with: expected) else { return }
    let isLiteral = if case .call = argument.value { false } else { true }
    report(.wrongArgumentType, argument.range, isCertain: isLiteral)
  }

  private mutating func checkMeaning() {
    switch function {
    case .format: checkPlaceholders()
    case .hash:
      checkLength()
      checkAlgorithm()
    case .base64Encode, .base64Decode: checkLength()
    case .jsonMerge:
      if case .boolean(true)? = value(2) { report(.deepMerge, range(2), isCertain: false) }
    case .arrayPartition:
      if let size = number(1), size <= 0 { report(.sizeNotPositive, range(1)) }
    case .arrayRange: checkRange()
    default: break
    }
  }

  private mutating func checkPlaceholders() {
    guard case .string(_, let placeholders)? = value(0), placeholders != call.arguments.count - 1 else {
      return
    }
    report(.placeholderCount, range(0), isCertain: false)
  }

  private mutating func checkAlgorithm() {
    guard case .string(let algorithm, _)? = value(1) else { return }
    guard !IntrinsicFunction.hashAlgorithms.contains(where: { algorithm.equals($0, in: text) }) else {
      return
    }
    report(.unknownHashAlgorithm, range(1))
  }

  private mutating func checkLength() {
    guard case .string(let data, _)? = value(0), data.contents.count > IntrinsicFunction.maximumDataLength,
      data.text(in: text).unicodeScalars.count > IntrinsicFunction.maximumDataLength
    else { return }
    report(.dataTooLong, range(0), isCertain: false)
  }

  private mutating func checkRange() {
    guard let step = number(2) else { return }
    guard step != 0 else { return report(.zeroStep, range(2)) }
    guard let first = number(0), let last = number(1) else { return }
    // Both ends are elements.
    if ((last - first) / step).rounded(.down) + 1 > Double(IntrinsicFunction.maximumRangeCount) {
      report(.rangeTooLong, call.range, isCertain: false)
    }
  }

  // MARK: Arguments

  private func value(_ index: Int) -> Intrinsic.Value? {
    call.arguments.indices.contains(index) ? call.arguments[index].value : nil
  }

  private func number(_ index: Int) -> Double? {
    if case .number(let number)? = value(index) { number } else { nil }
  }

  private func range(_ index: Int) -> ByteRange {
    call.arguments.indices.contains(index) ? call.arguments[index].range : call.range
  }
}
