extension LintReport {
  /// Which files hold which workflows: a line for each file.
  public var fileList: String {
    files.reduce(into: "") { text, file in
      var parts = file.workflows.map(\.printable)
      if !file.references.isEmpty {
        parts.append("refers to " + file.references.map(\.printable).joined(separator: ", "))
      }
      let content = parts.isEmpty ? "nothing that can be read" : parts.joined(separator: ", ")
      text += "\(file.path.printable): \(content)\n"
    }
  }
}
