import Linting
import Portability

let sageMakerOnlyMachine = Rule(
  "sagemaker-only-machine", .advice, since: "0.1",
  summary: "A state machine does more than a SageMaker pipeline would do by itself.",
  rationale: """
    A machine that does nothing but start jobs of SageMaker spells out what a pipeline knows: the order of \
    jobs follows from what they use of each other, they name themselves, results are cached, and the lineage \
    of each model is recorded. "stateline advise" shows what each state would become, and what would be \
    lost. A note only: Step Functions runs such a machine well.
    """,
  bad: [
    """
    { "StartAt": "Prepare", "States": {
      «"Prepare"»: { "Type": "Task", "Resource": "arn:aws:states:::sagemaker:createProcessingJob.sync",
        "Next": "Train" },
      ‹"Train"›: { "Type": "Task", "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync",
        "Next": "Model" },
      ‹"Model"›: { "Type": "Task", "Resource": "arn:aws:states:::sagemaker:createModel", "End": true } } }
    """
  ],
  good: [
    // Two jobs are as well off here as there.
    """
    { "StartAt": "Prepare", "States": {
      "Prepare": { "Type": "Task", "Resource": "arn:aws:states:::sagemaker:createProcessingJob.sync",
        "Next": "Train" },
      "Train": { "Type": "Task", "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync",
        "End": true } } }
    """,
    // A pipeline cannot train again.
    """
    { "StartAt": "Prepare", "States": {
      "Prepare": { "Type": "Task", "Resource": "arn:aws:states:::sagemaker:createProcessingJob.sync",
        "Next": "Train" },
      "Train": { "Type": "Task", "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync",
        "Next": "Evaluate" },
      "Evaluate": { "Type": "Task", "Resource": "arn:aws:states:::sagemaker:createProcessingJob.sync",
        "Next": "IsGood" },
      "IsGood": { "Type": "Choice", "Default": "Train", "Choices": [
        { "Variable": "$.auc", "NumericGreaterThan": 0.9, "Next": "Done" } ] },
      "Done": { "Type": "Succeed" } } }
    """,
    // Two services besides.
    """
    { "StartAt": "Prepare", "States": {
      "Prepare": { "Type": "Task", "Resource": "arn:aws:states:::sagemaker:createProcessingJob.sync",
        "Next": "Train" },
      "Train": { "Type": "Task", "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync",
        "Next": "Model" },
      "Model": { "Type": "Task", "Resource": "arn:aws:states:::sagemaker:createModel", "Next": "Note" },
      "Note": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "Next": "Tell" },
      "Tell": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true } } }
    """,
  ]
).workflow { subject, report in
  let machine = subject.machine
  guard subject.machineType == .standard, mentionsEnoughJobs(subject) else { return }
  let portability = Portability(of: subject.flow)
  guard portability.verdict.isOverwhelming,
    let place = portability.parts.first(where: { $0.role == .sageMaker })
  else { return }
  let counts = portability.counts
  let others = counts.sageMaker - 1
  report(
    place.node,
    "\(quoted(place.name)) and "
      + (counts.sageMaker == counts.work
        ? "all \(counted(others, "other task"))" : "\(counted(others, "other task")) of \(counts.work)")
      + " are work that steps of a SageMaker pipeline do by themselves.",
    help: "Consider a pipeline; \"stateline advise\" lists what each state would become.",
    related: portability.parts.filter { $0.role == .sageMaker && $0.node != place.node }.map {
      RelatedPlace("a step as well", at: machine.tree.range($0.node))
    })
}

/// Spares almost every machine the rest.
private func mentionsEnoughJobs(_ subject: Subject) -> Bool {
  var count = 0
  for state in subject.machine.states where state.type == .task {
    if subject.resource(of: state).integration?.belongs(to: "sagemaker") == true { count += 1 }
  }
  return count > 0 && count >= Threshold.sageMakerCount.value - 1
}
