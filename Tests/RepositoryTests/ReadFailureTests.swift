import Repository
import Testing

@Suite struct ReadFailureTests {
  @Test(
    arguments: [
      (.missing, "no such file or folder"),
      (.tooLarge(limit: 64 << 20), "it is larger than 64 MiB, the most that is read of one file"),
      (.tooLarge(limit: 3 << 9), "it is larger than 1536 bytes, the most that is read of one file"),
      (.tooLarge(limit: 1 << 10), "it is larger than 1 KiB, the most that is read of one file"),
      (.tooLarge(limit: 0), "it is larger than 0 bytes, the most that is read of one file"),
      (.system("Input/output error"), "Input/output error"),
    ] as [(ReadFailure.Reason, String)])
  func saysWhatIsWrong(reason: ReadFailure.Reason, clause: String) {
    #expect(ReadFailure("flows/a.json", reason).description == "cannot read flows/a.json: \(clause)")
    #expect(ReadFailure(.standardInput, reason).description == "cannot read standard input: \(clause)")
  }
}
