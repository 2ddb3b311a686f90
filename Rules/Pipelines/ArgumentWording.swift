import Linting

extension StepType {
  /// Whether steps of this type are old enough that something new in them would be a surprise.
  var isSettled: Bool {
    switch self {
    case .condition, .fail, .lambda, .callback, .training, .processing, .transform, .tuning, .autoML, .model,
      .registerModel, .clarifyCheck, .qualityCheck, .emr:
      true
    default: false
    }
  }
}

extension PipelineSubject {
  /// What an argument is called at the beginning of a sentence: `"Tags"`, `An entry of "Tags"`.
  func subject(of place: ArgumentMismatch.Place) -> String {
    guard let name = place.name else { return "\"Arguments\"" }
    return (place.isElement ? "An entry of " : "") + quoted(tree.text(name))
  }

  /// How sure a difference is that an old API model makes no less so.
  func certainty(of mismatch: ArgumentMismatch) -> Certainty {
    pipeline[mismatch.step].type.isSettled ? .certain : .likely
  }
}

extension ServiceModel {
  /// How old what we know is, as help.
  static var edition: String { "Stateline knows the API as of botocore \(version)." }
}

extension Shape {
  var phrase: String {
    switch self {
    case .string, .enumeration, .blob: "a string"
    case .timestamp: "a time"
    case .integer: "a whole number"
    case .number: "a number"
    case .boolean: "true or false"
    case .list: "a list"
    case .map, .structure: "an object"
    case .document: "any value"
    }
  }
}
