/// Every operator on state machines, by topic; in each those that AWS refuses first.
let machineOperators: [Operator] =
  transitionOperators + scopeOperators + textOperators + fieldOperators + shapeOperators + exclusionOperators
  + numberOperators + timestampOperators + choiceOperators + mapOperators + errorOperators + pathOperators
  + intrinsicOperators + jsonataOperators + variableOperators + resourceOperators + acceptedTextOperators
  + acceptedFlowOperators + acceptedValueOperators + acceptedExpressionOperators

/// Every operator on SageMaker pipelines, by topic.
let pipelineOperators: [Operator] =
  pipelinePropertyOperators + pipelineNameOperators + pipelineParameterOperators + pipelineArgumentOperators
  + pipelineTypeOperators + pipelineStepOperators + pipelinePolicyOperators + pipelineConditionOperators
  + pipelineFlowOperators + pipelineExpressionOperators + acceptedPipelineTextOperators
  + acceptedPipelineMeaningOperators
