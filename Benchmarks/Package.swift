// swift-tools-version: 6.2

import Foundation
import PackageDescription

/// Every engine's benchmark in `Benchmarks/<Target>Benchmarks`, run by `swift package benchmark`.
///
/// The benchmarks are a package of their own so that their dependencies never reach a client of the library.
let benchmarks = [
  "TextDecoding": ["TextDecoding"],
  "FrontMatterParsing": ["FrontMatterParsing"],
  "MarkupScanning": ["MarkupScanning"],
  "SentenceSegmentation": ["SentenceSegmentation", "MarkupScanning"],
  "ScriptConversion": ["ScriptConversion", "ScriptConversionTables"],
  "WordTokenization": ["WordTokenization", "CoreLexicon"],
  "NamedEntities": ["NamedEntities", "TechEntities"],
].filter { subject, _ in
  FileManager.default.fileExists(atPath: Context.packageDirectory + "/Benchmarks/\(subject)Benchmarks")
}

let package = Package(
  name: "zhtext-benchmarks",
  platforms: [.macOS(.v26)],
  products: [.executable(name: "measure", targets: ["measure"])],
  dependencies: [
    .package(name: "zhtext", path: ".."),
    // Without its traits it needs no jemalloc.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: benchmarks.sorted { $0.key < $1.key }.map { subject, dependencies in
    .executableTarget(
      name: subject + "Benchmarks",
      dependencies: (dependencies + ["TextOffsets"]).map { .product(name: $0, package: "zhtext") }
        + [.product(name: "Benchmark", package: "benchmark")],
      path: "Benchmarks/\(subject)Benchmarks",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  } + [
    // What `Compare/` runs beside the peers in other languages.
    .executableTarget(
      name: "measure",
      dependencies: [
        "TextOffsets", "TextDecoding", "FrontMatterParsing", "MarkupScanning", "SentenceSegmentation",
        "ScriptConversion", "ScriptConversionTables", "WordTokenization", "CoreLexicon", "NamedEntities",
        "TechEntities",
      ].map { .product(name: $0, package: "zhtext") })
  ],
  swiftLanguageModes: [.v6]
)
