extension LintReport {
  /// Which files hold which workflows: a line for each file.
  public var fileList: String {
    files.reduce(into: "") { text, file in
      let workflows = file.workflows.map(\.printable).joined(separator: ", ")
      text += "\(file.path.printable): \(workflows.isEmpty ? "nothing that can be read" : workflows)\n"
    }
  }
}
