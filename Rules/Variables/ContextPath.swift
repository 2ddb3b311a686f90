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
    guard tree.withText(site.value, { mayReadContext($0, site.kind) }), !machine.hasSubstitution(site.value)
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

private func mayReadContext(_ text: UnsafeBufferPointer<UInt8>, _ kind: ExpressionSite.Kind) -> Bool {
  switch kind {
  case .jsonata: text.contains("context")
  case .resultPath, .unevaluable, .templateText, .jsonataText, .undelimitedText: false
  case .path, .referencePath, .comparison: text.begins(with: "$$")
  case .templateValue, .textPath: text.contains("$$")
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func contains(_ part: StaticString) -> Bool {
    let part = part.utf8Buffer
    guard let first = part.first, count >= part.count else { return false }
    for start in 0...(count - part.count) where self[start] == first {
      if self[start..<start + part.count].elementsEqual(part) { return true }
    }
    return false
  }
}
