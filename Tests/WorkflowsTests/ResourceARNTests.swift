import SourceText
import Syntax
import Testing
import Workflows

@Suite struct ResourceARNTests {
  private func resource(_ text: String) -> ResourceARN {
    var text = text
    return text.withUTF8(ResourceARN.init)
  }

  private func part(_ part: KeyPath<ResourceARN, Range<UInt32>>, of text: String) -> String {
    let range = resource(text)[keyPath: part]
    return String(decoding: Array(text.utf8)[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
  }

  @Test(arguments: [
    ("arn:aws:lambda:eu-west-1:123456789012:function:f:live", ResourceARN.Kind.lambdaFunction),
    ("arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:f", .lambdaFunction),
    ("arn:aws:lambda:eu-west-1:123456789012:layer:f", .otherResource),
    ("arn:aws:states:eu-west-1:123456789012:activity:pack", .activity),
    ("arn:aws:states:#{AWS::Region}:#{AWS::AccountId}:activity:pack", .activity),
    ("arn:aws:states:::aws-sdk:s3:getObject", .sdk),
    ("arn:aws:states:eu-west-1:123456789012:aws-sdk:s3:getObject", .sdk),
    ("arn:aws:states:::dynamodb:query", .unrecognizedIntegration),
    ("arn:aws:states:::", .unrecognizedIntegration),
    ("arn:aws:sqs:eu-west-1:123456789012:queue", .otherResource),
    ("", .notAnARN), ("MyFunction", .notAnARN), ("arn", .notAnARN), ("arn:aws:states", .notAnARN),
    ("$.FunctionArn", .notAnARN), ("arn:aws:states::", .notAnARN),
  ]) func knowsWhatIsCalled(text: String, kind: ResourceARN.Kind) {
    #expect(resource(text).kind == kind)
  }

  @Test(arguments: [
    "${Function}", "${Prefix}:rest", "arn:${Rest}", "arn:aws:states:::${Call}",
    "arn:aws:states:::lambda:${Api}",
    "arn:aws:states:::lambda:invoke${Suffix}", "arn:aws:states:::aws-sdk:${Service}:getObject",
    "arn:aws:${Service}:eu-west-1:123456789012:function:f", "arn:aws:states:::${Open", "{{ function_arn }}",
    "%FUNCTION%", "<your function>", "__tbd__",
  ]) func leavesOpenWhatIsFilledInLater(text: String) {
    #expect(resource(text).kind == .unknown)
  }

  @Test(arguments: [
    ("arn:aws:states:::lambda:invoke", IntegrationPattern.requestResponse),
    ("arn:aws:states:::lambda:invoke.waitForTaskToken", .waitForTaskToken),
    ("arn:aws:states:::states:startExecution.sync", .sync),
    ("arn:${AWS::Partition}:states:::states:startExecution.sync:2", .sync2),
    ("arn:aws:states:::aws-sdk:sqs:sendMessage.waitForTaskToken", .waitForTaskToken),
    ("arn:aws:states:::lambda:invoke.Sync", nil), ("arn:aws:states:::lambda:invoke.", nil),
    ("arn:aws:states:::states:startExecution.sync:3", nil),
  ]) func readsThePattern(text: String, pattern: IntegrationPattern?) {
    #expect(resource(text).pattern == pattern)
  }

  @Test func waitsOnlyAsWhatItCallsAllows() {
    #expect(resource("arn:aws:states:::sqs:sendMessage.waitForTaskToken").waitsForToken)
    #expect(resource("arn:aws:states:::aws-sdk:sqs:sendMessage.waitForTaskToken").waitsForToken)
    #expect(!resource("arn:aws:states:::batch:submitJob.waitForTaskToken").waitsForToken)
    #expect(!resource("arn:aws:states:::nothing:here.waitForTaskToken").waitsForToken)
    #expect(resource("arn:aws:states:::batch:submitJob.sync").waitsForJob)
    #expect(!resource("arn:aws:states:::batch:submitJob").waitsForJob)
    #expect(!resource("arn:aws:states:::aws-sdk:batch:submitJob.sync").waitsForJob)
  }

  @Test func findsTheParts() {
    let text = "arn:${AWS::Partition}:states:::aws-sdk:dynamodb:query.waitForTaskToken"
    #expect(part(\.partition, of: text) == "${AWS::Partition}")
    #expect(part(\.service, of: text) == "dynamodb")
    #expect(part(\.action, of: text) == "query")
    #expect(part(\.service, of: "arn:aws-cn:states:::sqs:sendMessage") == "sqs")
    #expect(part(\.partition, of: "arn:aws-cn:states:::sqs:sendMessage") == "aws-cn")
    #expect(part(\.action, of: "arn:aws:states:::sqs") == "")
  }

  /// Whatever is cut off or put in, the places stay inside the text.
  @Test func survivesAnyText() {
    let text = Array("arn:${A}:states:#{B}:{{C}}:aws-sdk:x:y.sync:2".utf8)
    for end in 0...text.count {
      for mark in [UInt8(ascii: "{"), UInt8(ascii: ":"), UInt8(ascii: "$"), 0xFF] {
        let bytes = text.prefix(end) + [mark] + text.dropFirst(end)
        for part in [bytes, bytes.prefix(end + 1)] {
          let resource = Array(part).withUnsafeBufferPointer(ResourceARN.init)
          #expect(resource.partition.upperBound <= part.count)
          #expect(resource.service.upperBound <= part.count)
          #expect(resource.action.upperBound <= part.count)
        }
      }
    }
  }

  @Test func readsTheResourceOfATask() {
    let text = """
      { "StartAt": "A", "States": {
        "A": { "Type": "Task", "Resource": "arn:aws:states:::sns:\\u0070ublish", "Next": "B" },
        "B": { "Type": "Task", "Resource": 5, "Next": "C" },
        "C": { "Type": "Task", "End": true } } }
      """
    let tree = SyntaxTree.read(SourceFile(path: "test.asl.json", text: text), as: .json)
    let machine = StateMachine(tree, root: tree.roots[0])
    let resources = machine.states.map(machine.resource)
    #expect(resources.map(\.integration?.name) == ["sns:publish", nil, nil])
    #expect(resources.dropFirst().allSatisfy { $0 == .unknown })
  }
}
