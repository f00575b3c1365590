import CoreLexicon
import MarkupScanning
import NamedEntities
import ScriptConversion
import ScriptConversionTables
import TechEntities
import TextOffsets
import WordTokenization

/// Conversion composed with the other engines: prose of pages, words, names of people.
struct PageConversion: Sendable {
  private let converter: ScriptConverter
  private let readsMarkup: Bool
  private let words: WordBoundaries?
  /// What gives the tokenizer Simplified characters, such as the lexicon has.
  private let simplifier: ScriptConverter?

  init(
    _ configuration: ConversionConfiguration, rareResults: Bool, readsMarkup: Bool, respectsWords: Bool,
    userDictionaries: [UserDictionary]
  ) {
    let corrections = respectsWords ? [UserDictionary.corrections(for: configuration)] : []
    converter = ScriptConverter(
      configuration, tables: .openCC, rareResults: rareResults && !respectsWords,
      userDictionaries: corrections + userDictionaries)
    self.readsMarkup = readsMarkup
    words = respectsWords ? WordBoundaries() : nil
    simplifier =
      switch configuration {
      case .t2s, .tw2s, .tw2sp, .hk2s, .hk2sp, .t2tw, .t2hk, .tw2t, .hk2t:
        ScriptConverter(.t2s, tables: .openCC, rareResults: false)
      case .s2t, .s2tw, .s2twp, .s2hk, .s2hkp, .t2jp, .jp2t: nil
      }
  }

  func convert(_ text: String) -> String {
    let prose = prose(of: text)
    guard let words else { return converter.convert(text, within: prose) }
    let (tokens, names) = words.find(in: text, tokenizing: simplifier?.convertCharacters(text), converter)
    return converter.convert(text, within: prose, respecting: tokens, protecting: names)
  }

  func rewriting(_ text: String) -> Rewriting {
    let prose = prose(of: text)
    guard let words else { return converter.rewriting(text, within: prose) }
    let (tokens, names) = words.find(in: text, tokenizing: simplifier?.convertCharacters(text), converter)
    return converter.rewriting(text, within: prose, respecting: tokens, protecting: names)
  }

  private func prose(of text: String) -> [UTF8Range]? {
    readsMarkup ? PageMarkup(scanning: text).proseRanges : nil
  }
}

/// The words of a text, and which of them are names of people.
struct WordBoundaries: Sendable {
  private let tokenizer = WordTokenizer(profile: .tech)
  private let recognizer = EntityRecognizer(TechEntities.dictionary)
  private let simplifier = ScriptConverter(.t2s, tables: .openCC)

  /// Surnames that are words of their own as well, with which a token that no dictionary knows is a name.
  private static let surnames: Set<Unicode.Scalar> = ["余", "范", "于", "岳", "涂", "郁", "党", "朴", "游", "征", "里", "钟"]

  /// - Parameter simplified: the text for the tokenizer, with the offsets of `text`; `nil` stands for `text` itself.
  func find(
    in text: String, tokenizing simplified: String? = nil, _ converter: ScriptConverter
  ) -> (words: [UTF8Range], names: [UTF8Range]) {
    let tokens = Array(tokenizer.tokens(in: simplified ?? text))
    // What has Latin letters, such as AI四傑, is no surname with a given name.
    var names = recognizer.recognize(in: text, masking: [], options: .init()).mentions
      .filter { $0.type == .person && !text[$0.range].utf8.contains { $0 | 0x20 &- 0x61 < 26 } }.map(\.range)
    names += tokens.filter { isName(text[$0], converter) }
    return (tokens, Self.disjoint(names))
  }

  /// Whether a token is likely a name: a surname and one or two characters more that form no word of the tables.
  private func isName(_ token: Substring, _ converter: ScriptConverter) -> Bool {
    // By scalars: a grapheme may be as long as the text.
    guard let first = token.unicodeScalars.first, Self.surnames.contains(first), 2...3 ~= token.unicodeScalars.count
    else { return false }
    // The tables' keys are Simplified, and a text to be repaired is not.
    let word = String(token)
    return !converter.hasEntry(startingIn: word) && !converter.hasEntry(startingIn: simplifier.convert(word))
  }

  private static func disjoint(_ ranges: [UTF8Range]) -> [UTF8Range] {
    ranges.sorted().reduce(into: []) { result, range in
      if range.start >= result.last?.end ?? 0 { result.append(range) }
    }
  }
}

/// Repair composed with the other engines: only prose of pages, names left alone.
struct PageRepair: Sendable {
  private let repairer: ScriptRepair
  private let converter = ScriptConverter(.s2t, tables: .openCC)
  private let simplifier = ScriptConverter(.t2s, tables: .openCC, rareResults: false)
  private let words = WordBoundaries()

  init(to target: ScriptRepair.Target, repairsPunctuation: Bool) {
    let configuration: ConversionConfiguration =
      switch target {
      case .traditional: .s2t
      case .taiwan: .s2tw
      case .hongKong: .s2hk
      case .simplified: .t2s
      }
    repairer = ScriptRepair(
      to: target, tables: .openCC, repairsPunctuation: repairsPunctuation,
      userDictionaries: [.corrections(for: configuration)])
  }

  func repair(_ text: String) -> Rewriting {
    // The lexicon's words are Simplified, so that is where half-converted text has them.
    let (tokens, names) = words.find(in: text, tokenizing: simplifier.convertCharacters(text), converter)
    let prose = PageMarkup(scanning: text).proseRanges
    return repairer.repair(text, within: prose, respecting: tokens, protecting: names)
  }
}
