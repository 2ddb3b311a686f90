public import Discovery

/// One workflow that a template declares.
public struct TemplateRow: Sendable {
  /// What the template says of it.
  public let use: DefinitionUse
  /// Where its definition stands, if that is another file.
  public let link: DefinitionLink?
  /// Its definition, if there is one that can be read.
  public let definition: Definition?

  /// The name in quotes, shortened if it is very long.
  public var quotedName: String {
    use.name.utf8.count <= 80 ? "\"\(use.name)\"" : "\"\(use.name.prefix(60))…\""
  }
}

extension Document {
  /// What the file declares as a template: none if it is none.
  var templateRows: [TemplateRow] {
    let here = definitions.flatMap { definition in
      definition.uses.filter { $0.source === source }.map { use in
        TemplateRow(use: use, link: nil, definition: definition)
      }
    }
    let elsewhere = links.filter { $0.isReached || !$0.mayStartElsewhere }.map { link in
      var definition: Definition?
      if case .reached(let found) = link.target, found.count == 1 { definition = found.first }
      return TemplateRow(use: link.use, link: link, definition: definition)
    }
    return here + elsewhere
  }
}
