public import Workflows

extension Subject {
  /// An unknown field that was probably meant to be one of these: then that is the fault, and not that they are absent.
  ///
  /// Costs next to nothing where all fields are known.
  public func misspelling(of meant: [Field], in owner: some HasFields) -> FieldRow? {
    guard owner.fields.present.contains(.unknown) else { return nil }
    let names = meant.map(\.name)
    return machine.fields(of: owner).first { row in
      row.field == .unknown && Spelling.closest(to: tree.text(row.key), in: names) != nil
    }
  }
}
