import Portability
import SourceText
import Syntax
import Testing
import Workflows

/// The portability of a machine that consists of these states; the first is where it starts.
func advice(onStates states: String, file: String = "machine.json") throws -> Portability {
  let first = states.split(separator: "\"").dropFirst(states.hasPrefix("\"") ? 0 : 1).first ?? ""
  let text = #"{ "StartAt": "\#(first)", "States": { \#(states) } }"#
  let tree = SyntaxTree.read(SourceFile(path: file, text: text), as: .json)
  #expect(tree.defects.isEmpty)
  return Portability(of: StateMachine(tree, root: try #require(tree.roots.first)))
}

/// The portability of a pipeline that consists of these steps.
func advice(onSteps steps: String, besides: String = "") throws -> Portability {
  let text = #"{ "Version": "2020-12-01", \#(besides) "Steps": [ \#(steps) ] }"#
  let tree = SyntaxTree.read(SourceFile(path: "pipeline.json", text: text), as: .json)
  #expect(tree.defects.isEmpty)
  return Portability(of: Pipeline(tree, root: try #require(tree.roots.first)))
}

/// A Task that leads on, or ends the machine.
func task(_ name: String, _ resource: String, next: String? = nil, _ more: String = "") -> String {
  let way = next.map { #""Next": "\#($0)""# } ?? #""End": true"#
  return #""\#(name)": { "Type": "Task", "Resource": "arn:aws:states:::\#(resource)", \#(more) \#(way) }"#
}

/// A step that waits for another one, if there is one.
func step(_ name: String, _ type: String, after: String? = nil, _ more: String = "") -> String {
  let dependency = after.map { #", "DependsOn": [ "\#($0)" ]"# } ?? ""
  let comma = more.isEmpty ? "" : ", "
  return #"{ "Name": "\#(name)", "Type": "\#(type)", "Arguments": {}\#(dependency)\#(comma)\#(more) }"#
}

extension Portability {
  subscript(name: String) -> Counterpart? { parts.first { $0.name == name }?.counterpart }

  func has(_ kind: Evidence.Kind) -> Bool { evidence.contains { $0.kind == kind } }
}
