import Linting

/// A path into the context object: `$$.Execution.Id`, or `$states.context.Execution.Id` in JSONata.
struct ContextPath {
  /// The names from the context object on, up to the first step that is no name.
  let steps: [(name: String, range: ByteRange)]
}

extension Subject {
  /// The paths of an expression into the context object; ranges are of the decoded text. None of a text that something
  /// is filled into.
  func contextPaths(in site: ExpressionSite) -> [ContextPath] {
    guard site.traits.contains(.mayReadContext), !machine.hasSubstitution(site.value)
    else { return [] }
    switch site.kind {
    case .path, .referencePath, .comparison:
      return [tree.withText(site.value) { Path.parse($0) }].compactMap {
        path in contextPath(path, site)
      }
    case .templateValue, .textPath: return templateValue(site).paths.compactMap { contextPath($0, site) }
    case .jsonata:
      guard case .expression(let expression, let uses) = jsonata(site) else { return [] }
      return uses.variables.compactMap { read in
        guard read.name == "states", let first = read.steps.first, expression.name(first, is: "context")
        else {
          return nil
        }
        return ContextPath(
          steps: read.steps.dropFirst().map { step in
            (expression.name(step), JSONataReading.range(expression.range(step)))
          })
      }
    case .resultPath, .unevaluable, .templateText, .jsonataText, .undelimitedText: return []
    }
  }

  private func contextPath(_ path: Path, _ site: ExpressionSite) -> ContextPath? {
    guard path.root == .context else { return nil }
    return tree.withText(site.value) { text in
      ContextPath(
        steps: path.segments.prefix { $0.name != nil }.compactMap { segment in
          segment.name.map { ($0.text(in: text), $0.contents) }
        })
    }
  }
}
