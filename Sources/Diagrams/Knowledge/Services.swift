/// How a picture shows a service of AWS. Letters instead of AWS's icons, whose terms do not allow shipping
/// them freely.
struct ServiceFace: Sendable {
  let name: String
  let monogram: String
  let ink: Ink

  /// The face of a service by its name in a resource ARN (`states:::NAME:action`, `aws-sdk:NAME:action`),
  /// which is matched without regard to case. A service that is not in the table goes by its own name.
  init(service: String) {
    let key = service.lowercased()
    if let known = Self.known[key] {
      self = known
    } else {
      name = service.prefix(1).uppercased() + service.dropFirst()
      monogram = String(key.filter { $0.isLetter || $0.isNumber }.prefix(3)).uppercased()
      ink = .other
    }
  }

  private init(_ name: String, _ monogram: String, _ ink: Ink) {
    self.name = name
    self.monogram = monogram
    self.ink = ink
  }

  private static let known: [String: ServiceFace] = [
    "lambda": ServiceFace("Lambda", "λ", .compute),
    "activity": ServiceFace("Activity", "ACT", .compute),
    "batch": ServiceFace("Batch", "BAT", .compute),
    "ecs": ServiceFace("ECS", "ECS", .compute),
    "eks": ServiceFace("EKS", "EKS", .compute),
    "ec2": ServiceFace("EC2", "EC2", .compute),
    "autoscaling": ServiceFace("Auto Scaling", "ASG", .compute),
    "apprunner": ServiceFace("App Runner", "AR", .compute),
    "dynamodb": ServiceFace("DynamoDB", "DDB", .database),
    "rds": ServiceFace("RDS", "RDS", .database),
    "rdsdata": ServiceFace("RDS Data", "RDS", .database),
    "redshift": ServiceFace("Redshift", "RS", .database),
    "redshiftdata": ServiceFace("Redshift Data", "RS", .database),
    "elasticache": ServiceFace("ElastiCache", "EC", .database),
    "neptune": ServiceFace("Neptune", "NEP", .database),
    "docdb": ServiceFace("DocumentDB", "DOC", .database),
    "sns": ServiceFace("SNS", "SNS", .integration),
    "sqs": ServiceFace("SQS", "SQS", .integration),
    "events": ServiceFace("EventBridge", "EB", .integration),
    "eventbridge": ServiceFace("EventBridge", "EB", .integration),
    "scheduler": ServiceFace("Scheduler", "SCH", .integration),
    "pipes": ServiceFace("Pipes", "PIP", .integration),
    "states": ServiceFace("Step Functions", "SFN", .integration),
    "sfn": ServiceFace("Step Functions", "SFN", .integration),
    "http": ServiceFace("HTTP", "API", .integration),
    "apigateway": ServiceFace("API Gateway", "API", .integration),
    "appsync": ServiceFace("AppSync", "GQL", .integration),
    "ses": ServiceFace("SES", "SES", .integration),
    "sesv2": ServiceFace("SES", "SES", .integration),
    "pinpoint": ServiceFace("Pinpoint", "PIN", .integration),
    "s3": ServiceFace("S3", "S3", .storage),
    "s3control": ServiceFace("S3 Control", "S3", .storage),
    "efs": ServiceFace("EFS", "EFS", .storage),
    "backup": ServiceFace("Backup", "BKP", .storage),
    "glacier": ServiceFace("Glacier", "GLA", .storage),
    "datasync": ServiceFace("DataSync", "DS", .storage),
    "transfer": ServiceFace("Transfer", "SFT", .storage),
    "sagemaker": ServiceFace("SageMaker", "SM", .machineLearning),
    "sagemakerruntime": ServiceFace("SageMaker", "SM", .machineLearning),
    "bedrock": ServiceFace("Bedrock", "BR", .machineLearning),
    "bedrockruntime": ServiceFace("Bedrock", "BR", .machineLearning),
    "bedrockagent": ServiceFace("Bedrock Agents", "BR", .machineLearning),
    "bedrockagentruntime": ServiceFace("Bedrock Agents", "BR", .machineLearning),
    "rekognition": ServiceFace("Rekognition", "REK", .machineLearning),
    "textract": ServiceFace("Textract", "TXT", .machineLearning),
    "comprehend": ServiceFace("Comprehend", "CMP", .machineLearning),
    "translate": ServiceFace("Translate", "TRN", .machineLearning),
    "transcribe": ServiceFace("Transcribe", "TSC", .machineLearning),
    "polly": ServiceFace("Polly", "POL", .machineLearning),
    "forecast": ServiceFace("Forecast", "FC", .machineLearning),
    "personalize": ServiceFace("Personalize", "PER", .machineLearning),
    "glue": ServiceFace("Glue", "GLU", .analytics),
    "databrew": ServiceFace("DataBrew", "DBR", .analytics),
    "athena": ServiceFace("Athena", "ATH", .analytics),
    "elasticmapreduce": ServiceFace("EMR", "EMR", .analytics),
    "emr": ServiceFace("EMR", "EMR", .analytics),
    "emr-containers": ServiceFace("EMR on EKS", "EMR", .analytics),
    "emr-serverless": ServiceFace("EMR Serverless", "EMR", .analytics),
    "emrserverless": ServiceFace("EMR Serverless", "EMR", .analytics),
    "kinesis": ServiceFace("Kinesis", "KIN", .analytics),
    "firehose": ServiceFace("Firehose", "FH", .analytics),
    "opensearch": ServiceFace("OpenSearch", "OS", .analytics),
    "quicksight": ServiceFace("QuickSight", "QS", .analytics),
    "organizations": ServiceFace("Organizations", "ORG", .management),
    "cloudformation": ServiceFace("CloudFormation", "CFN", .management),
    "cloudwatch": ServiceFace("CloudWatch", "CW", .management),
    "cloudwatchlogs": ServiceFace("CloudWatch Logs", "CWL", .management),
    "codebuild": ServiceFace("CodeBuild", "CB", .management),
    "codepipeline": ServiceFace("CodePipeline", "CP", .management),
    "ssm": ServiceFace("Systems Manager", "SSM", .management),
    "secretsmanager": ServiceFace("Secrets Manager", "SEC", .management),
    "servicecatalog": ServiceFace("Service Catalog", "SC", .management),
    "config": ServiceFace("Config", "CFG", .management),
    "cloudtrail": ServiceFace("CloudTrail", "CT", .management),
    "iam": ServiceFace("IAM", "IAM", .management),
    "sts": ServiceFace("STS", "STS", .management),
    "kms": ServiceFace("KMS", "KMS", .management),
    "guardduty": ServiceFace("GuardDuty", "GD", .management),
    "securityhub": ServiceFace("Security Hub", "SH", .management),
    "account": ServiceFace("Account", "ACC", .management),
    "mediaconvert": ServiceFace("MediaConvert", "MC", .other),
  ]
}
