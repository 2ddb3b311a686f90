import Linting

let invalidImageURI = Rule(
  "invalid-image-uri", .fails, since: "0.1",
  summary: "The address of a container image can name one.",
  rationale: """
    A job starts by pulling its image, and with an address that no registry can have it ends there, minutes \
    after the pipeline was started. Only addresses that are written out are judged.
    """,
  bad: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "Train", "Type": "Training", "Arguments": { "AlgorithmSpecification": {
          "TrainingImage": «"https://123456789012.dkr.ecr.eu-west-1.amazonaws.com/train:1"» } } },
        { "Name": "Test", "Type": "Processing", "Arguments": { "AppSpecification": {
          "ImageUri": «"12345678901.dkr.ecr.eu-west-1.amazonaws.com/test:1"» } } },
        { "Name": "Serve", "Type": "Model", "Arguments": { "PrimaryContainer": { "Image": «"Serve:1"» } } } ] }
      """)
  ],
  good: [
    .pipeline(
      """
      { "Version": "2020-12-01", "Steps": [
        { "Name": "Train", "Type": "Training", "Arguments": { "AlgorithmSpecification": {
          "TrainingImage": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/train:1" } } },
        { "Name": "Test", "Type": "Processing", "Arguments": { "AppSpecification": {
          "ImageUri": "registry.internal:5000/team/test" } } },
        { "Name": "Serve", "Type": "Model", "Arguments": { "PrimaryContainer": { "Image": "serve:1" } } } ] }
      """)
  ]
).pipeline { subject, report in
  for literal in subject.arguments.literals where literal.kind == .image {
    let text = subject.tree.text(literal.node)
    guard let problem = ImageReference(text).problem else { continue }
    report(
      literal.node, "\(quoted(text)) \(problem.phrase).", help: problem.help,
      certainty: problem.isSure ? .certain : .likely)
  }
}

extension ImageReference.Problem {
  fileprivate var phrase: String {
    switch self {
    case .scheme: "begins as the address of a page, not as that of an image"
    case .blank: "has a blank in it, which no image has"
    case .account: "names a registry of an account that cannot be: accounts have twelve digits"
    case .noRepository: "names a registry, but no image in it"
    case .upperCase: "has upper-case letters, which the names of images have not"
    case .tag: "has a tag that cannot be"
    case .digest: "has a digest that cannot be: \"sha256:\" is followed by 64 digits"
    }
  }

  fileprivate var help: String? {
    switch self {
    case .scheme: "Leave out what is before the host."
    case .tag: "A tag has up to 128 letters, digits, dots, dashes and underscores."
    case .blank, .account, .noRepository, .upperCase, .digest: nil
    }
  }

  /// Whether no registry could make something of it.
  fileprivate var isSure: Bool {
    switch self {
    case .scheme, .blank, .account: true
    case .noRepository, .upperCase, .tag, .digest: false
    }
  }
}
