import FixtureSupport
import ScriptConversion
import ScriptConversionTables
import Testing

/// The labelled sentences: what the exact tables get right of them, so that a change of either shows.
/// `Benchmarks/Compare/conversion.py --accuracy` compares with peers and respects words.
struct AccuracyTests {
  struct Sentence: Decodable {
    let id: String
    let simplified: String
    let taiwan: String
    let direction: String?
  }

  @Test func exactTablesGetMostRight() throws {
    let sentences: [Sentence] = try Fixture.lines("conversion/sentences.jsonl")
    #expect(sentences.count >= 400)
    #expect(Set(sentences.map(\.id)).count == sentences.count)
    let there = ScriptConverter(.s2tw, tables: .openCC)
    let back = ScriptConverter(.tw2s, tables: .openCC)
    let both = sentences.filter { $0.direction == nil }
    let right = both.count { there.convert($0.simplified) == $0.taiwan }
    let rightBack = sentences.count { back.convert($0.taiwan) == $0.simplified }
    #expect(right * 100 >= both.count * 80)
    #expect(rightBack * 100 >= sentences.count * 95)
  }

  @Test(arguments: ConversionConfiguration.allCases)
  func correctionsAreWellFormed(_ configuration: ConversionConfiguration) {
    let corrections = UserDictionary.corrections(for: configuration)
    let converter = ScriptConverter(configuration, tables: .openCC, userDictionaries: [corrections])
    for (text, rule) in corrections.rules {
      if case .replace(let target) = rule { #expect(converter.convert(text) == target) }
    }
  }
}
