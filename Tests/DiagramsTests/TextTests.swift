import Testing

@testable import Diagrams

@Suite struct TextTests {
  private let font = Font.detail

  @Test func wrapsAtBlanks() {
    #expect(font.wrap("one two  three\nfour", width: 50, lines: 3) == ["one two", "three four"])
    #expect(font.wrap("", width: 50, lines: 2) == [""])
    #expect(font.wrap(" \t", width: 50, lines: 2) == [""])
  }

  @Test func breaksLongWordsWherePeopleWould() {
    #expect(font.wrap("wait_on_confirmed", width: 80, lines: 3) == ["wait_on_", "confirmed"])
    #expect(
      font.wrap("OrganizationalUnitException", width: 100, lines: 3) == ["OrganizationalUnit", "Exception"])
  }

  @Test func endsInDotsWhatDoesNotFit() {
    #expect(font.wrap("one two three four five", width: 50, lines: 2) == ["one two", "three fo…"])
    #expect(font.line("one two three", width: 40) == "one t…")
    #expect(font.line("one two", width: 40) == "one two")
  }

  @Test(arguments: ["", "a", "…", "漢字の名前はとても長いです", String(repeating: "x", count: 100_000), "a🙂b c"])
  func neverExceedsItsRoom(_ text: String) {
    for width in [12.0, 60, 170] {
      let lines = font.wrap(text, width: width, lines: 3)
      #expect((1...3).contains(lines.count))
      #expect(lines.allSatisfy { font.width(of: $0) <= width })
      #expect(font.width(of: font.line(text, width: width)) <= width)
    }
  }

  @Test func saysDurations() {
    let texts = [30, 900, 3_600, 5_400, 86_400, 90_000, 3_601].map { Wording.duration(seconds: $0) }
    #expect(texts == ["30 s", "900 s", "1 h", "1 h 30 min", "1 d", "25 h", "3601 s"])
  }

  @Test func shortensPathsAtTheirBeginning() {
    #expect(Wording.path("$.order.total") == "order.total")
    #expect(Wording.path("$.result.NewAccount.CreateAccountStatus.State") == "…CreateAccountStatus.State")
    #expect(Wording.path("$$.Execution.Id") == "$$.Execution.Id")
  }

  @Test(arguments: [
    ("arn:aws:states:::dynamodb:putItem", "dynamodb PutItem requestResponse"),
    ("arn:aws-cn:states:::aws-sdk:s3:getObject", "s3 GetObject requestResponse"),
    ("arn:${AWS::Partition}:states:::glue:startJobRun.sync", "glue StartJobRun runToCompletion"),
    ("arn:aws:states:::states:startExecution.sync:2", "states StartExecution runToCompletion"),
    ("arn:aws:states:::lambda:invoke.waitForTaskToken", "lambda Invoke taskToken"),
    ("arn:aws:lambda:eu-west-1:123456789012:function:f:live", "lambda Invoke requestResponse"),
    ("arn:aws:states:eu-west-1:123456789012:activity:approve", "activity approve requestResponse"),
    ("${ChargeFunctionArn}", "lambda ${ChargeFunctionArn} requestResponse"),
    ("${Thing}", "- ${Thing} requestResponse"),
    ("", "-  requestResponse"),
  ])
  func readsResources(_ text: String, _ expected: String) {
    let resource = TaskResource(text)
    #expect("\(resource.service ?? "-") \(resource.action) \(resource.pattern)" == expected)
  }
}
