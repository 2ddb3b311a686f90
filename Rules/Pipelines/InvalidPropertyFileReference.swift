import Linting

let invalidPropertyFileReference = Rule(
  "invalid-property-file-reference", .refused, since: "0.1", predicts: "ValidationException",
  summary: "A property file is one that a Processing step declares, read by Std:JsonGet.",
  rationale: """
    Steps.STEP.PropertyFiles.FILE stands for a file, not for a value: only the PropertyFile of a Std:JsonGet \
    can name it, and its Path says which value is meant. The SageMaker Python SDK refuses a file that the \
    step does not declare, and a step that is not of type Processing.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "Eval", "Type": "Processing", "Arguments": {}, "PropertyFiles": [
          { "PropertyFileName": "Report", "OutputName": "o", "FilePath": "r.json" } ] },
        { "Name": "Use", "Type": "Lambda", "FunctionArn": "f", "Arguments": { "x": { "Std:JsonGet": {
          "PropertyFile": { "Get": "Steps.Eval.PropertyFiles.«Reports»" }, "Path": "x" } } } } ] }
      """,
      fixed: """
        { "Version": "2020-12-01", "Steps": [
          { "Name": "Eval", "Type": "Processing", "Arguments": {}, "PropertyFiles": [
            { "PropertyFileName": "Report", "OutputName": "o", "FilePath": "r.json" } ] },
          { "Name": "Use", "Type": "Lambda", "FunctionArn": "f", "Arguments": { "x": { "Std:JsonGet": {
            "PropertyFile": { "Get": "Steps.Eval.PropertyFiles.Report" }, "Path": "x" } } } } ] }
        """),
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "Eval", "Type": "Processing", "Arguments": {}, "PropertyFiles": [
          { "PropertyFileName": "Report", "OutputName": "o", "FilePath": "r.json" } ] },
        { "Name": "Use", "Type": "Lambda", "FunctionArn": "f", "Arguments": {
          "a": { "Get": «"Steps.Eval.PropertyFiles.Report"» },
          "b": { "Std:JsonGet": {
            "PropertyFile": { "Get": «"Steps.Use.PropertyFiles.Report"» }, "Path": "x" } } } } ] }
      """),
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "Eval", "Type": "Processing", "Arguments": {}, "PropertyFiles": [
          { "PropertyFileName": "Report", "OutputName": "o", "FilePath": "r.json" } ] },
        { "Name": "Use", "Type": "Lambda", "FunctionArn": "f", "Arguments": {
          "x": { "Std:JsonGet": { "PropertyFile": { "Get": "Steps.Eval.PropertyFiles.Report" },
            "Path": "x" } } } } ] }
      """)
  ]
).reference { row, subject, report in
  guard let reference = row.reference, reference.problem == nil, case .step(let target) = row.target else {
    return
  }
  let isFile = reference.member(0).map { subject.text($0, in: row.text) == "PropertyFiles" } ?? false
  let step = subject.pipeline[target]
  let name = subject.pipeline.quotedName(target)
  // The rest of what may be wrong with these is reported elsewhere.
  guard isFile || row.place == .propertyFile, step.type != .fail, step.type != .unknown else { return }
  guard row.place == .propertyFile else {
    report(
      row.text, "A property file is no value: only the PropertyFile of a Std:JsonGet can name it.",
      help: "Write { \"Std:JsonGet\": { \"PropertyFile\": { \"Get\": … }, \"Path\": … } }.")
    return
  }
  guard step.type == .processing else {
    report(row.text, "Step \(name) is \(step.type.phrase): only Processing steps have property files.")
    return
  }
  guard isFile, let file = reference.member(1), reference.segments.count == 2 else {
    report(row.text, "A property file is called Steps.STEP.PropertyFiles.FILE, not this.")
    return
  }
  check(file, of: step, row, subject, &report)
}

private func check(
  _ file: ByteRange, of step: Step, _ row: ReferenceRow, _ subject: PipelineSubject, _ report: inout Report
) {
  let files = subject.pipeline.propertyFiles(of: step)
  let list = subject.pipeline.value(.propertyFiles, of: step)
  let isKnown = list.map { subject.tree.count($0) == files.count && subject.tree.kind($0) == .array } ?? true
  let name = subject.text(file, in: row.text)
  // A step has a few files: far beyond what anybody writes, comparing with each would be slow.
  guard isKnown, files.count < maximumFiles, files.allSatisfy({ $0.name != nil }) else { return }
  let names = files.compactMap { $0.name.map(subject.tree.text) }
  guard !names.contains(name) else { return }
  let suggestion = Spelling.suggestion(for: name, in: names)
  report(
    row.text, at: subject.tree.sourceRange(row.text, file),
    "Step \(subject.pipeline.quotedName(step.id)) declares no property file \(quoted(name)).",
    help: didYouMean(suggestion?.name)
      ?? (names.isEmpty ? "It declares none." : "It declares \(listed(names.prefix(20).map(quoted)))."),
    fix: subject.respelling(file, of: row.text, as: suggestion))
}

private let maximumFiles = 100
