public import Syntax

/// The model of a workflow, in whichever language it is written.
public enum Workflow: Sendable {
  /// In the Amazon States Language.
  case stateMachine(StateMachine)
  /// A SageMaker pipeline.
  case pipeline(Pipeline)

  public var tree: SyntaxTree {
    switch self {
    case .stateMachine(let machine): machine.tree
    case .pipeline(let pipeline): pipeline.tree
    }
  }

  /// The object that is the definition.
  public var root: NodeID {
    switch self {
    case .stateMachine(let machine): machine.root
    case .pipeline(let pipeline): pipeline.root
    }
  }

  /// The model, if it is one of a state machine.
  public var machine: StateMachine? {
    if case .stateMachine(let machine) = self { machine } else { nil }
  }

  /// The model, if it is one of a pipeline.
  public var pipeline: Pipeline? {
    if case .pipeline(let pipeline) = self { pipeline } else { nil }
  }
}
