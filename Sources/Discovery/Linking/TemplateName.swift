import Repository
import SourceText

/// The names that people give to templates of CloudFormation and its kin: `template.yaml`, `orders.template.json`,
/// `serverless.yml`. Folders have many other files, so a name costs little.
enum TemplateName {
  private static let extensions = FileExtensions(["json", "yaml", "yml", "template"])
  private static let starts: [StaticString] = ["serverless", "sam", "cloudformation", "cfn", "stack", "main"]

  static func matches(_ name: [UInt8]) -> Bool {
    guard extensions.contain(name) else { return false }
    let lowercased = name.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    return lowercased.withUnsafeBufferPointer { name in
      guard name.firstIndex(of: ".asl.") == nil else { return false }
      return name.firstIndex(of: "template") != nil || starts.contains { name.firstIndex(of: $0) == 0 }
    }
  }
}
