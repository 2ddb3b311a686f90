import Discovery
import SourceText
import Syntax
import Testing
import Workflows

/// Definitions in Terraform files are found, and what is in them is where it was typed.
@Suite struct TerraformTests {
  private func read(_ text: String, _ name: String = "main.tf") -> Document? {
    Discovery().document(SourceFile(path: name, text: text), origin: .walked)
  }

  private func place(_ node: NodeID, in definition: Definition, _ document: Document) -> String? {
    guard let embedding = definition.embedding else { return nil }
    return document.source.text(in: embedding.range(definition.workflow.tree.range(node)))
  }

  /// `«…»` marks where the name of the first state stands.
  @Test(arguments: [
    // Heredocs, with and without indentation.
    """
      definition = <<EOF
    { "StartAt": "A", "States": { «"A"»: { "Type": "Succeed" } } }
    EOF
    """,
    """
      definition = <<-EOT
        {
          "StartAt": "A",
          "States": {
            «"A"»: { "Type": "Succeed" }
          }
        }
        EOT
    """,
    "  definition = <<EOF\r\n{ \"StartAt\": \"A\", \"States\": { «\"A\"»: { \"Type\": \"Succeed\" } } }\r\nEOF\r",
    // Strings in quotes.
    #"  definition = "{\"StartAt\":\"A\",\"States\":{«\"A\"»:{\"Type\":\"Succeed\"}}}""#,
    #"  definition = "{\"StartAt\":\"${upper("a")}\",\"States\":{«\"A\"»:{\"Type\":\"${var.type}\"}}}""#,
    // Objects, in every way to write a name.
    "  definition = jsonencode({ StartAt = \"A\", States = { «A» = { Type = \"Succeed\" } } })",
    "  definition = jsonencode({ \"StartAt\" : \"A\", \"States\" : { «\"A\"» : { \"Type\" : \"Succeed\" } } })",
    """
      definition = jsonencode(
        {
          # The only state there is. }
          StartAt : "A" // here
          States : {
            /* { */ «"A"» : { Type = "Succeed", }
          },
        }
      )
    """,
    // What stands around it makes no difference.
    "  definition = trimspace(jsonencode(({ StartAt = \"A\", States = { «A» = { Type = \"Succeed\" } } })))",
    "  definition = \"${jsonencode({ StartAt = \"A\", States = { «A» = { Type = \"Succeed\" } } })}\"",
    "  definition = jsonencode(jsondecode(<<X\n{ \"StartAt\": \"A\", \"States\": { «\"A\"»: { \"Type\": \"Succeed\" } } }\nX\n))",
    "  definition = var.a == \"?\" ? jsonencode({ StartAt = \"A\", States = { «A» = {} } }) : file(\"b.json\")",
  ])
  func findsStateMachines(_ property: String) throws {
    let text = "resource \"aws_sfn_state_machine\" \"orders\" {\n\(property)\n  count = 1\n}\n"
    let marked = try #require(text.firstMatch(of: /«(.*)»/)).1
    let document = try #require(read(text.replacing("«", with: "").replacing("»", with: "")))
    let definition = try #require(document.definitions.first)
    #expect(document.definitions.count == 1 && definition.name == "orders")
    let machine = try #require(definition.workflow.machine)
    #expect(machine.tree.defects.isEmpty && document.tree.defects.isEmpty)
    #expect(place(machine.states[0].name, in: definition, document) == String(marked))
    #expect(definition.machineType == .standard)
  }

  @Test(arguments: [
    ("name = \"Orders\"\n type = \"EXPRESS\"", "Orders", MachineType.express),
    ("name = \"${var.stage}-orders\"\n type = var.type", "orders", nil),
  ])
  func readsWhatTheResourceSays(_ attributes: String, _ name: String, _ type: MachineType?) throws {
    let text = """
      resource "aws_sfn_state_machine" "orders" {
       \(attributes)
       definition = jsonencode({ StartAt = "A", States = { A = { Type = "Succeed" } } })
      }
      """
    let definition = try #require(read(text)?.definitions.first)
    #expect(definition.name == name && definition.machineType == type)
  }

  @Test func followsLocals() throws {
    let text = """
      locals {
        steps = {
          first = { name = "Wait a while", body = { Type = "Wait", Seconds = 5, Next = local.steps.last.name } }
          last  = { name = "Done", body = { Type = "Succeed" } }
        }
        definition = {
          StartAt = local.steps.first.name
          States = {
            (local.steps.first.name) = local.steps.first.body
            (local.steps.last.name)  = local.steps.last.body
          }
        }
      }
      module "flow" {
        source     = "example/step-functions/aws"
        type       = "EXPRESS"
        definition = local.definition
      }
      """
    let document = try #require(read(text))
    let definition = try #require(document.definitions.first)
    #expect(document.definitions.map(\.name) == ["flow"] && definition.machineType == .express)
    let machine = try #require(definition.workflow.machine)
    #expect(machine.states.map { machine.tree.text($0.name) } == ["Wait a while", "Done"])
    // A name is wrong where it is used, a setting where it stands.
    #expect(place(machine.states[0].name, in: definition, document) == "local.steps.first.name")
    let seconds = try #require(machine.value(.seconds, of: machine.states[0]))
    #expect(place(seconds, in: definition, document) == "5")
    #expect(machine.states[0].node != machine.states[1].node)
    #expect(
      place(machine.states[1].node, in: definition, document) == "{ Type = \"Succeed\" }")
  }

  /// What only Terraform knows is a placeholder, of any type.
  @Test(arguments: [
    "var.wait", "\"${var.wait}\"", "var.fast ? 1 : 60", "max(1, 2)", "local.unknown", "[for x in y : x][0]",
    "{ for k, v in x : k => v }", "1 + 2", "-var.x", "{ a = 1 }.a", "data.x.y[\"}\"].z",
    "(1 + 2)[0]",
  ])
  func takesPlaceholdersForWhatIsNotLiteral(_ value: String) throws {
    let text = """
      resource "aws_sfn_state_machine" "m" {
        definition = jsonencode({ StartAt = "A", States = { A = { Type = "Wait", Next = "B", Seconds = \(value)
        }, B = { Type = "Succeed" } } })
      }
      """
    let document = try #require(read(text))
    let definition = try #require(document.definitions.first)
    let machine = try #require(definition.workflow.machine)
    #expect(machine.tree.defects.isEmpty && machine.states.count == 2)
    let seconds = try #require(machine.value(.seconds, of: machine.states[0]))
    #expect(machine.tree.kind(seconds) == .placeholder)
    #expect(place(seconds, in: definition, document) == value)
  }

  @Test func spellsJSON() throws {
    let text = #"""
      resource "aws_sfn_state_machine" "m" {
        definition = jsonencode({ StartAt = "A", States = { A = { Type = "Pass", End = true, Result = [
          "a \"b\" \\ \n \u00e9 $${c} %%{d} ${e["f"]} 	", -1.50, 007, 2.0, 1e3, true, null, [], {},
          <<-X
              one "two"
                three
            X
        ] } } })
      }
      """#
    let document = try #require(read(text))
    let definition = try #require(document.definitions.first)
    let machine = try #require(definition.workflow.machine)
    #expect(machine.tree.defects.isEmpty)
    let result = try #require(machine.value(.result, of: machine.states[0]))
    let elements = machine.tree.elements(result)
    #expect(
      elements.map(machine.tree.text) == [
        "a \"b\" \\ \n é ${c} %{d} ${e['f']} \t", "-1.50", "7", "2", "1e3", "true", "null", "", "",
        "one \"two\"\n  three\n",
      ])
    #expect(place(elements[2], in: definition, document) == "007")
    let part = machine.tree.sourceRange(elements[0], ByteRange(2, 5))
    #expect(definition.embedding.map { document.source.text(in: $0.range(part)) } == #"\"b\""#)
  }

  @Test func findsPipelines() throws {
    let body = """
      Version = "2020-12-01", Steps = [{ Name = "Stop", Type = "Fail", Arguments = { ErrorMessage = var.x } }]
      """
    let texts = [
      "resource \"aws_sagemaker_pipeline\" \"p\" {\n pipeline_name = \"p\"\n pipeline_definition = jsonencode({ \(body) })\n}",
      "module \"m\" {\n flows = { p = { pipeline_definition = jsonencode({ \(body) }) } }\n}",
    ]
    for text in texts {
      let definition = try #require(read(text)?.definitions.first)
      #expect(definition.name == "p" && definition.workflow.pipeline?.steps.count == 1)
    }
  }

  /// Two machines that share a definition are one, unless they are of different types.
  @Test func analysesSharedDefinitionsOnce() {
    let modules = ["a", "b"].map { "module \"\($0)\" {\n definition = local.d\n type = \"express\"\n}\n" }
    let locals = "locals {\n d = { StartAt = \"A\", States = { A = { Type = \"Succeed\" } } }\n}\n"
    #expect(read(locals + modules.joined())?.definitions.map(\.name) == ["a"])
    let other = "module \"c\" {\n definition = local.d\n type = \"STANDARD\"\n}\n"
    #expect(read(locals + modules[0] + other)?.definitions.map(\.name) == ["a", "c"])
    #expect(read(locals)?.definitions.map(\.name) == ["d"])
  }

  /// A text that cannot be read without what Terraform puts in is not read, and that is said once.
  @Test(arguments: [
    "<<EOF\n{ \"StartAt\": \"A\", \"States\": { %{ for n in names } \"A\": {} %{ endfor } } }\nEOF",
    "<<EOF\n{ \"StartAt\": \"A\", \"States\": { «\"A\"»: {}, ${local.more} } }\nEOF",
    "<<EOF\n{ \"StartAt\": \"A\", \"States\": { \"A\": {}\n ${local.more}\n } }\nEOF",
    "jsonencode(merge(local.base, { StartAt = \"A\" }))", "replace(<<EOF\n{ \"a\": 1 }\nEOF\n, \"1\", \"2\")",
  ])
  func saysOnceWhatIsNotAnalysed(_ value: String) throws {
    let plain = value.replacing("«", with: "").replacing("»", with: "")
    let document = try #require(
      read("resource \"aws_sfn_state_machine\" \"m\" {\n definition = \(plain)\n}\n"))
    #expect(document.definitions.isEmpty)
    #expect(document.tree.defects.count == 1)
    #expect(document.tree.defects.allSatisfy { $0.kind == .foreignTemplate || $0.kind == .computedText })
  }

  @Test(arguments: [
    "definition = var.definition", "definition = jsonencode(var.definition)", "definition = local.elsewhere",
    "definition = \"\"", "definition = local.m", "name = \"m\"", "definition = [1]", "definition =",
  ])
  func leavesOutWhatIsNotThere(_ attribute: String) {
    let text = "locals {\n m = local.m\n}\nresource \"aws_sfn_state_machine\" \"m\" {\n  \(attribute)\n}\n"
    #expect(read(text) == nil)
  }

  @Test func passesOverOtherFiles() {
    #expect(read("resource \"aws_sqs_queue\" \"q\" {\n  name = \"StartAt\"\n}\n") == nil)
    #expect(
      read("module \"m\" {\n container_definitions = jsonencode({ a = 1 })\n Steps = \"Arguments\"\n}") == nil
    )
  }
}

/// What Terraform reads and writes in JSON.
@Suite struct TerraformJSONTests {
  private func read(_ text: String, _ name: String) -> Document? {
    Discovery().document(SourceFile(path: name, text: text), origin: .walked)
  }

  @Test func readsPlans() throws {
    let machine = #"{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Succeed\"}}}"#
    let text = #"""
      { "format_version": "1.2", "planned_values": { "root_module": {
        "resources": [
          { "address": "aws_sqs_queue.q", "type": "aws_sqs_queue", "values": { "definition": "x" } },
          { "address": "aws_sfn_state_machine.a", "type": "aws_sfn_state_machine",
            "values": { "definition": "\#(machine)", "type": "EXPRESS" } } ],
        "child_modules": [ { "address": "module.m", "resources": [
          { "address": "module.m.aws_sfn_state_machine.b[0]", "type": "aws_sfn_state_machine",
            "values": { "name": "b", "definition": "\#(machine)" } },
          { "address": "module.m.aws_sagemaker_pipeline.p", "type": "aws_sagemaker_pipeline", "values": {
            "pipeline_name": "p", "pipeline_definition": "{\"Version\":\"2020-12-01\",\"Steps\":[]}" } } ] } ] } } }
      """#
    let document = try #require(read(text, "plan.json"))
    #expect(document.definitions.map(\.name) == ["aws_sfn_state_machine.a", "b", "p"])
    #expect(document.definitions.map(\.machineType) == [.express, nil, nil])
    let definition = document.definitions[1]
    let state = try #require(definition.workflow.machine?.states.first)
    let range = try #require(definition.embedding).range(definition.workflow.tree.range(state.name))
    #expect(document.source.text(in: range) == #"\"A\""#)
  }

  @Test(arguments: [
    #"{\"StartAt\":\"A\",\"States\":{«\"A\"»:{\"Type\":\"Task\",\"Resource\":\"${aws_lambda_function.f[\"x\"].arn}\",\"End\":true}}}"#,
    #"${jsonencode({\"StartAt\" = \"A\", \"States\" = { «\"A\"» = { \"Type\" = \"Succeed\" } }})}"#,
  ])
  func readsJSONSyntax(_ definition: String) throws {
    let marked = try #require(definition.firstMatch(of: /«(.*)»/)).1
    let text =
      #"{ "resource": { "aws_sfn_state_machine": { "m": [ { "name": "orders", "definition": "\#(definition)" } ] } } }"#
    let document = try #require(
      read(text.replacing("«", with: "").replacing("»", with: ""), "main.tf.json"))
    let found = try #require(document.definitions.first)
    #expect(found.name == "orders" && found.machineType == .standard)
    let machine = try #require(found.workflow.machine)
    #expect(machine.tree.defects.isEmpty)
    let range = try #require(found.embedding).range(machine.tree.range(machine.states[0].name))
    #expect(document.source.text(in: range) == String(marked))
  }
}
