// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
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
  // products: the executable
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
    library("Workflows", "SourceText", "Syntax"),
    library("Flow", "Workflows"),
    library("Diagnostics", "SourceText"),
    library("Repository", "SourceText"),

    tests("SyntaxTests", "Syntax", "SourceText"),
    tests("RepositoryTests", "Repository", "SourceText"),
  ]
)
