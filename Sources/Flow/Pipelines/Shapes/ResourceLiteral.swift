public import Syntax
public import Workflows

/// A text in a step that names something of AWS: written out, and not filled in by an expression or a template.
public struct ResourceLiteral: Sendable {
  /// What has to be named, by the name of the member that does.
  public enum Kind: Sendable {
    case role
    /// Anything else that goes by its ARN.
    case otherARN
    case image
    case s3Location
    case encryptionKey
    case queue
  }

  public let kind: Kind
  public let step: StepID
  /// The name of the member.
  public let key: NodeID
  public let node: NodeID
}

extension ResourceLiteral.Kind {
  /// What a member of a request names; nil for most.
  init?(member: String) {
    switch member {
    case "RoleArn", "ExecutionRoleArn", "roleArn", "executionRoleArn", "StepExecutionRoleArn": self = .role
    case "Image", "ImageUri", "TrainingImage", "RuleEvaluatorImage", "imageUri": self = .image
    case "S3Uri", "s3Uri", "S3OutputPath", "ModelDataUrl", "DestinationS3Uri", "OutputS3Uri":
      self = .s3Location
    case "KmsKeyId", "VolumeKmsKeyId": self = .encryptionKey
    case _ where member.hasSuffix("Arn"): self = .otherARN
    default: return nil
    }
  }
}

extension Pipeline {
  /// Those in the fields of a step that are not arguments.
  func resourceLiterals(inFieldsOf step: Step) -> [ResourceLiteral] {
    let kinds: [(PipelineField, ResourceLiteral.Kind)] = [
      (.functionArn, .otherARN), (.sqsQueueUrl, .queue),
    ]
    return kinds.compactMap { field, kind in
      row(field, of: step).flatMap { ResourceLiteral(kind, of: step.id, $0.key, $0.value, tree) }
    }
  }
}

extension ResourceLiteral {
  /// Nil for a value that says nothing as it stands: an expression, a template's placeholder, an empty text.
  init?(_ kind: Kind, of step: StepID, _ key: NodeID, _ value: NodeID, _ tree: SyntaxTree) {
    guard tree.isLiteralString(value), tree.withText(value, isWrittenOut) else { return nil }
    self.init(kind: kind, step: step, key: key, node: value)
  }
}

/// Whether a text holds nothing that templates and people put around what is to be filled in.
private func isWrittenOut(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  !text.isEmpty
    && text.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "%"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "{"), UInt8(ascii: "}"):
        false
      default: true
      }
    }
}
