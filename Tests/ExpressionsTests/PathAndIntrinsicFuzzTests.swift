import Expressions
import SourceText
import TestSupport
import Testing

/// Random texts near valid ones: reading never traps, and every range lies in the text.
struct PathAndIntrinsicFuzzTests {
  private static let seeds = [
    "$.a.b[0]['c d'].e", "$$.Execution.Id", "$name[1:2:3].x",
    "$..book[?(@.price < 10 && @['x'] == 'y')].title",
    "$.a[(@.length-1)]", "$[-1,2]", "$['a','b']", #"$.a\.b["q"]"#,
    "$.a[?(!(@.b =~ /x.*/i) || @.c in [1,{}])].size()",
    #"States.Format('{} \'x\' \{', $.a, $$.b['é)'], States.Array(1, -2.5e3, null, true))"#,
    "States.JsonMerge($.a, States.StringToJson($b), false)", "States.Hash('é', 'SHA-1')",
  ]
  private static let bytes = Array("$.[]()'\"\\*?@:,-{}=!&|~/ aé0\u{0}".utf8) + [0xFF, 0xC3, 0xF0, 0x80]

  @Test func rangesLieInTheText() {
    var random = SplitMix64(seed: 20_261)
    for _ in 0..<40_000 {
      let text = mutated(&random)
      text.withUnsafeBufferPointer { bytes in
        check(Path.parse(bytes), bytes)
        let intrinsic = Intrinsic.parse(bytes)
        for problem in intrinsic.problems { check(problem.range, bytes) }
        if let call = intrinsic.call { check(call, bytes) }
        if intrinsic.call == nil { #expect(!intrinsic.problems.isEmpty) }
      }
    }
  }

  private func mutated(_ random: inout SplitMix64) -> [UInt8] {
    var text = Array((Self.seeds.randomElement(using: &random) ?? "").utf8)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let index = Int.random(in: 0...text.count, using: &random)
      let byte = Self.bytes.randomElement(using: &random) ?? 0
      switch Int.random(in: 0..<5, using: &random) {
      case 0: text.insert(byte, at: index)
      case 1: if index < text.count { text.remove(at: index) }
      case 2: if index < text.count { text[index] = byte }
      case 3: text.removeLast(text.count - index)
      default: text.insert(contentsOf: text[..<index], at: index)
      }
    }
    return text
  }

  private func check(_ range: ByteRange, _ text: UnsafeBufferPointer<UInt8>) {
    if Int(range.end) > text.count { Issue.record("\(range) in \(String(decoding: text, as: UTF8.self))") }
  }

  private func check(_ path: Path, _ text: UnsafeBufferPointer<UInt8>) {
    check(path.range, text)
    for profile in Path.Profile.allCases {
      for problem in path.problems(for: profile) { check(problem.range, text) }
    }
    var end = path.rootRange.end
    for segment in path.segments {
      if segment.range.start != end { Issue.record("a gap in \(String(decoding: text, as: UTF8.self))") }
      end = segment.range.end
      check(segment.range, text)
      if let name = segment.name { _ = name.text(in: text) }
    }
    if path.isComplete {
      if end != path.range.end { Issue.record("a rest in \(String(decoding: text, as: UTF8.self))") }
    } else if path.problems.isEmpty {
      Issue.record("no reason in \(String(decoding: text, as: UTF8.self))")
    }
  }

  private func check(_ call: Intrinsic.Call, _ text: UnsafeBufferPointer<UInt8>) {
    check(call.range, text)
    for argument in call.arguments {
      if !call.range.contains(argument.range) { Issue.record("\(String(decoding: text, as: UTF8.self))") }
      switch argument.value {
      case .path(let path): check(path, text)
      case .call(let inner): check(inner, text)
      default: break
      }
    }
  }

  /// Long texts of each kind of byte: quadratic time would take minutes.
  @Test(.timeLimit(.minutes(10)))
  func timeIsLinear() {
    for unit in [
      "[", "(", "'", "\\", ".a", "['a']", "[0]b", "a()", "!", "(@.a==", "{}", "[?(", "$.a,", "States.Array(",
    ] {
      for prefix in ["$", "$.a[?(", "$[", "$['", "States.Array($.a[", "States.Array("] {
        let text = Array((prefix + String(repeating: unit, count: 60_000)).utf8)
        text.withUnsafeBufferPointer { bytes in
          let path = Path.parse(bytes)
          #expect(path.problems(for: .resultPath).count < 30)
          _ = Intrinsic.parse(bytes)
        }
      }
    }
  }
}
