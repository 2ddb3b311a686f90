import Linting

let invalidItemReader = Rule(
  "invalid-item-reader", .refused, since: "0.1", predicts: "SCHEMA_VALIDATION_FAILED",
  summary: "An ItemReader gets an object from S3, or lists objects.",
  rationale: """
    A Distributed Map reads its items with s3:getObject or s3:listObjectsV2, which are integrations of their own and \
    not calls of the AWS SDK ("The field 'Resource' does not match any of the allowed values").
    """,
  bad: [
    Example(
      """
      { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ItemReader": {
        "Resource": «"arn:aws:states:::aws-sdk:s3:getObject"», "ReaderConfig": { "InputType": "JSON" },
        "Parameters": { "Bucket": "b", "Key": "items.json" } },
        "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
          "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
      """,
      fixed: """
        { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ItemReader": {
          "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "InputType": "JSON" },
          "Parameters": { "Bucket": "b", "Key": "items.json" } },
          "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
            "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
        """),
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ItemReader": {
      "Resource": «"arn:aws:states:::dynamodb:scan"», "Parameters": { "TableName": "t" } },
      "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
        "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
  ],
  good: [
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ItemReader": {
      "Resource": "arn:aws-cn:states:::s3:listObjectsV2", "Parameters": { "Bucket": "b", "Prefix": "in/" } },
      "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
        "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ItemReader": {
      "Resource": "arn:${AWS::Partition}:states:::s3:${Api}", "Parameters": { "Bucket": "b" } },
      "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
        "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
  ]
).object(.itemReader) { object, subject, report in
  guard let resource = subject.machine.value(.resource, of: object) else { return }
  checkS3Resource(
    resource, of: "an ItemReader", among: ["getObject", "listObjectsV2"], certainty: .certain, subject,
    &report)
}
