import Expressions
public import SourceText
import Syntax
public import Workflows

/// A place that reads a workflow variable.
public struct VariableRead: Sendable {
  public let state: StateID
  public let site: ExpressionSite
  /// Without `$`.
  public let name: String
  /// The variable with its `$`, in bytes of the decoded text of the site's value.
  public let range: ByteRange
}

extension Subject {
  /// The reads of workflow variables, one for each name in an expression, in order of the sites. `$states`, functions
  /// and variables that expressions bind are none.
  ///
  /// Texts that something is filled into are left out, since that may bind anything.
  func findVariableReads() -> [VariableRead] {
    var reads: [VariableRead] = []
    for site in expressionSites {
      guard let state = site.state, site.traits.contains(.mayReadVariable),
        !machine.hasSubstitution(site.value)
      else { continue }
      for (name, range) in variables(in: site) {
        reads.append(VariableRead(state: state, site: site, name: name, range: range))
      }
    }
    return reads
  }

  private func variables(in site: ExpressionSite) -> [(name: String, range: ByteRange)] {
    var result: [(name: String, range: ByteRange)] = []
    var names: Set<String> = []
    func add(_ name: String, _ range: ByteRange) {
      if names.insert(name).inserted { result.append((name, range)) }
    }
    switch site.kind {
    case .path, .referencePath, .comparison:
      let path = tree.withText(site.value) { Path.parse($0) }
      if let name = name(of: path, in: site) { add(name, path.rootRange) }
    case .templateValue, .textPath:
      for path in templateValue(site).paths {
        if let name = name(of: path, in: site) { add(name, path.rootRange) }
      }
    case .jsonata:
      guard case .expression(let expression, let uses) = jsonata(site) else { break }
      for read in uses.variables where !read.isCallee && read.name != VariableName.reserved {
        // A function that is handed on, if nobody has taken its name for a variable.
        if JSONataFunction.named(read.name) != nil, assignments.index(of: read.name) == nil { continue }
        add(read.name, JSONataReading.range(expression.range(read.node)))
      }
    case .resultPath, .unevaluable, .templateText, .jsonataText, .undelimitedText: break
    }
    return result
  }

  private func name(of path: Path, in site: ExpressionSite) -> String? {
    guard let variable = path.variable else { return nil }
    return tree.withText(site.value) { variable.text(in: $0) }
  }
}
