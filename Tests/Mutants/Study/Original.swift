import Diagnostics
import Discovery
import Linting
import SourceText
import Syntax
import TestSupport
import Workflows

/// A state machine that AWS accepted, as it was recorded.
struct Original: AcceptedDefinition {
  let id: String
  let document: Document
  let machine: StateMachine
  let machineType: MachineType

  /// Nil if the file holds no definition in JSON, which is what operators edit.
  init?(_ unit: CorpusUnit) throws {
    let source = SourceFile(path: unit.path, bytes: try TestFiles.read(unit.path))
    guard let document = Discovery().document(source, origin: .named), document.tree.notation == .json,
      let machine = document.definitions.first?.workflow.machine
    else { return nil }
    id = unit.id
    self.document = document
    self.machine = machine
    machineType = Self.isExpress(unit) ? .express : .standard
  }

  /// The accepted definitions of the corpus, in the order of its manifest.
  static func all() throws -> [Original] {
    try CorpusUnit.all(kinds: ["g"]).filter { $0.verdict == "valid" }.compactMap(Original.init)
  }

  /// Whether every recorded call that names a type names EXPRESS; most name none, which means STANDARD.
  private static func isExpress(_ unit: CorpusUnit) -> Bool {
    let folder = unit.path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    guard let bytes = try? TestFiles.read("\(folder)/aws-response.json") else { return false }
    let tree = SyntaxTree.read(SourceFile(path: "aws-response.json", bytes: bytes), as: .json)
    guard let runs = tree.value(tree.roots[0], "runs") else { return false }
    let types = tree.elements(runs).compactMap { tree.value($0, "type") }.filter { tree.kind($0) == .string }
    return !types.isEmpty && types.allSatisfy { tree.text($0, is: "EXPRESS") }
  }
}

// MARK: - What operators look for

extension Original {
  /// The states of these types; of all known ones if none is given.
  func states(_ types: StateType..., in language: QueryLanguage? = nil) -> [State] {
    machine.states.filter { state in
      state.type != .unknown && (types.isEmpty || types.contains(state.type))
        && (language == nil || state.language == language)
    }
  }

  func objects(_ kinds: ObjectKind...) -> [ObjectRow] {
    machine.objects.filter { kinds.contains($0.kind) }
  }

  /// The states that may have a field in their language, and do not have it.
  func states(lacking field: Field, in language: QueryLanguage? = nil) -> [State] {
    machine.states.filter { state in
      state.type != .unknown && (language == nil || state.language == language)
        && FieldTable.allowed(in: ObjectKind(state.type), state.language).contains(field)
        && !state.fields.present.contains(field)
    }
  }

  /// The values of a field in all objects that have it.
  func values(of field: Field) -> [NodeID] { machine.objects.compactMap { machine.value(field, of: $0) } }

  func transitions(where isWanted: (Transition.Kind) -> Bool) -> [Transition] {
    machine.transitions.filter { isWanted($0.kind) && $0.target.state != nil }
  }

  /// The places that are read as expressions of these kinds.
  func expressions(_ kinds: ExpressionSite.Kind...) -> [ExpressionSite] {
    machine.expressionSites().filter { kinds.contains($0.kind) }
  }

  /// Whether a Map state starts child workflows instead of looping in its own execution.
  func isDistributed(_ map: State) -> Bool {
    machine.scopes(of: map).contains { scope in
      guard let config = machine.value(.processorConfig, of: scope) else { return false }
      return tree.value(config, "Mode").map { tree.text($0, is: "DISTRIBUTED") } ?? false
    }
  }

  /// Whether the states of a scope run in executions of their own.
  func isInChildWorkflow(_ scope: ScopeID) -> Bool {
    guard let owner = machine[scope].owner.map({ machine[$0] }) else { return false }
    return isDistributed(owner) || isInChildWorkflow(owner.scope)
  }
}
