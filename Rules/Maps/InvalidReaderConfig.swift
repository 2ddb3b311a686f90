import Linting

let invalidReaderConfig = Rule(
  "invalid-reader-config", .refused, since: "0.1", predicts: "SCHEMA_VALIDATION_FAILED",
  summary: "A ReaderConfig describes one kind of data, and all that is needed to read it.",
  rationale: """
    CSVHeaderLocation, CSVHeaders and CSVDelimiter describe CSV files ("The field 'CSVHeaderLocation' is required"), \
    ItemsPointer a JSON file, ManifestType a list of files, and LOAD_AND_FLATTEN what to do with the objects that \
    s3:listObjectsV2 finds.
    """,
  bad: [
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ItemReader": {
      "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "InputType": «"CSV"» },
      "Parameters": { "Bucket": "b", "Key": "k" } },
      "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
        "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ItemReader": {
      "Resource": "arn:aws:states:::s3:getObject",
      "ReaderConfig": { "InputType": ‹"JSON"›, «"CSVHeaderLocation"»: "GIVEN", "CSVHeaders": [ "id" ] },
      "Parameters": { "Bucket": "b", "Key": "k" } },
      "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
        "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ItemReader": {
      "Resource": "arn:aws:states:::s3:getObject",
      "ReaderConfig": { "InputType": ‹"CSV"›, "CSVHeaderLocation": «"GIVEN"», «"ItemsPointer"»: "/rows" },
      "Parameters": { "Bucket": "b", "Key": "k" } },
      "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
        "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ItemReader": {
      "Resource": "arn:aws:states:::s3:getObject",
      "ReaderConfig": { "ManifestType": ‹"S3_INVENTORY"›, "InputType": «"PARQUET"» },
      "Parameters": { "Bucket": "b", "Key": "k" } },
      "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
        "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ItemReader": {
      "Resource": "arn:aws:states:::s3:listObjectsV2",
      "ReaderConfig": { "Transformation": «"LOAD_AND_FLATTEN"» }, "Parameters": { "Bucket": "b" } },
      "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
        "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
  ],
  good: [
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ItemReader": {
      "Resource": "arn:aws:states:::s3:getObject",
      "ReaderConfig": { "InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": [ "id" ],
        "CSVDelimiter": "PIPE" },
      "Parameters": { "Bucket": "b", "Key": "k" } },
      "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
        "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ItemReader": {
      "Resource": "arn:aws:states:::s3:listObjectsV2",
      "ReaderConfig": { "Transformation": "LOAD_AND_FLATTEN", "InputType": "JSON", "ItemsPointer": "/rows" },
      "Parameters": { "Bucket": "b" } },
      "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
        "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
    """
    { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ItemReader": {
      "Resource": "arn:aws:states:::s3:getObject",
      "ReaderConfig": { "InputType": "${Type}", "CSVHeaderLocation": "FIRST_ROW" },
      "Parameters": { "Bucket": "b", "Key": "k" } },
      "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
        "StartAt": "A", "States": { "A": { "Type": "Succeed" } } } } } }
    """,
  ]
).object(.readerConfig) { object, subject, report in
  // A misspelt field may be what would be missed.
  guard !object.fields.present.contains(.unknown) else { return }
  let config = ReaderConfig(object, subject)
  config.checkHeaders(&report)
  config.checkFieldsOfOtherTypes(&report)
  config.checkManifest(&report)
  config.checkTransformation(&report)
}

/// What the rules about one field beside another ask for. Those that were measured are certain; the others are what
/// the Developer Guide says.
private struct ReaderConfig {
  private let object: ObjectRow
  private let subject: Subject
  /// Nil if there is none, or none of the known ones.
  private let inputType: String?

  init(_ object: ObjectRow, _ subject: Subject) {
    self.object = object
    self.subject = subject
    inputType = option(.inputType, of: object, subject)
  }

  private func has(_ field: Field) -> Bool { object.fields.present.contains(field) }
  private func value(_ field: Field) -> NodeID? { subject.machine.value(field, of: object) }

  private func places(_ field: Field, _ phrase: String) -> [RelatedPlace] {
    value(field).map { [RelatedPlace(phrase, at: subject.tree.range($0))] } ?? []
  }

  func checkHeaders(_ report: inout Report) {
    if inputType == "CSV", !has(.csvHeaderLocation), !has(.manifestType), let place = value(.inputType) {
      report(
        place, "A CSV file needs \"CSVHeaderLocation\".",
        help: "Add \"CSVHeaderLocation\": \"FIRST_ROW\", or \"GIVEN\" with the names in \"CSVHeaders\".",
        certainty: has(.transformation) ? .likely : .certain)
    }
    if option(.csvHeaderLocation, of: object, subject) == "GIVEN", !has(.csvHeaders), isCSV,
      let place = value(.csvHeaderLocation)
    {
      report(
        place, "\"CSVHeaderLocation\" is \"GIVEN\", but there is no \"CSVHeaders\".",
        help: "Add \"CSVHeaders\" with a list of names, or write \"FIRST_ROW\".")
    }
  }

  /// Whether fields about CSV are in their place, as far as is known.
  private var isCSV: Bool { inputType == nil || inputType == "CSV" || inputType == "MANIFEST" }

  func checkFieldsOfOtherTypes(_ report: inout Report) {
    guard let inputType else { return }
    let rows = subject.machine.fields(of: object).filter { fieldsOfCSV.contains($0.field) }
    if !isCSV, let first = rows.first {
      let names = rows.map { quoted($0.field.name) }
      report(
        first.key,
        "\(listed(names)) \(rows.count == 1 ? "is" : "are") for CSV, but the input type is \(inputType).",
        help: "Remove \(rows.count == 1 ? "it" : "them"), or write \"InputType\": \"CSV\".",
        related: places(.inputType, "the input type"),
        certainty: inputType == "JSON" && has(.csvHeaderLocation) ? .certain : .likely)
    }
    if inputType != "JSON", let pointer = subject.machine.row(.itemsPointer, of: object) {
      report(
        pointer.key, "\"ItemsPointer\" leads into a JSON file, but the input type is \(inputType).",
        help: "Remove it, or write \"InputType\": \"JSON\".", related: places(.inputType, "the input type"),
        certainty: .likely)
    }
  }

  func checkManifest(_ report: inout Report) {
    guard let manifest = value(.manifestType) else { return }
    switch option(.manifestType, of: object, subject) {
    case "S3_INVENTORY":
      guard let type = value(.inputType), subject.machine.isLiteralString(type) else { return }
      report(
        type, "An S3 inventory takes no \"InputType\": it is read as CSV.", help: "Remove \"InputType\".",
        related: places(.manifestType, "the kind of manifest"), certainty: .likely)
    case "ATHENA_DATA" where !has(.inputType):
      report(
        manifest, "Data of Athena needs an \"InputType\".", help: "Add CSV, JSONL or PARQUET.",
        certainty: .likely)
    case "ATHENA_DATA" where inputType == "JSON" || inputType == "MANIFEST":
      guard let type = value(.inputType) else { return }
      report(
        type, "Data of Athena is CSV, JSONL or PARQUET.",
        related: places(.manifestType, "the kind of manifest"), certainty: .likely)
    default: return
    }
  }

  func checkTransformation(_ report: inout Report) {
    guard option(.transformation, of: object, subject) == "LOAD_AND_FLATTEN",
      let transformation = value(.transformation)
    else { return }
    if !has(.inputType) {
      report(
        transformation, "LOAD_AND_FLATTEN needs an \"InputType\": the type of the files that it loads.",
        help: "Add CSV, JSON, JSONL or PARQUET.", certainty: .likely)
    } else if let resource = resource, subject.tree.text(resource).hasSuffix(":s3:getObject") {
      report(
        transformation, "LOAD_AND_FLATTEN loads the objects that a listing finds, but this reads one object.",
        help: "Read with \"arn:aws:states:::s3:listObjectsV2\", or remove the transformation.",
        related: [RelatedPlace("what is read", at: subject.tree.range(resource))], certainty: .likely)
    }
  }

  private var resource: NodeID? {
    guard let state = object.state,
      let reader = subject.machine.value(.itemReader, of: subject.machine[state])
    else { return nil }
    return subject.tree.value(reader, "Resource")
  }
}

private let fieldsOfCSV: FieldSet = [.csvHeaderLocation, .csvHeaders, .csvDelimiter]

/// What a field says that takes one of a few words; nil if it is none of them.
private func option(_ field: Field, of object: ObjectRow, _ subject: Subject) -> String? {
  guard let value = subject.machine.value(field, of: object), subject.tree.kind(value) == .string else {
    return nil
  }
  let option = FieldTable.options(field, in: object.kind)?.texts.first { subject.tree.text(value, is: $0) }
  return option.map { "\($0)" }
}
