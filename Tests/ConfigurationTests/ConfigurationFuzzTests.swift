import Configuration
import Linting
import SourceText
import TestSupport
import Testing

/// Configurations and baselines that are broken at random: whatever comes out, it comes soon and is placed in the file.
@Suite struct ConfigurationFuzzTests {
  private static let snippets = [
    "rules: { alpha: off, risky: note }\nfail-on: note\n",
    "paths: [a, b/]\nexclude: ['*.x', '!y', 'a[b-c]/']\n",
    "overrides:\n  - files: [\"**/a\"]\n    rules: { alpha: error }\n    machine-type: express\n",
    "machine-types:\n  \"*.json\": standard\n  a/b: express\n",
    "ignore:\n  - { rule: [alpha], path: x, at: /States/A, reason: r, until: 2026-12-31 }\n",
    "rules:\n  mine: { given: state, then: { field: name } }\n", "&a rules: &b { <<: *b, alpha: !t off }\n",
    #"{ "version": 1, "findings": [ { "fingerprint": "00", "file": "a" }, { "rule": 3 } ] }"#,
  ]
  private static let tokens = [
    "\n", "  ", "- ", ": ", "{", "}", "[", "]", "'", "\"", "#", "!", "&a ", "*a", "off", "null", "1", "---\n",
    "**", "\\", "é", "\0", "\u{FEFF}", "alpha", "rules", "2026-02-30", ",",
  ]
  private static let rules = [
    Rule("alpha", .risky, since: "0.1", summary: "", rationale: "", bad: [], good: [])
      .syntaxDefect(.invalidYAML, .duplicateKey, .unexpectedEnd, .unexpectedCharacter) { defect, _, report in
        report(range: defect.range, "broken")
      }
  ]

  @Test(arguments: 0..<16)
  func brokenTextsAreRead(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    for _ in 0..<150 {
      let bytes = Self.brokenText(&random)
      let path = Bool.random(using: &random) ? "stateline.yaml" : "stateline.json"
      let source = SourceFile(path: path, bytes: bytes)
      let duration = ContinuousClock().measure {
        let configuration = ConfigurationReader(rules: Self.rules, topics: ["flow": ["alpha"]]).read(source)
        let baseline = Baseline(source, rules: Self.rules, limits: Limits())
        for diagnostic in configuration.diagnostics + baseline.diagnostics {
          #expect(source.range.contains(diagnostic.range), "\(bytes)")
        }
        for path in ["a", "a/b/c.json", ""] {
          let settings = configuration.settings(for: path)
          for rule in Self.rules { _ = configuration.level(of: rule, in: settings) }
          _ = configuration.exclude?.match(path, isFolder: true)
        }
      }
      #expect(duration < .seconds(2), "\(bytes)")
    }
  }

  private static func brokenText(_ random: inout SplitMix64) -> [UInt8] {
    var bytes = Array((snippets.randomElement(using: &random) ?? "").utf8)
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 1...8, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0, 1: bytes.insert(contentsOf: (tokens.randomElement(using: &random) ?? "").utf8, at: place)
      case 2: bytes.removeSubrange(place..<end)
      case 3: bytes.insert(contentsOf: (snippets.randomElement(using: &random) ?? "").utf8, at: place)
      case 4: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
      default: bytes.insert(contentsOf: bytes[place..<end], at: place)
      }
    }
    return bytes
  }
}
