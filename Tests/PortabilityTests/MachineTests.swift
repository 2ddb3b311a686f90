import Portability
import Testing

@Suite struct MachineTests {
  private static let process = "sagemaker:createProcessingJob.sync"
  private static let train = "sagemaker:createTrainingJob.sync"

  private static let threeJobs =
    [
      task("Prepare", process, next: "Train"), task("Train", train, next: "Model"),
      task("Model", "sagemaker:createModel"),
    ].joined(separator: ", ")

  @Test func jobsAloneAreAPipeline() throws {
    let advice = try advice(onStates: Self.threeJobs)
    #expect(advice.verdict.answer == .move)
    #expect(advice.verdict.isOverwhelming)
    #expect(advice.parts.map(\.counterpart.phrase) == ["Processing step", "Training step", "Model step"])
    #expect(advice.counts.sageMaker == 3)
    #expect(advice.counts.converted == 3)
  }

  @Test func fewJobsMayBeEither() throws {
    let advice = try advice(onStates: task("Train", Self.train))
    #expect(advice.verdict.answer == .either)
    #expect(!advice.verdict.isOverwhelming)
  }

  @Test func otherWorkStays() throws {
    let put = task("Put", "dynamodb:putItem", next: "Tell")
    let advice = try advice(onStates: put + ", " + task("Tell", "sns:publish"))
    #expect(advice.verdict.answer == .stay)
    #expect(advice["Put"]?.ease == .bridged)
    #expect(advice.has(.otherServices))
  }

  @Test func severalOtherServicesAreAgainstIt() throws {
    let jobs = Self.threeJobs.replacing(#""End": true"#, with: #""Next": "Put""#)
    let rest = [task("Put", "dynamodb:putItem", next: "Tell"), task("Tell", "sns:publish")]
    let advice = try advice(onStates: ([jobs] + rest).joined(separator: ", "))
    #expect(advice.counts.sageMaker == 3)
    #expect(advice.counts.bridges == 2)
    #expect(advice.verdict.answer == .either)
  }

  @Test func aLoopThatTrainsAgainStays() throws {
    let again = #"""
      "Enough": { "Type": "Choice", "Default": "Train", "Choices": [
        { "Variable": "$.auc", "NumericGreaterThan": 0.9, "Next": "Model" } ] }
      """#
    let states = [
      task("Prepare", Self.process, next: "Train"), task("Train", Self.train, next: "Enough"), again,
      task("Model", "sagemaker:createModel"),
    ]
    let advice = try advice(onStates: states.joined(separator: ", "))
    #expect(advice.verdict.answer == .stay)
    #expect(advice["Enough"]?.ease == Ease.none)
    #expect(advice.has(.loops))
  }

  /// What waits for what the machine itself has created falls away; what waits for something else does not.
  @Test(arguments: [("describeEndpoint", Ease.implicit), ("describeTrainingJob", .none)])
  func aLoopThatPollsFallsAway(_ action: String, _ ease: Ease) throws {
    let loop = #"""
      "Wait": { "Type": "Wait", "Seconds": 30, "Next": "Ask" },
      \#(task("Ask", "aws-sdk:sagemaker:\(action)", next: "Ready")),
      "Ready": { "Type": "Choice", "Default": "Wait", "Choices": [
        { "Variable": "$.status", "StringEquals": "InService", "Next": "Done" } ] },
      "Done": { "Type": "Succeed" }
      """#
    let states = task("Create", "sagemaker:createEndpoint", next: "Wait") + ", " + loop
    let advice = try advice(onStates: states)
    #expect(advice["Ready"]?.ease == ease)
    #expect(advice.has(.pollLoops) == (ease == .implicit))
    #expect(advice.has(.loops) == (ease == .none))
  }

  @Test func aJobThatNobodyWaitsForHasNoStep() throws {
    let advice = try advice(onStates: task("Train", "sagemaker:createTrainingJob"))
    #expect(advice["Train"]?.ease == Ease.none)
    #expect(advice.verdict.answer == .stay)
  }

  /// Measuring a model before it is registered is a pipeline, even with two jobs.
  @Test func anEvaluationGateIsAPipeline() throws {
    let gate = #"""
      "IsGood": { "Type": "Choice", "Default": "Bad", "Choices": [
        { "Variable": "$.auc", "NumericGreaterThan": 0.9, "Next": "Register" } ] },
      "Bad": { "Type": "Fail" }
      """#
    let states = [
      task("Measure", Self.process, next: "IsGood"), gate,
      task("Register", "aws-sdk:sagemaker:createModelPackage"),
    ]
    let advice = try advice(onStates: states.joined(separator: ", "))
    #expect(advice.has(.evaluationGate))
    #expect(advice.verdict.answer == .move)
    #expect(!advice.verdict.isOverwhelming)
    #expect(advice["IsGood"]?.parts == ["Condition step"])
    #expect(advice["Bad"]?.parts == ["Fail step"])
  }

  @Test(arguments: [
    (#""Variable": "$.a", "StringEquals": "b""#, Ease.direct),
    (#""Variable": "$.a", "StringMatches": "b*""#, .none),
    (#""Variable": "$.a", "IsPresent": true"#, .none),
    (#""Not": { "Variable": "$.a", "BooleanEquals": true }"#, .direct),
    (
      #""And": [ { "Variable": "$.a", "NumericLessThan": 1 }, { "Variable": "$.b", "IsNull": true } ]"#, .none
    ),
    (#""Variable": "$.a", "TimestampLessThan": "2026-01-01T00:00:00Z""#, .none),
  ])
  func choicesAskWhatConditionsCan(_ rule: String, _ ease: Ease) throws {
    let advice = try advice(
      onStates:
        #""C": { "Type": "Choice", "Choices": [ { \#(rule), "Next": "D" } ] }, "D": { "Type": "Succeed" }"#)
    #expect(advice["C"]?.ease == ease)
  }

  @Test(arguments: [
    ("$states.input.a > 0.9 and $b = 'x'", Ease.direct), ("$count($a) > 3", .none), ("$a + 1 > 3", .none),
    ("$not($a.b)", .direct), ("$a[0] = 1", .none), ("", .direct),
  ])
  func jsonataChoicesAskWhatConditionsCan(_ condition: String, _ ease: Ease) throws {
    let advice = try advice(
      onStates: #"""
        "C": { "Type": "Choice", "QueryLanguage": "JSONata", "Choices": [
          { "Condition": "{% \#(condition) %}", "Next": "D" } ] }, "D": { "Type": "Succeed" }
        """#)
    #expect(advice["C"]?.ease == ease)
  }

  @Test func rulesBesideEachOtherAreConditionsInEachOther() throws {
    let rule = #"{ "Variable": "$.a", "NumericEquals": 1, "Next": "D" }"#
    let advice = try advice(
      onStates:
        #""C": { "Type": "Choice", "Choices": [ \#(rule), \#(rule), \#(rule) ] }, "D": { "Type": "Succeed" }"#
    )
    #expect(advice["C"]?.phrase == "3 × Condition step")
  }

  @Test(arguments: [
    ("$.a", Ease.implicit), ("States.Format('{}', $.a)", .implicit), ("States.MathAdd($.a, 1)", .bridged),
  ])
  func passesComputeWhatReferencesCannot(_ value: String, _ ease: Ease) throws {
    let advice = try advice(
      onStates: #""P": { "Type": "Pass", "Parameters": { "x.$": "\#(value)" }, "End": true }"#)
    #expect(advice["P"]?.ease == ease)
  }

  @Test func theBodyOfALoopIsNarrow() throws {
    let inner =
      #"""
      "ItemProcessor": { "StartAt": "C", "States": {
        "C": { "Type": "Choice", "Default": "F", "Choices": [] }, "F": { "Type": "Fail" } } }
      """#
    let advice = try advice(onStates: #""M": { "Type": "Map", \#(inner), "End": true }"#)
    #expect(advice["M"]?.parts == ["ForEach step"])
    #expect(advice["C"]?.ease == Ease.none)
    #expect(advice["F"]?.ease == Ease.none)
  }

  @Test func aDistributedMapHasNoStep() throws {
    let inner =
      #"""
      "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
        "StartAt": "P", "States": { "P": { "Type": "Pass", "End": true } } }
      """#
    let advice = try advice(onStates: #""M": { "Type": "Map", \#(inner), "End": true }"#)
    #expect(advice["M"]?.ease == Ease.none)
  }

  @Test func whatHandlesErrorsRunsByATrigger() throws {
    let handler = #""Catch": [ { "ErrorEquals": [ "States.ALL" ], "Next": "Undo" } ],"#
    let advice = try advice(
      onStates: task("Train", Self.train, handler) + ", " + task("Undo", "lambda:invoke", next: "Failed")
        + #", "Failed": { "Type": "Fail" }"#)
    #expect(advice["Undo"]?.note?.contains("Failed") == true)
    #expect(advice["Failed"]?.ease == .implicit)
    #expect(advice.has(.errorHandlers))
  }

  @Test func placeholdersAreUnknown() throws {
    let advice = try advice(onStates: #""T": { "Type": "Task", "Resource": "${Function}", "End": true }"#)
    #expect(advice["T"]?.ease == .unknown)
    #expect(advice.counts.unknown == 1)
    #expect(advice.verdict.answer == .stay)
  }

  @Test(arguments: ["", #""A": 3"#, #""A": { "Type": "Nonsense", "End": true }"#])
  func brokenMachinesStay(_ states: String) throws {
    #expect(try advice(onStates: states).verdict.answer == .stay)
  }
}
