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

/// A library that is measured.
func library(_ name: String) -> Target.Dependency { .product(name: name, package: "zhtext") }

let benchmarkTargets: [Target] = benchmarks.sorted { $0.key < $1.key }.map { subject, dependencies in
  .executableTarget(
    name: subject + "Benchmarks",
    dependencies: (dependencies + ["TextOffsets"]).map(library)
      + ["BenchmarkTexts", .product(name: "Benchmark", package: "benchmark")],
    path: "Benchmarks/\(subject)Benchmarks",
    plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
}

/// What `Compare/` runs beside the peers in other languages.
let measured: [Target.Dependency] = [
  "TextOffsets", "TextDecoding", "FrontMatterParsing", "MarkupScanning", "SentenceSegmentation", "ScriptConversion",
  "ScriptConversionTables", "WordTokenization", "CoreLexicon", "NamedEntities", "TechEntities",
].map(library)
let peers: [Target.Dependency] = [.product(name: "Yams", package: "Yams")]

let package = Package(
  name: "zhtext-benchmarks",
  platforms: [.macOS(.v26)],
  products: [.executable(name: "measure", targets: ["measure"])],
  dependencies: [
    .package(name: "zhtext", path: ".."),
    // Without its traits it needs no jemalloc.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    // A peer.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: benchmarkTargets + [
    .target(name: "BenchmarkTexts"), .executableTarget(name: "measure", dependencies: measured + peers),
  ],
  swiftLanguageModes: [.v6]
)
