// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors in CI only: a newer compiler must not keep anyone from building.
let warnings: [SwiftSetting] =
  Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

let strict: [SwiftSetting] =
  warnings + [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]

func library(_ name: String, path: String? = nil, _ dependencies: Target.Dependency...) -> Target {
  .target(name: name, dependencies: dependencies, path: path, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: Target.Dependency...) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
  name: "stateline",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "stateline", targets: ["stateline"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    library("SourceText"),
    .systemLibrary(name: "CLibYAML", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(
      name: "Syntax", dependencies: ["SourceText", "CLibYAML"], swiftSettings: strict,
      linkerSettings: [
        // Static on Linux, so that the binary runs on machines without libyaml.
        .linkedLibrary(":libyaml.a", .when(platforms: [.linux])),
        .linkedLibrary("yaml", .when(platforms: [.macOS])),
      ]),
    .target(name: "CServiceCatalogue", exclude: ["services"]),
    library("ServiceCatalogue", "CServiceCatalogue"),
    library("Workflows", "SourceText", "Syntax", "Expressions"),
    library("Expressions", "SourceText"),
    library("Flow", "Workflows", "ServiceCatalogue"),
    library("Portability", "SourceText", "Syntax", "Expressions", "Workflows", "Flow"),
    library("Discovery", "SourceText", "Syntax", "Workflows", "Repository"),
    library("Diagnostics", "SourceText"),
    library("Repository", "SourceText"),
    .systemLibrary(name: "CGraphviz", providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
    library("Diagrams", "Syntax", "Expressions", "Workflows", "Flow", "CGraphviz"),
    library(
      "Linting", "SourceText", "Syntax", "Expressions", "Workflows", "Flow", "Repository", "Discovery",
      "Diagnostics", "ServiceCatalogue"),
    library(
      "Configuration", "SourceText", "Syntax", "Workflows", "Repository", "Diagnostics", "Linting"),
    library("Patterns"),
    library("DeclaredRules", "Linting", "Discovery", "Patterns"),
    library("Rules", path: "Rules", "Linting", "Portability"),
    library("Reports", "SourceText", "Diagnostics", "Portability"),
    library(
      "CommandLineTool",
      "SourceText", "Syntax", "Workflows", "Discovery", "Repository", "Diagnostics", "Linting", "Reports",
      "Configuration", "DeclaredRules", "Diagrams", "Portability",
      .product(name: "ArgumentParser", package: "swift-argument-parser")),
    .executableTarget(
      name: "stateline", dependencies: ["CommandLineTool", "Rules"], swiftSettings: strict),

    library("TestSupport", path: "Tests/TestSupport", "Syntax", "SourceText"),
    tests("SourceTextTests", "SourceText"),
    tests("ServiceCatalogueTests", "ServiceCatalogue"),
    tests("SyntaxTests", "TestSupport", "Syntax", "SourceText"),
    tests("WorkflowsTests", "Workflows", "Expressions", "Syntax", "SourceText", "TestSupport"),
    tests("ExpressionsTests", "Expressions", "Syntax", "SourceText", "TestSupport"),
    tests("FlowTests", "Flow", "ServiceCatalogue", "Workflows", "Syntax", "SourceText", "TestSupport"),
    tests(
      "PortabilityTests", "Portability", "Flow", "Workflows", "Syntax", "SourceText", "Discovery",
      "TestSupport"),
    tests(
      "LintingTests", "Linting", "Discovery", "Diagnostics", "Syntax", "SourceText", "Workflows",
      "TestSupport"),
    .testTarget(
      name: "CorpusTests",
      dependencies: [
        "Rules", "Linting", "Discovery", "Repository", "Workflows", "Syntax", "SourceText", "TestSupport",
      ],
      exclude: ["peer-exceptions.tsv"], swiftSettings: strict),
    tests(
      "ConfigurationTests", "Configuration", "Diagnostics", "Linting", "Repository", "Syntax", "SourceText",
      "TestSupport"),
    tests(
      "ReportsTests", "CommandLineTool", "Configuration", "Linting", "Rules", "Reports", "Diagnostics",
      "Syntax",
      "SourceText", "TestSupport"),
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "CommandLineTool", "Configuration", "Diagnostics", "Linting", "Reports", "Repository", "Rules",
        "SourceText",
        "Syntax",
        "Workflows", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Scenarios"], swiftSettings: strict),
    tests("PatternsTests", "Patterns", "TestSupport"),
    tests("DeclaredRulesTests", "DeclaredRules", "Linting", "Rules", "Discovery", "Patterns", "TestSupport"),
    tests("DiscoveryTests", "Discovery", "Repository", "Syntax", "SourceText", "Workflows", "TestSupport"),
    tests("RulesTests", "Rules", "Linting", "Discovery", "TestSupport"),
    .testTarget(
      name: "SamplesTests", dependencies: ["Rules", "Linting", "Discovery", "TestSupport"],
      exclude: ["faulty.txt"], swiftSettings: strict),
    tests("DiagramsTests", "Diagrams", "Flow", "Workflows", "Syntax", "SourceText", "TestSupport"),
    tests("RepositoryTests", "Repository", "SourceText"),
    .executableTarget(
      name: "mutants",
      dependencies: [
        "Diagnostics", "Discovery", "Expressions", "Flow", "Linting", "Rules", "ServiceCatalogue",
        "SourceText", "Syntax", "Workflows", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/Mutants", exclude: ["survivors.md"], swiftSettings: strict),
  ],
  // For #embed.
  cLanguageStandard: .c2x
)
