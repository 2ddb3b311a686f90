import Discovery
import SourceText
import Syntax
import TestSupport
import Testing
import Workflows

/// Terraform files that are broken at random, or made to cost much.
@Suite struct TerraformFuzzTests {
  static let snippets = [
    """
    resource "aws_sfn_state_machine" "a" {
      name = "a-${var.stage}" # StartAt States
      definition = jsonencode({
        StartAt = "A", "States" : { A = { Type = "Task", Resource = aws_lambda_function.f.arn
          Retry = [{ ErrorEquals = ["States.ALL"], MaxAttempts = -1.5e2 }], Next = local.b.name },
          (local.b.name) = local.b.body } })
    }

    """,
    """
    locals {
      b = { name = "é😀", "body" = { Type = "Pass", Result = <<-X
          text ${upper("a${b}")} %% $${c}
            more
          X
          End = true } }
      c = local.b.body /* } */
    }

    """,
    """
    resource "aws_sfn_state_machine" "h" {
      definition = <<EOF
    { "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": ${var.wait}, "Comment": "${x ? "}" : "{"}", "End": true } } }
    EOF
      dynamic "logging" { content { level = "ALL" } }
    }

    """,
    #"""
    module "m" { definition = var.x ? "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Succeed\"}}}" : local.c }
    resource "aws_sagemaker_pipeline" "p" {
      pipeline_definition = jsonencode({ Version = "2020-12-01", Steps = [for s in local.steps : s] })
    }
    data "template_file" "t" { template = file("${path.module}/x.json") }

    """#,
  ]
  private static let tokens = [
    "\n", "\r\n", " ", "{", "}", "[", "]", "(", ")", "\"", "${", "%{", "$${", "}", "<<EOF\n", "<<-X\n",
    "EOF\n", "X",
    "#", "//", "/*", "*/", "=", ":", ",", "?", "for x", "\\", "\\u00", "local.b", "local.c", ".", "-", "1e",
    "\0", "é",
    "jsonencode(", "resource", "module", "\"a\" = {", "\u{FEFF}",
  ]

  @Test(arguments: 0..<16)
  func brokenFilesKeepThePromises(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let clock = ContinuousClock()
    for _ in 0..<60 {
      let source = SourceFile(path: "main.tf", bytes: Self.brokenText(&random))
      var document: Document?
      let duration = clock.measure { document = Discovery().document(source, origin: .named) }
      #expect(duration < .seconds(2))
      guard let document else { continue }
      for defect in document.tree.defects { #expect(source.range.contains(defect.range), "\(source.bytes)") }
      for definition in document.definitions { check(definition, source) }
    }
  }

  /// Everything in a definition, and every part of it, stands somewhere in the file.
  private func check(_ definition: Definition, _ source: SourceFile) {
    let tree = definition.workflow.tree
    guard let embedding = definition.embedding else {
      Issue.record("A definition in Terraform is a text of its own")
      return
    }
    for node in tree.nodes { #expect(source.range.contains(embedding.range(node.range)), "\(source.bytes)") }
    for defect in tree.defects { #expect(source.range.contains(embedding.range(defect.range))) }
    for offset in stride(from: 0, through: tree.source.range.end, by: 7) {
      #expect(source.range.contains(embedding.range(ByteRange(at: offset))), "\(source.bytes)")
    }
  }

  @Test(arguments: tokens + snippets)
  func repeatedTextsAreReadInTime(_ text: String) {
    let repeated = String(repeating: text, count: 50_000 / text.utf8.count)
    for start in [
      "", "locals {\n a = ",
      "resource \"aws_sfn_state_machine\" \"m\" {\n definition = jsonencode({ StartAt = ",
    ] {
      expectQuick(start + repeated)
    }
  }

  @Test(arguments: [
    "${", "\"${", "{ a = ", "[", "(", "<<E\n", "<<E\n${\"", "a ? b : ", "{ a = {} + ", "local.a.", "f(", "-",
    "\"${\"",
    "{ (local.a) = ", "[local.a, ", "%{", "/*", "{ a = [ ",
  ])
  func deepTextsAreReadInTime(_ text: String) {
    for start in [
      "definition = ", "definition = jsonencode(", "definition = <<EOF\n{ \"StartAt\": ", "definition = \"",
    ] {
      expectQuick(
        "resource \"aws_sfn_state_machine\" \"m\" {\n \(start)"
          + String(repeating: text, count: 200_000 / text.utf8.count))
    }
  }

  /// Each line stands for ten of the line before it.
  @Test func referencesAreBounded() {
    let lines = (1..<40).map { "  a\($0) = [\(String(repeating: "local.a\($0 - 1), ", count: 10))]\n" }
    expectQuick(
      "locals {\n  a0 = [1]\n\(lines.joined())\n  b = { c = local.b.c, StartAt = local.b }\n}\n"
        + "resource \"aws_sfn_state_machine\" \"m\" {\n  definition = jsonencode({ StartAt = local.a39 })\n}\n"
        + "resource \"aws_sfn_state_machine\" \"n\" {\n  definition = jsonencode({ StartAt = local.b.c })\n}\n"
    )
  }

  private func expectQuick(_ text: String) {
    let source = SourceFile(path: "main.tf", text: text)
    let duration = ContinuousClock().measure { _ = Discovery().document(source, origin: .named) }
    #expect(duration < .seconds(10), "\(text.prefix(100))")
  }

  private static func brokenText(_ random: inout SplitMix64) -> [UInt8] {
    var bytes = snippets.shuffled(using: &random).flatMap { Array($0.utf8) }
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 1...8, using: &random))
      switch Int.random(in: 0..<7, using: &random) {
      case 0, 1, 2: bytes.insert(contentsOf: (tokens.randomElement(using: &random) ?? "").utf8, at: place)
      case 3: bytes.removeSubrange(place..<end)
      case 4: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 5: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
      default: bytes.removeSubrange(place...)
      }
    }
    return bytes
  }
}
