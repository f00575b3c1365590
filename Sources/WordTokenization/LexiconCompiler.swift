internal import DataArtifact

/// Compiles words into the artifact that `Lexicon` reads in place.
///
/// A word is a sequence of unit numbers with one frequency for each profile. Both profiles share one trie: its nodes hold
/// a weight class, and each class has a weight in either profile.
package struct LexiconCompiler {
  /// The frequencies of one word, 0 where the profile does not have it.
  package struct Frequencies: Hashable {
    package var jieba: UInt32
    package var tech: UInt32

    package init(jieba: UInt32 = 0, tech: UInt32 = 0) {
      self.jieba = jieba
      self.tech = tech
    }
  }

  private var words: [[UInt16]: Frequencies] = [:]
  private var totals = Frequencies()
  /// From code points of the basic plane to units, for each profile.
  package var jiebaUnits = [UInt16](repeating: 0, count: 0x10000)
  package var techUnits = [UInt16](repeating: 0, count: 0x10000)
  /// The scores of the hidden Markov model: four for each unit, for B, M, E and S.
  package var emissions: [Double] = []
  /// Latin words that are parts of longer words, folded, in the order of their units.
  package var latinUnits: [[UInt8]] = []
  /// The unit of the first of `latinUnits`.
  package var firstLatinUnit: UInt16 = 0
  /// Numbers of Han characters that are left for a user's words.
  package var spareHan: Range<UInt16> = 0..<0
  /// The smallest number that is no unit.
  package var unitCount = 0

  package init() {}

  /// Adds frequencies to a word; in jieba's profile the later one stands, in the other the larger one.
  package mutating func add(_ units: [UInt16], jieba frequency: UInt32) {
    words[units, default: Frequencies()].jieba = frequency
  }

  /// Sets a word's frequency in the tech profile, over the larger of those that others gave it if `overriding`.
  package mutating func add(_ units: [UInt16], tech frequency: UInt32, overriding: Bool = false) {
    let old = words[units, default: Frequencies()].tech
    words[units, default: Frequencies()].tech = overriding ? frequency : max(old, frequency)
  }

  /// The frequencies of a word.
  package func frequencies(of units: [UInt16]) -> Frequencies { words[units] ?? Frequencies() }

  /// The artifact; `totals` are the sums of frequencies that make them probabilities.
  package func compile(totals: (jieba: Double, tech: Double), dataVersion: UInt32) -> [UInt8] {
    let ordered = words.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    let classes = WeightClasses(ordered.map(\.value))
    let trie = PackedTrie(ordered.map { ($0.key, classes.index[$0.value]!) }, unitCount: unitCount)

    var writer = DataArtifactWriter(kind: Lexicon.kind, formatVersion: Lexicon.formatVersion, dataVersion: dataVersion)
    writer.add(.init(letters: "ucpj"), values: jiebaUnits)
    writer.add(.init(letters: "ucpt"), values: techUnits)
    writer.add(.init(letters: "begi"), bytes: trie.beginnings)
    writer.add(.init(letters: "sing"), values: trie.singleClasses)
    writer.add(.init(letters: "pair"), values: trie.pairs.slots.map(\.bits))
    writer.add(.init(letters: "buck"), values: trie.pairs.buckets)
    writer.add(.init(letters: "node"), values: trie.nodes.map(\.bits))
    writer.add(.init(letters: "frqj"), values: classes.frequencies.map(\.jieba))
    writer.add(.init(letters: "frqt"), values: classes.frequencies.map(\.tech))
    writer.add(.init(letters: "totl"), values: [totals.jieba, totals.tech])
    writer.add(.init(letters: "hmm "), values: emissions)
    writer.add(.init(letters: "edge"), values: jiebaEdges(ordered.filter { $0.value.jieba > 0 }.map(\.key)))
    writer.add(
      .init(letters: "lato"), values: latinUnits.reduce(into: [UInt32(0)]) { $0.append($0.last! + UInt32($1.count)) })
    writer.add(.init(letters: "latn"), bytes: Array(latinUnits.joined()))
    writer.add(.init(letters: "latf"), values: [firstLatinUnit, UInt16(latinUnits.count)])
    writer.add(.init(letters: "spar"), values: [spareHan.lowerBound, spareHan.upperBound])
    return writer.finish()
  }

  /// The places where jieba's words pass between Han and ASCII; see `RunEdges`.
  private func jiebaEdges(_ words: [[UInt16]]) -> [UInt64] {
    var edges = RunEdges()
    for word in words { edges.insert(word) }
    return edges.rows
  }
}

/// The distinct pairs of frequencies, numbered from 1, the largest first; class 0 is "no word".
private struct WeightClasses {
  var frequencies: [LexiconCompiler.Frequencies]
  var index: [LexiconCompiler.Frequencies: Int]

  init(_ all: [LexiconCompiler.Frequencies]) {
    let none = LexiconCompiler.Frequencies()
    let distinct = Set(all).subtracting([none]).sorted {
      (max($0.jieba, $0.tech), $0.jieba, $0.tech) > (max($1.jieba, $1.tech), $1.jieba, $1.tech)
    }
    frequencies = [none] + distinct
    index = Dictionary(uniqueKeysWithValues: frequencies.enumerated().map { ($1, $0) })
    precondition(frequencies.count <= LexiconNode.classLimit, "too many distinct frequencies: \(frequencies.count)")
  }
}
