import Portability
import Testing

@Suite struct PipelineTests {
  @Test func bridgesAloneAreAMachine() throws {
    let steps = [step("A", "Lambda"), step("B", "Callback", after: "A"), step("C", "Lambda", after: "B")]
    let advice = try advice(onSteps: steps.joined(separator: ", "))
    #expect(advice.verdict.answer == .move)
    #expect(advice.verdict.isOverwhelming)
    #expect(advice.evidence.first { $0.kind == .bridgeChain }?.places == ["A", "B", "C"])
    #expect(advice["B"]?.parts == ["Task sqs:sendMessage.waitForTaskToken"])
  }

  @Test func jobsStay() throws {
    let steps = [step("A", "Processing"), step("B", "Training", after: "A"), step("C", "Model", after: "B")]
    let advice = try advice(onSteps: steps.joined(separator: ", "))
    #expect(advice.verdict.answer == .stay)
    #expect(advice.counts.sageMaker == 3)
    #expect(advice["A"]?.ease == .direct)
  }

  @Test func oneJobMayBeEither() throws {
    #expect(try advice(onSteps: step("A", "Training")).verdict.answer == .either)
  }

  /// Each of these binds a pipeline of bridges to where it is.
  @Test(arguments: [
    step("X", "Training", #""CacheConfig": { "Enabled": true, "ExpireAfter": "P1D" }"#),
    step("X", "RegisterModel"), step("X", "QualityCheck", #""CheckType": "DATA_QUALITY""#),
    #"{ "Name": "X", "Type": "Fail", "Arguments": { "ErrorMessage": { "Std:JsonGet": { "Path": "a" } } } }"#,
  ])
  func whatOnlyPipelinesHaveKeepsThem(_ extra: String) throws {
    let bridges = ["A", "B", "C", "D"].map { step($0, "Lambda") }
    #expect(try advice(onSteps: bridges.joined(separator: ", ")).verdict.answer == .move)
    #expect(try advice(onSteps: (bridges + [extra]).joined(separator: ", ")).verdict.answer == .stay)
  }

  /// A cached call of a function, and the experiment that the SDK writes by itself, bind nobody.
  @Test func whatTheSDKWritesByItselfDoesNotCount() throws {
    let bridges = ["A", "B", "C"].map {
      step($0, "Lambda", #""CacheConfig": { "Enabled": true, "ExpireAfter": "P1D" }"#)
    }
    let config = #"""
      "PipelineExperimentConfig": { "ExperimentName": { "Get": "Execution.PipelineName" },
        "TrialName": { "Get": "Execution.PipelineExecutionId" } },
      """#
    let named = config.replacing(#"{ "Get": "Execution.PipelineName" }"#, with: #""churn""#)
    #expect(try advice(onSteps: bridges.joined(separator: ", "), besides: config).verdict.answer == .move)
    #expect(try advice(onSteps: bridges.joined(separator: ", "), besides: named).verdict.answer == .stay)
  }

  @Test func jobsThatHaveToBePolledAreNoReasonToMove() throws {
    let advice = try advice(onSteps: step("A", "BedrockModelImport"))
    #expect(advice.verdict.answer != .move)
    #expect(advice["A"]?.parts.count == 4)
    #expect(advice.has(.polledJobs))
  }

  @Test func crossedDependenciesAreNoParallelStates() throws {
    let crossed = [
      step("A", "Training"), step("B", "Training"), step("C", "Training", after: "A"),
      #"{ "Name": "D", "Type": "Training", "Arguments": {}, "DependsOn": [ "A", "B" ] }"#,
    ]
    #expect(try advice(onSteps: crossed.joined(separator: ", ")).has(.crossedDependencies))
    #expect(try !advice(onSteps: crossed.dropLast().joined(separator: ", ")).has(.crossedDependencies))
  }

  @Test func nestedConditionsAreFlatRules() throws {
    func nested(_ depth: Int) -> String {
      let inner = depth > 1 ? nested(depth - 1) : ""
      return
        #"""
        { "Name": "C\#(depth)", "Type": "Condition", "Arguments": {
          "Conditions": [], "IfSteps": [ \#(inner) ], "ElseSteps": [] } }
        """#
    }
    #expect(try !advice(onSteps: nested(2)).has(.nestedConditions))
    let advice = try advice(onSteps: nested(4))
    #expect(advice.evidence.first { $0.kind == .nestedConditions }?.count == 4)
    #expect(advice.parts.map(\.depth) == [0, 1, 2, 3])
  }

  @Test func stepsDependOnTheirArguments() throws {
    let rank =
      #"""
      { "Name": "M", "Type": "Model", "Arguments": {
        "x": { "Get": "Steps.T.TrainingJobSummaries[0].TrainingJobName" } } }
      """#
    let tuned = try advice(onSteps: step("T", "Tuning") + ", " + rank)
    #expect(tuned["T"]?.parts.count == 2)
    #expect(try advice(onSteps: step("T", "Tuning"))["T"]?.parts.count == 1)
    let cluster = #"{ "Name": "E", "Type": "EMR", "Arguments": { "ClusterConfig": {} } }"#
    #expect(try advice(onSteps: cluster)["E"]?.parts.count == 3)
    let function =
      #"""
      { "Name": "F", "Type": "Training", "Arguments": { "AlgorithmSpecification": { "ContainerEntrypoint": [
        "/bin/bash", "/opt/ml/input/data/sagemaker_remote_function_bootstrap/job_driver.sh" ] } } }
      """#
    #expect(try advice(onSteps: function)["F"]?.ease == .adapted)
  }

  @Test func aHandlerOfFailuresIsLedToByACatch() throws {
    let handler =
      #"""
      { "Name": "B", "Type": "Lambda", "Arguments": {},
        "DependsOn": [ { "Step": "A", "Trigger": "Failed" } ] }
      """#
    let advice = try advice(onSteps: step("A", "Training") + ", " + handler)
    #expect(advice["B"]?.note?.contains("Catch") == true)
  }

  @Test(arguments: ["", "3", "{}", #"{ "Type": "Nonsense" }"#, step("A", "Training", after: "A")])
  func brokenPipelinesAreNoReasonToMove(_ steps: String) throws {
    #expect(try advice(onSteps: steps).verdict.answer != .move)
  }
}
