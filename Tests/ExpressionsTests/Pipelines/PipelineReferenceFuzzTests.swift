import Expressions
import SourceText
import TestSupport
import Testing

/// Random texts near valid ones: reading never traps, and every range lies in the text.
struct PipelineReferenceFuzzTests {
  private static let seeds = [
    "Parameters.InstanceCount", "Execution.PipelineExecutionId", "ForEach.CurrentItem.a['b'][0]",
    "Steps.Prep.ProcessingOutputConfig.Outputs['train'].S3Output.S3Uri", "Steps.P.PropertyFiles.report",
    "Steps.Loop.IterationOutputs[12].Body.OutputParameters[\"x\"]", "IterationOutput.Score.Value",
    "$.regression_metrics['mse'].value[0]", "Result[0]['k']",
  ]
  private static let bytes = Array("$.[]()'\"\\*?@:,-{}= aé0\u{0}SPE".utf8) + [0xFF, 0xC3, 0xF0, 0x80]

  @Test func rangesLieInTheText() {
    var random = SplitMix64(seed: 20_263)
    for _ in 0..<40_000 {
      let text = mutated(&random)
      text.withUnsafeBufferPointer { bytes in
        let reference = PipelineReference.parse(bytes)
        check(reference.rootRange, bytes)
        check(reference.name, bytes)
        check(
          reference.segments, reference.problem, from: reference.segments.first?.range.start ?? 0, bytes)
        let path = JSONGetPath.parse(bytes)
        let start: UInt32 = bytes.first == UInt8(ascii: "$") ? 1 : 0
        check(path.segments, path.problem, from: start, bytes)
        if path.problem == nil, (path.segments.last?.range.end ?? start) != UInt32(bytes.count) {
          Issue.record("a rest in \(String(decoding: bytes, as: UTF8.self))")
        }
      }
    }
  }

  private func mutated(_ random: inout SplitMix64) -> [UInt8] {
    var text = Array((Self.seeds.randomElement(using: &random) ?? "").utf8)
    for _ in 0..<Int.random(in: 0...4, using: &random) {
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

  private func check(
    _ segments: [ReferenceSegment], _ problem: ReferenceProblem?, from start: UInt32,
    _ text: UnsafeBufferPointer<UInt8>
  ) {
    var end = start
    for segment in segments {
      if segment.range.start != end { Issue.record("a gap in \(String(decoding: text, as: UTF8.self))") }
      end = segment.range.end
      check(segment.range, text)
      if case .key(let key) = segment.selector { _ = key.text(in: text) }
    }
    if let problem { check(problem.range, text) }
  }

  /// Long texts of each kind of part: quadratic time would take minutes.
  @Test(.timeLimit(.minutes(10)))
  func timeIsLinear() {
    for unit in ["[", "'", "\\", ".a", "['a']", "[0]", "0", "a", "é", ".."] {
      for prefix in ["", "Steps.A", "Steps.A.b", "Steps.A.b['", "Steps.A.b[0", "Parameters.", "$"] {
        let text = Array((prefix + String(repeating: unit, count: 100_000)).utf8)
        text.withUnsafeBufferPointer { bytes in
          #expect(PipelineReference.parse(bytes).segments.count <= 100_010)
          #expect(JSONGetPath.parse(bytes).segments.count <= 100_010)
        }
      }
    }
  }
}
