import Configuration

/// A configuration to begin with: each setting with what it does and a sample, all of it as comments.
enum ConfigurationTemplate {
  static var text: String {
    let head = """
      # The configuration of Stateline. Paths and patterns start from this folder.
      # "stateline rules" lists the rules, "stateline schema config" prints a JSON Schema of this file.

      """
    return Setting.allCases.reduce(head) { text, setting in
      text + "\n# \(setting.summary)\n" + commented("\(setting.rawValue):\(sample(of: setting))")
    }
  }

  private static func commented(_ text: String) -> String {
    text.split(separator: "\n").reduce(into: "") { $0 += "# \($1)\n" }
  }

  private static func sample(of setting: Setting) -> String {
    switch setting {
    case .rules:
      """

        missing-catch: error        # off, note, warning, error or default
        advice: off                 # all rules of a category

      """
    case .paths: " [ flows ]"
    case .exclude: " [ \"legacy/\", \"*.draft.asl.json\" ]"
    case .overrides:
      """

        - files: "examples/"
          rules: { missing-catch: off }
          machine-type: express

      """
    case .machineTypes:
      """

        "flows/express/": express   # or standard

      """
    case .failOn: " warning                # error, warning, note or never"
    case .ignore:
      """

        - rule: missing-catch
          path: flows/order.asl.json
          at: /States/Charge
          reason: A person looks into these the same day.
          until: 2030-12-31

      """
    }
  }
}
