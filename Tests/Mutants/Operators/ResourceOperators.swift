import Diagnostics
import Linting
import Syntax
import Workflows

/// What Tasks call, and with what.
let resourceOperators: [Operator] = [
  Operator("resource-that-is-no-arn", .refused, "1.6") { original in
    resources(in: original).flatMap { resource in
      ["MyFunction", "lambda:invoke", "https://example.com/", "arn:aws:lambda"].map {
        original.replacing(resource.node, with: quoted($0))
      }
    }
  },
  calling(
    "unknown-api",
    ["dynamodb:query", "sqs:receiveMessage", "sns:send", "states:stopExecution", "glue:startCrawler"]),
  calling("misspelt-service", ["lamda:invoke", "dynamodbb:getItem"]),
  calling(
    "sync-where-there-is-none",
    [
      "lambda:invoke.sync", "sqs:sendMessage.sync", "sns:publish.sync", "dynamodb:getItem.sync",
      "events:putEvents.sync", "apigateway:invoke.sync", "aws-sdk:s3:getObject.sync",
    ]),
  calling(
    "token-where-there-is-none",
    [
      "dynamodb:getItem.waitForTaskToken", "glue:startJobRun.waitForTaskToken",
      "athena:startQueryExecution.waitForTaskToken", "batch:submitJob.waitForTaskToken",
    ]),
  calling("second-sync-where-there-is-none", ["ecs:runTask.sync:2", "glue:startJobRun.sync:2"]),
  calling("misspelt-suffix", ["sqs:sendMessage.waitForToken", "states:startExecution.Sync"]),

  Operator("drop-parameters", .refused, "1.6") { original in
    integrations(in: original).compactMap {
      original.removing($0.language == .jsonata ? .arguments : .parameters, from: $0)
    }
  },
  Operator("drop-checked-parameter", .refused, "6") { original in
    integrations(in: original).flatMap { state -> [Mutation] in
      guard case .integration(let integration) = original.machine.resource(of: state).kind,
        let parameters = original.machine.value(.parameters, of: state)
          ?? original.machine.value(.arguments, of: state)
      else { return [] }
      let checked = integration.api.required.filter(\.isCheckedAtCreation).flatMap(\.names).map { "\($0)" }
      return original.tree.members(parameters).filter { member in
        let name = original.tree.text(member.key)
        return checked.contains(name) || checked.contains { "\($0).$" == name }
      }.map { member in
        Mutation(original.tree.removal(of: member.key, from: parameters).map { [$0] } ?? [])
      }.filter { !$0.edits.isEmpty }
    }
  },

  Operator("credentials-without-role", .refused, "1.6") { original in
    original.states(lacking: .credentials).filter { $0.type == .task }.map {
      original.inserting(#""Credentials": { "Role": "arn:aws:iam::111122223333:role/r" }"#, into: $0.node)
    }
      + original.states(lacking: .credentials).map {
        original.inserting(#""Credentials": {}"#, into: $0.node)
      }
  },
  Operator("credentials-of-an-activity", .refused, "1.6") { original in
    original.states(lacking: .credentials).filter {
      original.machine.value(.resource, of: $0).map { original.spelling($0).contains(":activity:") } ?? false
    }.map {
      original.inserting(
        #""Credentials": { "RoleArn": "arn:aws:iam::111122223333:role/r" }"#, into: $0.node)
    }
  },

  Operator("created-as-express", .refused, "5") { original in
    guard original.machineType == .standard else { return [] }
    let waits = resources(in: original).filter { resource in
      let text = original.tree.text(resource.node)
      let isWaiting =
        text.hasSuffix(".waitForTaskToken") || text.contains(".sync") || text.contains(":activity:")
      return isWaiting && !original.isInChildWorkflow(resource.state.scope)
    }.map(\.node)
    let modes = original.objects(.processorConfig).filter { config in
      let owner = original.machine[config.scope].owner
      return owner.map { !original.isInChildWorkflow(original.machine[$0].scope) } ?? false
    }.compactMap { original.machine.value(.mode, of: $0) }.filter {
      original.tree.text($0, is: "DISTRIBUTED")
    }
    return (waits + modes).map { Mutation([], victims: [$0], machineType: .express) }
  },

  // Nobody can send back a token that nobody got. Where a heartbeat bounds the wait this may be wanted.
  Operator("token-that-is-not-sent", .fails, "8", level: .warning) { original in
    original.expressions(.templateValue).compactMap { site in
      guard original.tree.text(site.value, is: "$$.Task.Token"),
        let state = site.state.map({ original.machine[$0] }),
        let resource = original.machine.value(.resource, of: state),
        original.tree.text(resource).hasSuffix(".waitForTaskToken")
      else { return nil }
      let name = original.tree.text(site.key).dropLast(2)
      return Mutation(
        original.replacement(site.key, quoted(String(name))),
        original.replacement(site.value, quoted("none")), victims: [resource])
    }
  },
  apiGateway("header-that-is-no-list", #""Method": "GET", "Headers": { "Accept": "text/plain" }"#),
  // Documented, but no answer is recorded.
  apiGateway("request-body-of-a-get", level: .warning, #""Method": "GET", "RequestBody": { "a": 1 }"#),
]

/// Calls of these APIs in place of others, with the parameters that they need.
private func calling(_ name: String, _ apis: [String]) -> Operator {
  Operator(name, .refused, "6") { original in
    apis.flatMap { api in
      let name = api.prefix { $0 != "." }
      let parameters = sufficientParameters[String(name)] ?? ""
      return resources(in: original).map { original.calling(api, with: parameters, in: $0.state, $0.node) }
    }
  }
}

private let sufficientParameters = [
  "lambda:invoke": #""FunctionName": "f""#,
  "sqs:sendMessage": #""QueueUrl": "q", "MessageBody": "m""#,
  "sns:publish": #""TopicArn": "t", "Message": "m""#,
  "dynamodb:getItem": #""TableName": "t", "Key": { "id": { "S": "1" } }"#,
  "events:putEvents": #""Entries": []"#,
  "apigateway:invoke": #""ApiEndpoint": "abc.execute-api.eu-west-1.amazonaws.com", "Method": "GET""#,
  "aws-sdk:s3:getObject": #""Bucket": "b", "Key": "k""#,
  "glue:startJobRun": #""JobName": "j""#,
  "athena:startQueryExecution": #""QueryString": "SELECT 1""#,
  "batch:submitJob": #""JobName": "j", "JobQueue": "q", "JobDefinition": "d""#,
  "ecs:runTask": #""TaskDefinition": "t""#,
  "states:startExecution": #""StateMachineArn": "arn:aws:states:eu-west-1:111122223333:stateMachine:m""#,
]

extension Original {
  /// Another API in place of the one that a Task calls, and other parameters.
  fileprivate func calling(
    _ api: String, with parameters: String, in state: State, _ resource: NodeID
  ) -> Mutation {
    let field = state.language == .jsonata ? Field.arguments : .parameters
    let call = replacement(resource, quoted("arn:aws:states:::\(api)"))
    if let present = machine.value(field, of: state) {
      return Mutation(call, replacement(present, "{ \(parameters) }"))
    }
    return Mutation(call, insertion("\"\(field.name)\": { \(parameters) }", into: state.node))
  }
}

private func apiGateway(_ name: String, level: Severity = .error, _ parameters: String) -> Operator {
  Operator(name, .fails, "6", level: level) { original in
    let endpoint = #""ApiEndpoint": "abc.execute-api.eu-west-1.amazonaws.com", "#
    return resources(in: original).map {
      original.calling("apigateway:invoke", with: endpoint + parameters, in: $0.state, $0.node)
    }
  }
}

/// A Task and its resource, where that is a constant of which something is known.
private func resources(in original: Original) -> [(state: State, node: NodeID)] {
  original.states(.task).compactMap { state in
    guard let node = original.machine.value(.resource, of: state), original.tree.text(node).hasPrefix("arn:")
    else { return nil }
    return (state, node)
  }
}

/// The Tasks that call an optimised integration.
private func integrations(in original: Original) -> [State] {
  resources(in: original).map(\.state).filter {
    if case .integration = original.machine.resource(of: $0).kind { true } else { false }
  }
}
