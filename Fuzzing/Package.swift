// swift-tools-version: 6.2

import PackageDescription

/// One libFuzzer program for all engines; `Scripts/fuzz` builds it with the sanitizers and runs it.
///
/// A package of its own, so that neither clients nor the tests build it.
let package = Package(
  name: "zhtext-fuzzing",
  products: [.executable(name: "fuzz", targets: ["fuzz"])],
  dependencies: [.package(name: "zhtext", path: "..")],
  targets: [
    .target(
      name: "FuzzTargets",
      dependencies: [
        "TextOffsets", "TextDecoding", "FrontMatterParsing", "MarkupScanning", "SentenceSegmentation",
        "ScriptConversion",
        "ScriptConversionTables", "WordTokenization", "CoreLexicon", "NamedEntities", "TechEntities",
      ].map { .product(name: $0, package: "zhtext") },
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"), .strictMemorySafety(),
      ]),
    .executableTarget(name: "fuzz", dependencies: ["FuzzTargets"]),
  ],
  swiftLanguageModes: [.v6]
)
