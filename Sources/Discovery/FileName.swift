/// What the name of a file says about it.
struct FileName {
  private let components: [Substring]

  init(_ path: String) {
    let name = path.split(separator: "/").last ?? ""
    components = name.split(separator: ".", omittingEmptySubsequences: false)
  }

  /// In lower case; empty if there is none.
  var lastExtension: String { components.count > 1 ? components[components.count - 1].lowercased() : "" }

  /// `*.asl`, `*.asl.json`, `*.asl.yaml`, `*.asl.yml`: Amazon States Language whatever it holds.
  var isStatesLanguage: Bool {
    if lastExtension == "asl" { return true }
    guard components.count > 2, ["json", "yaml", "yml"].contains(lastExtension) else { return false }
    return components[components.count - 2].lowercased() == "asl"
  }

  /// A file in Terraform's or OpenTofu's own language.
  var isTerraform: Bool { lastExtension == "tf" || lastExtension == "tofu" }

  /// The name without its extensions.
  var stem: String {
    let kept = components.count - (isStatesLanguage && lastExtension != "asl" ? 2 : 1)
    return kept < 1 ? String(components.first ?? "") : components.prefix(kept).joined(separator: ".")
  }
}
