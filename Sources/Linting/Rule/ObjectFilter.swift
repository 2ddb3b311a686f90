public import Workflows

/// Which objects a check wants to see, by kind and query language: so cheap to ask that most are never looked at.
public struct ObjectFilter: Sendable {
  /// What makes an object interesting.
  public enum Condition: Sendable {
    case always, never
    /// One of these fields is there.
    case has(FieldSet)
    /// One of these fields is not there.
    case lacks(FieldSet)
    /// A field that is not one of these is there.
    case hasOther(than: FieldSet)
    /// A value is of an unusual kind: see ``ObjectRow/hasUnusualValue``.
    case hasUnusualValue
  }

  /// One of `present` is there, or one of `absent` is not, or a value is unusual.
  struct Trigger: Sendable {
    let present: FieldSet
    let absent: FieldSet
    let unusualValue: Bool

    @inline(__always)
    func wants(_ object: ObjectRow) -> Bool {
      let there = object.fields.present
      return !there.intersection(present).isEmpty || !absent.subtracting(there).isEmpty
        || unusualValue && object.hasUnusualValue
    }
  }

  /// By ``slot(of:_:)``; nil where no object is wanted.
  let triggers: [Trigger?]

  static let slotCount = ObjectKind.allCases.count * QueryLanguage.allCases.count

  static func slot(of kind: ObjectKind, _ language: QueryLanguage) -> Int {
    Int(kind.rawValue) << 1 | Int(language.rawValue)
  }

  init(_ condition: (ObjectKind, QueryLanguage) -> Condition) {
    triggers = ObjectKind.allCases.flatMap { kind in
      QueryLanguage.allCases.map { language in Trigger(condition(kind, language)) }
    }
  }
}

extension ObjectFilter.Trigger {
  fileprivate init?(_ condition: ObjectFilter.Condition) {
    switch condition {
    case .never: return nil
    // No object has every field.
    case .always: self.init(present: [], absent: .all, unusualValue: false)
    case .has(let fields): self.init(present: fields, absent: [], unusualValue: false)
    case .lacks(let fields): self.init(present: [], absent: fields, unusualValue: false)
    case .hasOther(let fields):
      self.init(present: FieldSet.all.subtracting(fields), absent: [], unusualValue: false)
    case .hasUnusualValue: self.init(present: [], absent: [], unusualValue: true)
    }
    if present.isEmpty, absent.isEmpty, !unusualValue { return nil }
  }
}
