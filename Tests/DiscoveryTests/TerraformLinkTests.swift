import SourceText
import Syntax
import Testing
import Workflows

@testable import Discovery

/// Where Terraform says that a definition stands in another file, and what it fills in there.
@Suite struct TerraformLinkTests {
  private func links(_ text: String) -> [TerraformLink] {
    let tree = SyntaxTree.unread(SourceFile(path: "main.tf", text: text))
    return TerraformFile(tree, limits: Limits()).findings.links
  }

  @Test(arguments: [
    ("file(\"flows/a.json\")", "flows/a.json", false), ("file(\"./a.json\")", "a.json", false),
    ("file(\"${path.module}/a.json\")", "a.json", true), ("file(\"${ path.root }/a.json\")", "a.json", false),
    ("file(local.path)", "flows/b.json", true), ("file(\"${local.path}\")", "flows/b.json", true),
    ("data.template_file.t.rendered", "c.json", false),
    ("\"${templatefile(\"d.tpl\", {})}\"", "d.tpl", false),
    ("jsonencode(yamldecode(file(\"e.yaml\")))", "e.yaml", false), ("file((\"f.json\"))", "f.json", false),
  ])
  func tellsThePath(_ value: String, _ path: String, _ isBesideFile: Bool) throws {
    let links = links(
      """
      locals {
        path = "${path.module}/flows/b.json"
      }
      data "template_file" "t" {
        template = file("c.json")
      }
      resource "aws_sfn_state_machine" "m" {
        type       = "EXPRESS"
        definition = \(value)
      }
      """)
    let link = try #require(links.first)
    #expect(links.count == 1 && link.path == path && link.isBesideFile == isBesideFile)
    #expect(link.use.name == "m" && link.use.machineType == .express)
  }

  @Test func tellsWhatIsFilledIn() throws {
    let text = """
      resource "aws_sfn_state_machine" "m" {
        definition = templatefile("a.json", { stage = "live", "arn" : aws_lambda_function.f.arn, })
      }
      """
    let variables = try #require(links(text).first?.variables)
    #expect(variables.map(\.name) == ["stage", "arn"] && variables.map(\.value) == ["live", nil])
    #expect(SourceFile(path: "main.tf", text: text).text(in: variables[1].range) == "arn")
  }

  @Test(arguments: [
    ("file(\"a.json\")", 0), ("templatefile(\"a.json\", {})", 0),
    ("templatefile(\"a.json\", var.values)", nil),
    ("templatefile(\"a.json\", { (var.name) = 1 })", nil), ("templatefile(\"a.json\", merge({}, {}))", nil),
    ("templatefile(\"a.json\", { for x in y : x => x })", nil),
  ])
  func knowsWhenItDoesNot(_ value: String, _ count: Int?) throws {
    let link = try #require(
      links("resource \"aws_sfn_state_machine\" \"m\" {\n definition = \(value)\n}").first)
    #expect(link.variables?.count == count)
  }

  @Test(arguments: [
    "file(var.path)", "file(\"${var.stage}/a.json\")", "file(\"\")", "file(local.a)", "file()",
  ])
  func leavesOutPathsThatAreNotKnown(_ value: String) {
    #expect(
      links(
        "locals {\n a = local.a\n}\nresource \"aws_sfn_state_machine\" \"m\" {\n definition = \(value)\n}"
      ).isEmpty)
  }
}
