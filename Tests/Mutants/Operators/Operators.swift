/// Every operator, by topic; in each those that AWS refuses first.
let allOperators: [Operator] =
  transitionOperators + scopeOperators + textOperators + fieldOperators + shapeOperators + exclusionOperators
  + numberOperators + timestampOperators + choiceOperators + mapOperators + errorOperators + pathOperators
  + intrinsicOperators + jsonataOperators + variableOperators + resourceOperators + acceptedTextOperators
  + acceptedFlowOperators + acceptedValueOperators + acceptedExpressionOperators
