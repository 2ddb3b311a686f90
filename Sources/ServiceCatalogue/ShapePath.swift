/// One step of a way into a value.
public enum ShapeStep: Equatable, Sendable {
  case member(String)
  /// Names an entry of a map, or an element of a list by what it is called.
  case key
  case index
}

/// Where a way into a value of some shape ends.
public enum ShapePathEnd: Equatable, Sendable {
  /// At a value of this shape; a document if the model does not say what comes.
  case shape(Shape)
  /// Before the step with this index: the structure has no such member.
  case missingMember(Int, Structure)
  /// Before the step with this index: a value of this shape cannot be entered so.
  case misplaced(Int, Shape)
}

extension ServiceModel {
  /// Follows a way, such as `ModelArtifacts.S3ModelArtifacts`, from a structure.
  ///
  /// A list takes an index or a key, a map takes a key, a structure takes a member, and nothing else takes anything.
  public func follow(_ way: [ShapeStep], from root: Structure) -> ShapePathEnd {
    var shape = Shape.structure(root.name)
    for (position, step) in way.enumerated() {
      switch (shape, step) {
      case (.document, _): return .shape(.document)
      case (.structure(let name), .member(let member)):
        guard let structure = position == 0 ? root : structure(name) else { return .shape(.document) }
        guard let next = structure[member] else { return .missingMember(position, structure) }
        shape = next.shape
      case (.list(let element, _), .index), (.list(let element, _), .key): shape = element
      case (.map(_, let value, _), .key): shape = value
      default: return .misplaced(position, shape)
      }
    }
    return .shape(shape)
  }

  /// The way to the member with this name that lies the least deep below a structure, through structures only; nil if
  /// there is none.
  public func way(to name: String, below root: Structure) -> [String]? {
    var waiting: [(structure: Structure, way: [String])] = [(root, [])]
    var seen: Set<String> = [root.name]
    var next = 0
    while next < waiting.count {
      let (structure, way) = waiting[next]
      next += 1
      if !way.isEmpty, structure[name] != nil { return way + [name] }
      for case (let member, .structure(let inner)) in structure.members.map({ ($0.name, $0.shape) })
      where seen.insert(inner).inserted {
        if let structure = self.structure(inner) { waiting.append((structure, way + [member])) }
      }
    }
    return nil
  }
}
