/// What the `Resource` of a Task calls, as far as a picture tells.
struct TaskResource: Equatable, Sendable {
  enum Pattern: Equatable, Sendable {
    case requestResponse
    /// `.sync`, `.sync:2`.
    case runToCompletion
    /// `.waitForTaskToken`.
    case taskToken
  }

  /// As ``ServiceFace`` knows it; nil if the resource does not say.
  var service: String?
  /// As people read it: `PutItem`.
  var action: String
  var pattern = Pattern.requestResponse

  /// Reads a resource ARN, with or without `${…}` in it.
  init(_ resource: String) {
    let parts = Self.components(resource)
    guard parts.count >= 6, parts[0] == "arn" else {
      self.init(placeholder: resource)
      return
    }
    switch parts[2] {
    case "lambda": self.init(service: "lambda", action: "Invoke")
    case "states" where parts[5] == "activity":
      self.init(service: "activity", action: parts.count > 6 ? parts[6] : "worker")
    case "states": self.init(integration: parts.dropFirst(5).joined(separator: ":"))
    default: self.init(service: parts[2], action: parts[5].prefix(1).uppercased() + parts[5].dropFirst())
    }
  }

  init(service: String?, action: String, pattern: Pattern = .requestResponse) {
    self.service = service
    self.action = action
    self.pattern = pattern
  }

  /// `SERVICE:ACTION` or `aws-sdk:SERVICE:ACTION`, with a pattern behind a dot.
  private init(integration: String) {
    var parts = integration.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    if parts.first == "aws-sdk" { parts.removeFirst() }
    service = parts.first.flatMap { $0.isEmpty ? nil : $0 }
    let words = (parts.count > 1 ? parts[1] : "").split(separator: ".", omittingEmptySubsequences: false)
    let name = words.first ?? ""
    action = name.prefix(1).uppercased() + name.dropFirst()
    switch words.count > 1 ? words[1] : "" {
    case "sync": pattern = .runToCompletion
    case "waitForTaskToken": pattern = .taskToken
    default: break
    }
  }

  /// A text that is filled in later, such as `${ChargeFunctionArn}`, often says what it will be.
  private init(placeholder text: String) {
    let key = text.lowercased()
    service = key.contains("lambda") || key.contains("function") ? "lambda" : nil
    action = text
  }

  /// The parts between colons, where those inside `${…}` do not count.
  private static func components(_ text: String) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text.prefix(Font.longestText) {
      switch character {
      case "{": depth += 1
      case "}": depth = max(depth - 1, 0)
      case ":" where depth == 0:
        parts.append("")
        continue
      default: break
      }
      parts[parts.count - 1].append(character)
    }
    return parts
  }
}
