public import SourceText
public import Syntax

/// Names a state of one ``StateMachine``: its place in `states`.
public struct StateID: Hashable, Sendable, Comparable {
  public let index: UInt32

  @inlinable
  public init(_ index: UInt32) {
    self.index = index
  }

  @inlinable
  public static func < (left: StateID, right: StateID) -> Bool { left.index < right.index }
}

/// Names a scope of one ``StateMachine``: its place in `scopes`.
public struct ScopeID: Hashable, Sendable {
  public let index: UInt32

  @inlinable
  public init(_ index: UInt32) {
    self.index = index
  }

  /// The machine itself.
  public static let machine = ScopeID(0)
}

/// The fields of one object: where its rows are, and which fields are there at all.
public struct FieldList: Sendable {
  let first: UInt32
  let count: UInt32
  /// ``Field/unknown`` included, if a name is unknown.
  public let present: FieldSet
}

/// A row that stands for an object with fields.
public protocol HasFields: Sendable {
  var fields: FieldList { get }
  /// The object.
  var node: NodeID { get }
}

/// One member of an object.
public struct FieldRow: Sendable {
  public let field: Field
  public let key: NodeID
  public let value: NodeID
}

/// An object whose fields the language fixes.
public struct ObjectRow: HasFields {
  public let kind: ObjectKind
  public let language: QueryLanguage
  public let scope: ScopeID
  /// The state that the object is or belongs to.
  public let state: StateID?
  public let node: NodeID
  public let fields: FieldList
  /// Whether a field has a kind of value that it does not take in both query languages: the value may be wrong.
  public let hasUnusualValue: Bool
}

/// A container of states: transitions never leave it.
public struct Scope: HasFields {
  public enum Kind: Hashable, Sendable {
    case machine
    /// The branch of a Parallel state with this place, counted from 0.
    case branch(Int)
    /// The `ItemProcessor` (or deprecated `Iterator`) of a Map state.
    case processor
  }

  public let id: ScopeID
  public let kind: Kind
  /// The Parallel or Map state that holds the scope; nil for the machine.
  public let owner: StateID?
  /// The scope of the owner.
  public let parent: ScopeID?
  public let node: NodeID
  public let fields: FieldList
  /// Indexes into the machine's states.
  public internal(set) var states: Range<UInt32>
  public internal(set) var start: Target
}

/// Where a `StartAt` or a transition leads.
public enum Target: Hashable, Sendable {
  case state(StateID)
  /// No state of the scope has the name. `elsewhere` is one of another scope that has it.
  case missing(elsewhere: StateID?)
  /// There is no name, or one that cannot be known.
  case unknown

  @inlinable public var state: StateID? {
    if case .state(let id) = self { id } else { nil }
  }
}

/// A state.
public struct State: HasFields {
  public let id: StateID
  public let scope: ScopeID
  public let type: StateType
  /// The query language in force: the state's own, or the machine's (never the enclosing state's).
  public let language: QueryLanguage
  /// `Succeed`, `Fail`, or `End: true`.
  public let isTerminal: Bool
  /// Another state of the same `States` has the same name and stands behind this one: parsers keep that one.
  public internal(set) var isOverridden = false
  /// The first state of the document that has the same name, if this is not it.
  public internal(set) var firstOfSameName: StateID?
  /// The key that names the state.
  public let name: NodeID
  public let node: NodeID
  public let fields: FieldList
  public internal(set) var transitions: Range<UInt32> = 0..<0
  public internal(set) var retriers: Range<UInt32> = 0..<0
  public internal(set) var catchers: Range<UInt32> = 0..<0
  public internal(set) var choiceRules: Range<UInt32> = 0..<0
  public internal(set) var scopes: Range<UInt32> = 0..<0
}

/// A way from one state to another.
public struct Transition: Sendable {
  public enum Kind: Hashable, Sendable {
    case next
    /// The `Next` of the top-level choice rule with this place, counted from 0.
    case choice(Int)
    case `default`
    /// The `Next` of the catcher with this place, counted from 0.
    case `catch`(Int)
  }

  public let source: StateID
  public let kind: Kind
  /// The value that names the target.
  public let name: NodeID
  public internal(set) var target: Target
}

/// An entry of `Retry`.
public struct Retrier: HasFields {
  public let state: StateID
  /// Its place in `Retry`, counted from 0.
  public let position: Int
  public let node: NodeID
  public let fields: FieldList
}

/// An entry of `Catch`.
public struct Catcher: HasFields {
  public let state: StateID
  /// Its place in `Catch`, counted from 0.
  public let position: Int
  public let node: NodeID
  public let fields: FieldList
}

/// A rule of a Choice state, or one nested in it.
public struct ChoiceRule: HasFields {
  public let state: StateID
  /// Its place in `Choices`, or in the `And` or `Or` around it; 0 under `Not`.
  public let position: Int
  /// How many rules are around it: 0 for an entry of `Choices`.
  public let depth: Int
  public let node: NodeID
  public let fields: FieldList
}

/// Something in a definition that has another shape than the language gives it.
public struct ModelDefect: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// A machine, branch, processor, state, rule, retrier or catcher that is not an object.
    case notAnObject
    /// `Type` is a string, but not one of the eight types.
    case unknownStateType
    /// `QueryLanguage` is neither `JSONPath` nor `JSONata`.
    case unknownQueryLanguage
  }

  public let kind: Kind
  public let node: NodeID
  public let range: ByteRange
  /// What the object would be, or stands in.
  public let object: ObjectKind
}
