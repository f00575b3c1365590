// swift-tools-version: 6.2

import PackageDescription

/// Settings every Swift target of the package shares.
///
/// Warnings become errors where `ZHTEXT_WARNINGS_AS_ERRORS` is set (as `.ci/run` does), so that a newer compiler's
/// new warnings never break a client's build.
let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
  ] + (Context.environment["ZHTEXT_WARNINGS_AS_ERRORS"] == nil ? [] : [.treatAllWarnings(as: .error)])

/// A library target in `Sources/`.
func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// A C target that embeds compiled data; `data/` holds the artifact and the reviewed text sources it was made from.
func data(_ name: String) -> Target {
  .target(name: name, exclude: ["data"])
}

/// A test target in `Tests/`, named after what it tests.
func tests(_ subject: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: subject + "Tests", dependencies: dependencies + ["FixtureSupport"], swiftSettings: settings)
}

let libraries = [
  "TextOffsets", "TextDecoding", "FrontMatterParsing", "MarkupScanning", "SentenceSegmentation",
  "ScriptConversion", "ScriptConversionTables", "WordTokenization", "CoreLexicon", "NamedEntities", "TechEntities",
]

let package = Package(
  name: "zhtext",
  // Elsewhere than on Linux, the standard library's spans of UTF-8 ask for the systems of 2025.
  platforms: [.macOS(.v26), .iOS(.v26), .tvOS(.v26), .watchOS(.v26), .visionOS(.v26)],
  products: libraries.map { .library(name: $0, targets: [$0]) } + [
    .executable(name: "zhtext", targets: ["zhtext"]),
    .executable(name: "compile-artifacts", targets: ["compile-artifacts"]),
  ],
  dependencies: [
    // Of the executables and the tests only: a client of a library never resolves them.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // What every engine stands on.
    library("TextOffsets"),
    library("DataArtifact"),
    library("DoubleArray"),

    // Engines.
    .systemLibrary(name: "CICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .target(name: "CICUBridge", dependencies: ["CICU"]),
    library("TextDecoding", ["TextOffsets", "CICUBridge"]),
    library("FrontMatterParsing", ["TextOffsets"]),
    library("MarkupScanning", ["TextOffsets"]),
    library("SentenceSegmentation", ["TextOffsets"]),
    library("ScriptConversion", ["TextOffsets", "DoubleArray", "DataArtifact"]),
    .target(name: "CTokenizerKernels"),
    library("WordTokenization", ["TextOffsets", "DataArtifact", "CTokenizerKernels"]),
    library("NamedEntities", ["TextOffsets", "DoubleArray", "DataArtifact"]),

    // Data, each beside its engine.
    data("CScriptConversionTables"),
    library("ScriptConversionTables", ["ScriptConversion", "DataArtifact", "CScriptConversionTables"]),
    data("CCoreLexicon"),
    library("CoreLexicon", ["WordTokenization", "DataArtifact", "CCoreLexicon"]),
    data("CTechEntities"),
    library("TechEntities", ["NamedEntities", "DataArtifact", "CTechEntities"]),

    // The command and the compiler of the artifacts.
    .executableTarget(
      name: "zhtext",
      dependencies: libraries.map { .byName(name: $0) } + [
        .product(name: "ArgumentParser", package: "swift-argument-parser")
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "compile-artifacts",
      dependencies: [
        "TextOffsets", "DataArtifact", "DoubleArray", "ScriptConversion", "WordTokenization", "NamedEntities",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // Tests.
    .target(name: "FixtureSupport", path: "Tests/FixtureSupport", swiftSettings: settings),
    tests("TextOffsets", ["TextOffsets"]),
    tests("DataArtifact", ["DataArtifact", "TextOffsets", "ScriptConversion", "WordTokenization", "NamedEntities"]),
    tests("DoubleArray", ["DoubleArray"]),
    tests("TextDecoding", ["TextDecoding", "TextOffsets"]),
    tests("FrontMatterParsing", ["FrontMatterParsing", "TextOffsets", "Yams"]),
    tests("MarkupScanning", ["MarkupScanning", "TextOffsets"]),
    tests("SentenceSegmentation", ["SentenceSegmentation", "TextOffsets", "MarkupScanning"]),
    tests("ScriptConversion", ["ScriptConversion", "TextOffsets", "ScriptConversionTables", "DataArtifact"]),
    tests("WordTokenization", ["WordTokenization", "TextOffsets", "CoreLexicon", "DataArtifact", "CTokenizerKernels"]),
    tests("NamedEntities", ["NamedEntities", "TextOffsets", "TechEntities", "DataArtifact"]),
    tests("Pipeline", libraries.map { .byName(name: $0) }),
    tests("Command", ["zhtext"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
