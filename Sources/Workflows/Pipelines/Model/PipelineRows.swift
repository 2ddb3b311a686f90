public import Expressions
public import SourceText
public import Syntax

/// Names a step of one ``Pipeline``: its place in `steps`.
public struct StepID: Hashable, Sendable, Comparable {
  public let index: UInt32

  public init(_ index: UInt32) {
    self.index = index
  }

  public static func < (left: StepID, right: StepID) -> Bool { left.index < right.index }
}

/// Names a list of steps of one ``Pipeline``: its place in `lists`.
public struct StepListID: Hashable, Sendable {
  public let index: UInt32

  public init(_ index: UInt32) {
    self.index = index
  }

  /// `Steps` of the definition itself.
  public static let pipeline = StepListID(0)
}

/// Names a parameter of one ``Pipeline``: its place in `parameters`.
public struct ParameterID: Hashable, Sendable {
  public let index: UInt32

  public init(_ index: UInt32) {
    self.index = index
  }
}

/// A row that stands for an object of a pipeline definition with fields.
public protocol HasPipelineFields: Sendable {
  /// Indexes into the pipeline's rows of fields.
  var fields: Range<UInt32> { get }
  /// The object.
  var node: NodeID { get }
}

/// One member of an object of a pipeline definition.
public struct PipelineFieldRow: Sendable {
  public let field: PipelineField
  public let key: NodeID
  public let value: NodeID
}

/// An object whose fields the language fixes.
public struct PipelineObjectRow: HasPipelineFields {
  public let kind: PipelineObjectKind
  /// The step that the object is or belongs to.
  public let step: StepID?
  public let node: NodeID
  public let fields: Range<UInt32>
}

/// An entry of `Parameters`.
public struct PipelineParameter: HasPipelineFields {
  public let id: ParameterID
  /// The value of `Name`, if that is a string that means what it says.
  public let name: NodeID?
  /// The first parameter that has the same name, if this is not it.
  public internal(set) var firstOfSameName: ParameterID?
  public let node: NodeID
  public let fields: Range<UInt32>
}

/// A list of steps: those of the definition, of a branch of a Condition, or of the body of a ForEach.
public struct StepList: Sendable {
  public enum Kind: Hashable, Sendable {
    /// `Steps`
    case pipeline
    /// `IfSteps`
    case ifBranch
    /// `ElseSteps`
    case elseBranch
    /// `ForEachBody`
    case body
  }

  public let id: StepListID
  public let kind: Kind
  /// The Condition or ForEach that holds the list; nil for the definition itself.
  public let owner: StepID?
  /// The list that holds the owner.
  public let parent: StepListID?
  public let node: NodeID
  /// Indexes into the pipeline's steps.
  public internal(set) var steps: Range<UInt32>
}

/// A step, in whichever list.
public struct Step: HasPipelineFields {
  public let id: StepID
  public let list: StepListID
  public let type: StepType
  /// The value of `Name`, if that is a string that means what it says.
  public let name: NodeID?
  /// The first step that has the same name, if this is not it.
  public internal(set) var firstOfSameName: StepID?
  public let node: NodeID
  public let fields: Range<UInt32>
  public internal(set) var dependencies: Range<UInt32> = 0..<0
  public internal(set) var conditions: Range<UInt32> = 0..<0
  public internal(set) var retryPolicies: Range<UInt32> = 0..<0
  public internal(set) var propertyFiles: Range<UInt32> = 0..<0
  public internal(set) var outputs: Range<UInt32> = 0..<0
  public internal(set) var references: Range<UInt32> = 0..<0
  public internal(set) var jsonGets: Range<UInt32> = 0..<0
  public internal(set) var cleanupSources: Range<UInt32> = 0..<0
  /// The branches of a Condition, the body of a ForEach.
  public internal(set) var lists: Range<UInt32> = 0..<0
}

/// What the name of a step leads to.
public enum StepTarget: Hashable, Sendable {
  /// Of several with the name the first.
  case step(StepID)
  case missing
  /// There is no name, or one that cannot be known; or the step may be one of those that cannot be known.
  case unknown

  public var step: StepID? {
    if case .step(let id) = self { id } else { nil }
  }
}

/// An entry of `DependsOn`.
public struct StepDependency: Sendable {
  /// What must have become of the other step.
  public enum Trigger: Hashable, Sendable, CaseIterable {
    /// The only one that an entry without `Trigger` has.
    case completed
    case failed, stopped, any
    /// None of the others.
    case unknown

    /// As definitions spell it; empty for ``unknown``.
    public var name: String {
      self == .unknown ? "" : "\(self)".prefix(1).uppercased() + "\(self)".dropFirst()
    }

    /// Every trigger but ``unknown``.
    public static let known: [Trigger] = allCases.dropLast()
  }

  public let step: StepID
  public let trigger: Trigger
  /// The string, or the object.
  public let node: NodeID
  /// What names the other step; nil if nothing does.
  public let name: NodeID?
  public internal(set) var target: StepTarget
}

/// An entry of `Conditions`, or a condition nested in one.
public struct PipelineCondition: HasPipelineFields {
  public let step: StepID
  public let type: ConditionType
  /// Its place in `Conditions`, of the step or of the `Or` around it; 0 under `Not`.
  public let position: Int
  /// How many conditions are around it: 0 for an entry of the step's own `Conditions`.
  public let depth: Int
  public let node: NodeID
  public let fields: Range<UInt32>
}

/// An entry of `RetryPolicies`.
public struct RetryPolicy: HasPipelineFields {
  public let step: StepID
  /// Counted from 0.
  public let position: Int
  public let node: NodeID
  public let fields: Range<UInt32>
}

/// An entry of `PropertyFiles` or of `OutputParameters`: something that a step declares, and that others refer to.
public struct StepOutput: HasPipelineFields {
  public let step: StepID
  /// What references call it: the value of `PropertyFileName` or `OutputName`, if that is a string that means what it
  /// says.
  public let name: NodeID?
  public let node: NodeID
  public let fields: Range<UInt32>
}

/// A `StepName` in the arguments of a Cleanup step.
public struct CleanupSource: Sendable {
  public let step: StepID
  public let name: NodeID
  public internal(set) var target: StepTarget
}

/// A `Std:JsonGet`.
public struct JSONGet: HasPipelineFields {
  public let step: StepID?
  public let node: NodeID
  public let fields: Range<UInt32>
}

/// A `{"Get": …}`.
public struct ReferenceRow: Sendable {
  /// Where an expression stands that holds the reference.
  public enum Place: Hashable, Sendable {
    case value
    /// The `PropertyFile` of a `Std:JsonGet`.
    case propertyFile
    /// In the `S3Uri` of a `Std:JsonGet`.
    case jsonGetURI
  }

  /// What it refers to.
  public enum Target: Hashable, Sendable {
    case parameter(ParameterID)
    case execution(ExecutionVariable)
    case step(StepID)
    /// `ForEach.CurrentItem`
    case currentItem
    /// The step that `IterationOutput` names.
    case iterationOutput(StepID)
    /// There is no such parameter, variable or step.
    case missing
    /// It cannot be known: something is filled in later, the reference cannot be read, or what it names may be one of
    /// those that cannot be known.
    case unknown
  }

  /// The step whose fields hold it; nil in the fields of the definition.
  public let step: StepID?
  public let place: Place
  /// The object.
  public let node: NodeID
  /// The value of `Get`.
  public let text: NodeID
  /// Nil if the value is not a string that means what it says.
  public let reference: PipelineReference?
  public internal(set) var target: Target = .unknown
}

/// Something in a pipeline definition that has another shape than the language gives it.
public struct PipelineDefect: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// A definition, step, parameter, condition, policy or other part that is not an object.
    case notAnObject
    /// `Type` of a step is a string, but none that we know.
    case unknownStepType
    /// `Type` of a condition is a string, but none that we know.
    case unknownConditionType
  }

  public let kind: Kind
  public let node: NodeID
  public let range: ByteRange
  /// What the object would be, or stands in.
  public let object: PipelineObjectKind
}
