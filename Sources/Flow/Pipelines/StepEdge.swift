public import Syntax
public import Workflows

/// One reason why a step runs after another one, or not at all.
public struct StepEdge: Sendable {
  public enum Kind: Hashable, Sendable {
    /// The target refers to what the source yields.
    case data
    /// The target reads a property file of the source by `Std:JsonGet`.
    case jsonGet
    /// The target names the source in `DependsOn`.
    case dependsOn(StepDependency.Trigger)
    /// The target removes what the source wrote.
    case cleanup
    /// The target is in a branch of the Condition or in the body of the ForEach that the source is.
    case member(StepList.Kind)

    public var isMember: Bool {
      if case .member = self { true } else { false }
    }
  }

  public let source: StepID
  public let target: StepID
  public let kind: Kind
  /// What says so: the first of several. Of a member the step itself.
  public let place: NodeID
  /// Whether a picture shows it: false from a Condition or ForEach to a step that waits for another one of the same
  /// branch or body anyway, as SageMaker Studio draws it.
  public let isDrawn: Bool
}
