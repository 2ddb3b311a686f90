import Expressions
import SourceText
import Syntax
import TestSupport

/// A line of one of the collected files about JSONata.
struct JSONataCase: CustomStringConvertible {
  let tree: SyntaxTree
  let id: String
  let expression: String

  private init(_ line: String) {
    tree = SyntaxTree.read(SourceFile(path: "case", text: line), as: .json)
    id = tree.value(tree.roots[0], "id").map(tree.text) ?? ""
    expression = tree.value(tree.roots[0], "expr").map(tree.text) ?? ""
  }

  static func all(of file: String) throws -> [JSONataCase] {
    try TestFiles.text(SharedCorpus.path("expressions/\(file)")).split(separator: "\n").map {
      JSONataCase(String($0))
    }
  }

  var description: String { "\(id): \(expression)" }

  subscript(name: StaticString) -> NodeID? { tree.value(tree.roots[0], name) }

  /// What the reference parser says of the expression.
  var verdict: Verdict? {
    guard let verdict = self["parse_2.0.6"], let isOK = tree.value(verdict, "ok") else { return nil }
    func integer(_ name: StaticString) -> Int? { tree.value(verdict, name).flatMap(tree.integer) }
    return Verdict(
      code: tree.boolean(isOK) == true ? nil : tree.value(verdict, "code").map(tree.text),
      position: integer("position"), start: integer("token_start"))
  }

  struct Verdict {
    /// Nil if the expression is right.
    let code: String?
    /// In UTF-16 code units: where the reference places the error, and where the token begins that it is
    /// about.
    let position: Int?
    let start: Int?
  }

  func parse() -> Result<JSONataExpression, JSONataError> {
    do throws(JSONataError) {
      return .success(try JSONataExpression.parse(Array(expression.utf8)))
    } catch {
      return .failure(error)
    }
  }

  /// The UTF-16 offset of each byte of the expression, and of its end.
  var utf16Offsets: [Int] {
    var result: [Int] = []
    var offset = 0
    for scalar in expression.unicodeScalars {
      result += Array(repeating: offset, count: UTF8.width(scalar))
      offset += UTF16.width(scalar)
    }
    return result + [offset]
  }
}
