public import ServiceCatalogue
public import Syntax
public import Workflows

/// Where the `Arguments` of a step differ from the request that they become: what and where, without an opinion or a
/// wording.
public struct ArgumentMismatch: Sendable {
  public enum Kind: Sendable {
    /// A key of an object that the structure has no member for.
    case unknownMember(Structure, object: NodeID)
    /// Members that a request needs and that are not there; also the keys beside that no member is known for.
    case missingMembers([String], unknownKeys: [NodeID])
    /// A value of another type than the member takes.
    case wrongType(Shape)
    /// `Get`, `Std:Join` or `Std:JsonGet` where a whole list, map or structure is wanted.
    case expressionForMany(Shape)
    /// A text that is none of those which the API has.
    case unknownValue(known: [String])
    /// A number outside its bounds, or a text or collection of such a length.
    case outOfBounds(Shape, Bounds, actual: Double)
  }

  /// Where in the arguments something stands.
  public struct Place: Sendable {
    /// The member or map key that holds the value; nil for `Arguments` itself.
    public let name: NodeID?
    /// Whether it is an element of the list that the member holds.
    public let isElement: Bool
  }

  public let kind: Kind
  public let step: StepID
  /// The key of an unknown member, the object that lacks members, else the value.
  public let node: NodeID
  /// Where the value is; where the object is that has an unknown member or lacks some.
  public let place: Place
}
