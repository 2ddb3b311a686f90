import Repository
import SourceText
import Syntax
import Testing
import Workflows

@testable import CommandLineTool

/// The schema of the States Language, read back: what a validator would stumble over, and what is missing.
@Suite struct SchemaTests {
  private let tree: SyntaxTree

  init() throws {
    let output = InMemorySink()
    let run = Invocation(
      arguments: ["schema", "asl"], environment: { _ in nil }, output: output, errors: InMemorySink(),
      files: InMemoryFileSystem(texts: [:]), writer: InMemoryFileWriter(), rules: { [] })
    try #require(CommandLineTool.run(run) == .clean)
    tree = SyntaxTree.read(SourceFile(path: "asl.schema.json", text: output.text), as: .json)
  }

  private var root: NodeID { NodeID(0) }

  private func definition(_ name: String) -> NodeID? {
    tree.value(root, "$defs").flatMap { definitions in
      tree.members(definitions).first { tree.text($0.key) == name }?.value
    }
  }

  private func names(_ node: NodeID?) -> [String] {
    node.map { node in tree.members(node).map { tree.text($0.key) } } ?? []
  }

  private func texts(_ node: NodeID?) -> [String] {
    node.map { node in tree.elements(node).map { tree.text($0) } } ?? []
  }

  /// All schemas in a schema, itself included.
  private func schemas(in schema: NodeID) -> [NodeID] {
    var result = [schema]
    for (key, value) in tree.members(schema) {
      switch tree.text(key) {
      case "properties", "$defs": result += tree.members(value).flatMap { schemas(in: $0.value) }
      case "allOf", "anyOf", "oneOf": result += tree.elements(value).flatMap { schemas(in: $0) }
      case "not", "if", "then", "items", "propertyNames": result += schemas(in: value)
      case "additionalProperties" where tree.kind(value) == .object: result += schemas(in: value)
      default: break
      }
    }
    return result
  }

  @Test func isJSONOfTheDraft() throws {
    #expect(tree.defects.isEmpty)
    let draft = try #require(tree.value(root, "$schema"))
    #expect(tree.text(draft) == "https://json-schema.org/draft/2020-12/schema")
  }

  /// The kinds of values that the meta-schema demands of each keyword.
  @Test func keywordsHaveValuesThatTheDraftAllows() {
    let kinds: [String: Set<NodeKind>] = [
      "$schema": [.string], "title": [.string], "description": [.string], "$ref": [.string],
      "$defs": [.object],
      "type": [.string, .array], "properties": [.object], "required": [.array], "enum": [.array],
      "const": [.string, .boolean], "pattern": [.string], "minItems": [.number], "minProperties": [.number],
      "maxLength": [.number], "minimum": [.number], "maximum": [.number],
      "additionalProperties": [.boolean, .object], "propertyNames": [.object],
      "items": [.object], "allOf": [.array], "anyOf": [.array], "oneOf": [.array], "not": [.object],
      "if": [.object], "then": [.object],
    ]
    let all = schemas(in: root)
    #expect(all.count > 300)
    for schema in all {
      #expect(tree.kind(schema) == .object)
      for (key, value) in tree.members(schema) {
        let allowed = kinds[tree.text(key)]
        #expect(allowed?.contains(tree.kind(value)) == true, "\(tree.text(key))")
        if tree.kind(value) == .array { #expect(tree.count(value) > 0, "\(tree.text(key))") }
      }
    }
    let types = all.compactMap { tree.value($0, "type") }
    let named = types.flatMap { tree.kind($0) == .string ? [tree.text($0)] : texts($0) }
    #expect(Set(named).isSubset(of: ["object", "array", "string", "number", "integer", "boolean", "null"]))
  }

  @Test func everyReferenceLeadsToADefinitionAndEveryDefinitionIsUsed() {
    let references = schemas(in: root).compactMap { tree.value($0, "$ref").map { tree.text($0) } }
    let definitions = names(tree.value(root, "$defs")).map { "#/$defs/\($0)" }
    #expect(Set(references) == Set(definitions))
    #expect(Set(definitions).count == definitions.count)
  }

  @Test(arguments: ObjectKind.allCases.filter { $0 != .untypedState && $0 != .credentials })
  func objectHasTheFieldsOfTheTable(_ kind: ObjectKind) throws {
    let schema = try #require(definition("\(kind)"))
    #expect(names(tree.value(schema, "properties")).sorted() == FieldTable[kind].map(\.field.name).sorted())
    #expect(
      texts(tree.value(schema, "required")).sorted()
        == FieldTable.required(in: kind).fields.map(\.name).sorted())
    let isClosed = tree.value(schema, "additionalProperties").map { tree.boolean($0) == false }
    #expect(isClosed == true)
  }

  /// A field that holds an object of the language says which; only what is free says `object`.
  @Test func objectsOfTheLanguageAreDescribed() throws {
    let plain = ObjectKind.allCases.filter { $0 != .untypedState }.flatMap { kind in
      FieldTable[kind].filter { specification in
        guard case .object = specification.value, let schema = definition("\(kind)"),
          let properties = tree.value(schema, "properties"),
          let property = tree.members(properties).first(where: {
            tree.text($0.key) == specification.field.name
          })
        else { return false }
        return tree.value(property.value, "$ref") == nil
      }
    }
    #expect(plain.map(\.field.name) == [])
  }
}
