import Linting

extension Subject {
  /// The `Resource` of a Task as it is written.
  func resourceNode(of task: State) -> NodeID? { machine.value(.resource, of: task) }

  /// The field that holds what a Task sends: `Parameters`, or `Arguments` in JSONata.
  func payloadField(of task: State) -> Field { task.language == .jsonata ? .arguments : .parameters }

  /// What a Task sends to what it calls.
  func payload(of task: State) -> NodeID? { machine.value(payloadField(of: task), of: task) }

  /// A part of a Task's `Resource`, as ``ResourceARN`` gives its place.
  func text(_ part: Range<UInt32>, of resource: NodeID) -> String {
    tree.withText(resource) { text in
      String(decoding: text[Int(part.lowerBound)..<Int(part.upperBound)], as: UTF8.self)
    }
  }

  /// A Task's `Resource` with its service, API and pattern replaced.
  func resource(_ node: NodeID, _ arn: ResourceARN, calling call: String) -> String {
    let text = tree.text(node)
    let start =
      arn.kind == .sdk ? Int(arn.service.lowerBound) - "aws-sdk:".utf8.count : Int(arn.service.lowerBound)
    return String(decoding: text.utf8.prefix(start), as: UTF8.self) + call
  }
}

extension ResourceARN {
  /// What messages call the target: `dynamodb:putItem`, `aws-sdk:s3:getObject`.
  func call(_ subject: Subject, _ resource: NodeID) -> String {
    let name = "\(subject.text(service, of: resource)):\(subject.text(action, of: resource))"
    return kind == .sdk ? "aws-sdk:" + name : name
  }
}

/// The members of a payload, as far as they are known.
struct PayloadMembers {
  /// Without the `.$` that marks an expression in JSONPath.
  private(set) var names: [String] = []
  /// Whether there may be others: a name that is filled in later.
  private(set) var isOpen = false

  init(_ object: NodeID, _ subject: Subject) {
    let tree = subject.tree
    tree.forEachMember(object) { key, _ in
      let name = tree.text(key)
      if name.contains("${") || name.hasPrefix("Fn::") || name.contains("{{") || name == "<<" {
        isOpen = true
      }
      names.append(name.hasSuffix(".$") ? String(name.dropLast(2)) : name)
    }
  }
}
