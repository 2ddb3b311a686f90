import CommandLineTool
import Repository
import Testing

/// What `stateline render` writes where. The pictures themselves are tested beside the module that draws them.
@Suite struct RenderTests {
  private let one = #"{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }"#

  private func render(
    _ arguments: [String], files: [Path: String]
  ) -> (isClean: Bool, output: String, written: [String: String], status: Int32) {
    let output = InMemorySink()
    let writer = InMemoryFileWriter()
    let invocation = Invocation(
      arguments: ["render"] + arguments, environment: { _ in nil }, output: output, errors: InMemorySink(),
      files: InMemoryFileSystem(texts: files), writer: writer, rules: { [] })
    let status = CommandLineTool.run(invocation)
    return (status == .clean, output.text, writer.written, status.rawValue)
  }

  private func isPicture(_ text: String?) -> Bool {
    text.map { $0.hasPrefix("<svg") && $0.contains("</svg>") } ?? false
  }

  @Test func oneWorkflowGoesToStandardOutput() {
    let result = render(["a.asl.json"], files: ["a.asl.json": one])
    #expect(result.isClean)
    #expect(isPicture(result.output) && result.written.isEmpty)
  }

  @Test func oneWorkflowGoesToTheFileThatIsNamed() {
    let result = render(["a.asl.json", "-o", "out.svg"], files: ["a.asl.json": one])
    #expect(result.isClean && result.output.isEmpty)
    #expect(result.written.keys.sorted() == ["out.svg"] && isPicture(result.written["out.svg"]))
  }

  @Test func severalWorkflowsGoToAFolderEachUnderItsName() {
    let files: [Path: String] = ["x/a.asl.json": one, "x/b.asl.json": one, "y/A.asl.json": one]
    let result = render(["x", "y", "-o", "out/"], files: files)
    #expect(result.isClean)
    // Some file systems do not tell letter case apart.
    #expect(result.written.keys.sorted() == ["out/A-2.svg", "out/a.svg", "out/b.svg"])
    #expect(result.written.values.allSatisfy(isPicture))
  }

  @Test func aTemplateIsDrawnFromTheFileOfItsDefinition() {
    let template = """
      Resources:
        Orders: { Type: AWS::Serverless::StateMachine, Properties: { DefinitionUri: flows/a.asl.json } }
      """
    let result = render(["template.yaml"], files: ["template.yaml": template, "flows/a.asl.json": one])
    #expect(result.isClean && isPicture(result.output))
    #expect(!render(["template.yaml"], files: ["template.yaml": template]).isClean)
  }

  @Test func theTitleAndTheThemeAreTakenOver() {
    let light = render(["a.asl.json", "--title", "Order & more"], files: ["a.asl.json": one]).output
    let dark = render(["a.asl.json", "--theme", "dark"], files: ["a.asl.json": one]).output
    #expect(light.contains("Order &amp; more") && light.contains("#FFFFFF"))
    #expect(dark.contains("#0F151D") && !dark.contains("Order"))
  }

  private let pipeline = """
    { "Version": "2020-12-01", "Steps": [
      { "Name": "Train", "Type": "Training", "Arguments": {} },
      { "Name": "Tell", "Type": "Lambda", "FunctionArn": "arn:aws:lambda:eu-west-1:123456789012:function:tell",
        "Arguments": { "model": { "Get": "Steps.Train.ModelArtifacts.S3ModelArtifacts" } } } ] }
    """

  @Test func aPipelineIsDrawnWithItsStepsAndLines() {
    let result = render(["b.json", "--title", "Nightly"], files: ["b.json": pipeline])
    #expect(result.isClean && isPicture(result.output) && result.written.isEmpty)
    #expect(result.output.contains("Nightly") && result.output.contains("SageMaker pipeline · 2 steps"))
    #expect(result.output.contains("<title>Train → Tell: model artifacts</title>"))
  }

  @Test func aFolderMayHoldPipelinesAndStateMachines() {
    let files: [Path: String] = ["x/a.asl.json": one, "x/b.json": pipeline, "x/c/b.json": pipeline]
    let result = render(["x", "-o", "out/"], files: files)
    #expect(result.isClean)
    #expect(result.written.keys.sorted() == ["out/a.svg", "out/b-2.svg", "out/b.svg"])
    #expect(result.written.values.allSatisfy(isPicture))
  }

  @Test func aBrokenDefinitionIsDrawnAsFarAsItGoes() {
    let broken = #"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "Gone" "End": true } }"#
    let result = render(["a.asl.json"], files: ["a.asl.json": broken])
    #expect(result.isClean && isPicture(result.output))
  }

  @Test func picturesBesideDefinitionsAreNamedByTheirFiles() {
    let template = """
      Resources:
        Order:
          Type: AWS::StepFunctions::StateMachine
          Properties: { Definition: \(one) }
      """
    let answer =
      #"{ "stateMachineArn": "arn", "name": "a/b", "definition": "{ \"StartAt\": 1, \"States\": {} }" }"#
    let result = render(
      ["--beside"],
      files: [
        "flows/a.asl.json": one, "flows/b.json": one, "infra/template.yaml": template, "answer.json": answer,
        "package.json": "{}",
      ])
    #expect(result.isClean && result.output.isEmpty)
    #expect(
      result.written.keys.sorted() == [
        "answer.a-b.svg", "flows/a.svg", "flows/b.svg", "infra/template.Order.svg",
      ])
    #expect(result.written.values.allSatisfy(isPicture))
  }

  @Test func onlyStalePicturesAreDrawnAnew() throws {
    var files: [Path: String] = ["a.asl.json": one, "b.asl.json": one]
    for (name, text) in render(["--beside"], files: files).written { files[Path(name)] = text }
    #expect(render(["--beside", "--check"], files: files).isClean)
    #expect(render(["--beside", "--fail-if-stale"], files: files).isClean)
    #expect(render(["--beside"], files: files).written.isEmpty)

    files["b.asl.json"] = one.replacing("A", with: "Another")
    let checked = render(["--beside", "--check"], files: files)
    #expect(checked.status == 1 && checked.written.isEmpty && checked.output == "b.svg\n")
    #expect(render(["--beside"], files: files).isClean)
    let renewed = render(["--beside", "--fail-if-stale"], files: files)
    #expect(renewed.status == 1 && renewed.written.keys.sorted() == ["b.svg"])
    files["b.svg"] = renewed.written["b.svg"]
    #expect(render(["--beside", "--check"], files: files).isClean)
  }

  @Test func anEmptyFileIsNobodysPicture() {
    let result = render(["--beside"], files: ["a.asl.json": one, "a.svg": ""])
    #expect(result.isClean && isPicture(result.written["a.svg"]))
  }
}
