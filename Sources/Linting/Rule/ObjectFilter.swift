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

  /// One of `present` is there, or one of `absent` is not.
  fileprivate struct Trigger {
    let present: FieldSet
    let absent: FieldSet
    var unusualValue = false
  }

  /// By kind times two plus language.
  private let triggers: [Trigger]

  init(_ condition: (ObjectKind, QueryLanguage) -> Condition) {
    triggers = ObjectKind.allCases.flatMap { kind in
      QueryLanguage.allCases.map { language in Trigger(condition(kind, language)) }
    }
  }

  @inline(__always)
  func wants(_ object: ObjectRow) -> Bool {
    let trigger = triggers[Int(object.kind.rawValue) << 1 | Int(object.language.rawValue)]
    let present = object.fields.present
    return !present.intersection(trigger.present).isEmpty || !trigger.absent.subtracting(present).isEmpty
      || trigger.unusualValue && object.hasUnusualValue
  }
}

extension ObjectFilter.Trigger {
  fileprivate init(_ condition: ObjectFilter.Condition) {
    switch condition {
    case .never: self.init(present: [], absent: [])
    // No object has every field.
    case .always: self.init(present: [], absent: FieldSet.all)
    case .has(let fields): self.init(present: fields, absent: [])
    case .lacks(let fields): self.init(present: [], absent: fields)
    case .hasOther(let fields): self.init(present: FieldSet.all.subtracting(fields), absent: [])
    case .hasUnusualValue: self.init(present: [], absent: [], unusualValue: true)
    }
  }
}
