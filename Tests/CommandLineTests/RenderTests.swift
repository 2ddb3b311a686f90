import CommandLineTool
import Repository
import Testing

/// What `stateline render` writes where. The pictures themselves are tested beside the module that draws them.
@Suite struct RenderTests {
  private let one = #"{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }"#

  private func render(
    _ arguments: [String], files: [Path: String]
  ) -> (isClean: Bool, output: String, written: [String: String]) {
    let output = InMemorySink()
    let writer = InMemoryFileWriter()
    let invocation = Invocation(
      arguments: ["render"] + arguments, environment: { _ in nil }, output: output, errors: InMemorySink(),
      files: InMemoryFileSystem(texts: files), writer: writer, rules: { [] })
    let isClean = CommandLineTool.run(invocation) == .clean
    return (isClean, output.text, writer.written)
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
}
