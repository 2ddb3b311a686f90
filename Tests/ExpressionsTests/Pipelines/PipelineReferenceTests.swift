import Expressions
import SourceText
import Testing

struct PipelineReferenceTests {
  @Test(arguments: [
    ("Parameters.Instance-Count_2", PipelineReference.Root.parameters, "Instance-Count_2"),
    ("Execution.PipelineName", .execution, "PipelineName"),
    ("Steps.my-step", .steps, "my-step"),
    ("Steps.Prep.ProcessingOutputConfig.Outputs['train'].S3Output.S3Uri", .steps, "Prep"),
    ("ForEach.CurrentItem", .currentItem, "CurrentItem"),
    ("ForEach.CurrentItem['a b'][0].c:d", .currentItem, "CurrentItem"),
    ("IterationOutput.Score.OutputParameters['score']", .iterationOutput, "Score"),
    ("Steps.Loop.IterationOutputs[0].1st.Status", .steps, "Loop"),
    ("Steps.P.PropertyFiles.my:report", .steps, "P"),
  ])
  func tellsRootsAndNames(_ text: String, _ root: PipelineReference.Root, _ name: String) {
    let reference = withBytes(text, PipelineReference.parse)
    #expect(reference.problem == nil)
    #expect(reference.root == root)
    #expect(part(reference.name, of: text) == name)
    #expect(Int(reference.segments.last?.range.end ?? reference.name.end) == text.utf8.count)
  }

  @Test(arguments: [
    ("", ReferenceProblem.Kind.empty, ""),
    ("Params.Bucket", .unknownRoot, "Params"),
    ("$.Steps.A.B", .unknownRoot, "$"),
    ("ForEach.Item.x", .unknownRoot, "ForEach.Item"),
    ("ForEach.CurrentItems", .unknownRoot, "ForEach.CurrentItems"),
    ("Parameters", .missingName, "Parameters"),
    ("Parameters.", .missingName, "Parameters."),
    ("Steps..x", .missingName, "."),
    ("Parameters.a b", .unexpectedInName, " "),
    ("Parameters.ä", .unexpectedInName, "ä"),
    ("Parameters.X.Y", .unexpectedPath, ".Y"),
    ("Execution.X[0]", .unexpectedPath, "[0]"),
    ("Steps.T.", .missingMember, "."),
    ("Steps.T..a", .missingMember, ".."),
    ("Steps.T.1a", .missingMember, ".1"),
    ("Steps.T.ä", .missingMember, ".ä"),
    ("Steps.T.a b", .unexpectedCharacter, " "),
    ("Steps.T.a[0]b", .unexpectedCharacter, "b"),
    ("Steps.T.a[", .unclosedBracket, "["),
    ("Steps.T.a[0", .unclosedBracket, "["),
    ("Steps.T.a['x", .unterminatedQuote, "'x"),
    ("Steps.T.a[*]", .unexpectedInBrackets, "*"),
    ("Steps.T.a[x]", .unexpectedInBrackets, "x"),
    ("Steps.T.a[2147483648]", .indexOutOfRange, "2147483648"),
  ])
  func stopsAtTheFirstProblem(_ text: String, _ kind: ReferenceProblem.Kind, _ place: String) {
    let reference = withBytes(text, PipelineReference.parse)
    #expect(reference.problem?.kind == kind)
    #expect(reference.problem?.isCertain == true)
    #expect(reference.problem.map { part($0.range, of: text) } == place)
  }

  @Test(arguments: ["a..b", "a[*]", "a.*", "*", "a[?(@.b>1)]", "a[-1]", "a[0:2]", "a[0,1]", "$..a"])
  func operatorsOfJSONPathAreNotCertainlyWrong(_ text: String) {
    let path = withBytes(text, JSONGetPath.parse)
    #expect(path.problem?.kind == .severalValues)
    #expect(path.problem?.isCertain == false)
  }
}
