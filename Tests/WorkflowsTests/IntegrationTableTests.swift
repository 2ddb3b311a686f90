import Testing
import Workflows

@Suite struct IntegrationTableTests {
  private func integration(_ name: String) -> Integration? {
    var text = "arn:aws:states:::\(name)"
    return text.withUTF8(ResourceARN.init).integration
  }

  @Test func everyRowIsFoundByItsName() {
    for service in Integration.services {
      for api in service.apis {
        let name = "\(service.prefix):\(api.name)"
        #expect(integration(name)?.name == name)
        #expect(api.patterns.contains(.requestResponse))
        #expect(api.patterns.isDisjoint(with: service.refusedPatterns), "\(name)")
        #expect(api.required.allSatisfy { !$0.names.isEmpty })
      }
    }
  }

  @Test func namesAreSpeltAsResourcesSpellThem() {
    let prefixes = Integration.services.map { "\($0.prefix)" }
    #expect(Set(prefixes).count == prefixes.count)
    for service in Integration.services {
      let names = service.apis.map { "\($0.name)" }
      #expect(Set(names).count == names.count)
      #expect(names.allSatisfy { $0.first?.isLowercase == true })
      #expect("\(service.prefix)".allSatisfy { $0.isLowercase || $0 == "-" })
      for parameter in service.apis.flatMap(\.required).flatMap(\.names) {
        #expect("\(parameter)".first?.isUppercase == true)
      }
    }
  }

  /// The error names that the Developer Guide's pages and recorded executions show, and what AWS checks.
  @Test func knownFacts() throws {
    let dynamoDB = try #require(Integration.service("dynamodb"))
    #expect(dynamoDB.errorPrefix.map { "\($0)" } == "DynamoDB")
    #expect(dynamoDB.sdkErrorPrefix.map { "\($0)" } == "DynamoDb")
    #expect(integration("states:startExecution")?.api.patterns == Set(IntegrationPattern.allCases))
    #expect(integration("sns:publish")?.api.required.map(\.isCheckedAtCreation) == [true, false])
    let withSecondSync = Integration.services.filter { $0.apis.contains { $0.patterns.contains(.sync2) } }
    #expect(withSecondSync.map { "\($0.prefix)" } == ["states"])
  }
}
