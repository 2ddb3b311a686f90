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

/// A place that reads something of the context object: `$$.Execution.Id`, in JSONata `$states.context.Execution.Id`.
public struct ContextRead: Sendable {
  public let state: StateID
  public let site: ExpressionSite
  /// The names from the context object on, up to the first step that is no name; ranges are of the decoded text.
  public let steps: [(name: String, range: ByteRange)]
}

/// What the expressions of a definition read besides their input. Texts that something is filled into are left out,
/// since that may bind or read anything.
struct ExpressionReads {
  /// One for each name in an expression, in order of the sites. `$states`, functions and variables that expressions bind
  /// are none.
  private(set) var variables: [VariableRead] = []
  private(set) var context: [ContextRead] = []

  init(_ subject: Subject) {
    for site in subject.expressionSites {
      guard let state = site.state, !site.traits.isDisjoint(with: [.mayReadVariable, .mayReadContext]),
        !subject.machine.hasSubstitution(site.value)
      else { continue }
      add(site, state, subject)
    }
  }

  private mutating func add(_ site: ExpressionSite, _ state: StateID, _ subject: Subject) {
    // What stands twice in one expression is reported once.
    var names: Set<String> = []
    switch site.kind {
    case .path, .referencePath, .comparison:
      let path = subject.tree.withText(site.value) { Path.parse($0) }
      add(path, in: site, state, subject.tree, &names)
    case .templateValue, .textPath:
      for path in subject.templateValue(site).paths { add(path, in: site, state, subject.tree, &names) }
    case .jsonata:
      guard case .expression(let parsed) = subject.jsonata(site) else { break }
      add(parsed, in: site, state, subject)
    case .resultPath, .unevaluable, .templateText, .jsonataText, .undelimitedText: break
    }
  }

  private mutating func add(
    _ path: Path, in site: ExpressionSite, _ state: StateID, _ tree: SyntaxTree, _ names: inout Set<String>
  ) {
    switch path.root {
    case .input: break
    case .variable:
      guard let variable = path.variable else { break }
      let name = tree.withText(site.value) { variable.text(in: $0) }
      guard names.insert(name).inserted else { break }
      variables.append(VariableRead(state: state, site: site, name: name, range: path.rootRange))
    case .context:
      let steps = tree.withText(site.value) { text in
        path.segments.prefix { $0.name != nil }.compactMap { segment in
          segment.name.map { (name: $0.text(in: text), range: $0.contents) }
        }
      }
      context.append(ContextRead(state: state, site: site, steps: steps))
    }
  }

  private mutating func add(
    _ parsed: ParsedJSONata, in site: ExpressionSite, _ state: StateID, _ subject: Subject
  ) {
    let (expression, uses) = (parsed.expression, parsed.uses)
    var names: Set<String> = []
    for read in uses.variables where !read.isCallee {
      if expression.name(read.node, is: "states") {
        let steps = uses.steps(of: read)
        guard let first = steps.first, expression.name(first, is: "context") else { continue }
        let names = steps.dropFirst().map { step in
          (name: expression.name(step), range: JSONataReading.range(expression.range(step)))
        }
        context.append(ContextRead(state: state, site: site, steps: names))
        continue
      }
      let name = expression.name(read.node)
      guard uses.variables.count == 1 || names.insert(name).inserted else { continue }
      // A function that is handed on, if nobody has taken its name for a variable.
      if subject.assignments.index(of: name) == nil, expression.function(read.node) != nil { continue }
      variables.append(
        VariableRead(
          state: state, site: site, name: name,
          range: JSONataReading.range(expression.range(read.node))))
    }
  }
}
