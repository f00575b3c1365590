import NamedEntities
import Testing
import TextOffsets

/// Random dictionaries over random texts, against the brute-force reference.
@Suite struct RandomMatchingTests {
  #if DEBUG
    static let dictionaries = 60
  #else
    static let dictionaries = 2000
  #endif
  static let textsEach = 50

  private static let nameLetters = Array("台臺华云发甲乙丙aAｂbéE12 -·_.🙂𠮷".unicodeScalars)
  private static let textLetters = Array("台臺檯华華云雲发髮甲乙丙aAａbBｂéÉeE1１2 -·\u{3000}_.@，🙂𠮷".unicodeScalars)

  @Test func `matches are those of the reference`() throws {
    var random = SplitMix(state: 20_261_127)
    var cases = 0
    var found = 0
    for _ in 0..<Self.dictionaries {
      let names = (0..<Int.random(in: 1...8, using: &random)).map { _ in Self.name(&random) }
      let entities = names.enumerated().map { number, name in
        entity("e\(number)", .product, String(String.UnicodeScalarView(name.text))) {
          $0.isCaseSensitive = name.isCaseSensitive
        }
      }
      let dictionary = try EntityDictionary(entities: entities)
      let reference = BruteForce(names: names)
      for _ in 0..<Self.textsEach {
        let text = (0..<Int.random(in: 0...24, using: &random)).map { _ in
          // Short texts over few letters, so that most hold a name.
          Self.textLetters[Int.random(in: 0..<Self.textLetters.count, using: &random)]
        }
        let string = String(String.UnicodeScalarView(text))
        var offsets = [0]
        for scalar in text { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
        let expected = reference.matches(in: text).map {
          UTF8Range(start: offsets[$0.lowerBound], end: offsets[$0.upperBound])
        }
        let actual = dictionary.matches(in: string).map(\.range)
        cases += 1
        found += expected.count
        if actual != expected {
          Issue.record("\(entities.map(\.name)) in \(string.debugDescription): \(actual), expected \(expected)")
          return
        }
      }
    }
    #expect(cases == Self.dictionaries * Self.textsEach)
    #expect(found > cases / 3)
  }

  @Test func `blocks do not change what is found`() throws {
    var random = SplitMix(state: 7)
    let letters = Array("甲乙丙丁aB ，".unicodeScalars)
    let names = ["甲乙", "乙丙丁甲", "丁", "ab", "a甲 乙", String(repeating: "丙", count: 200)]
    let dictionary = try EntityDictionary(
      entities: names.enumerated().map { entity("e\($0.offset)", .product, $0.element) })
    let reference = BruteForce(names: names.map { .init(text: Array($0.unicodeScalars), isCaseSensitive: false) })
    // More than two blocks of 2,048 characters, and a long name across the end of the first.
    for start in [1850, 1990, 2040, 2047, 2048] {
      var text = (0..<4200).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] }
      text.replaceSubrange(start..<start + 200, with: repeatElement("丙", count: 200))
      var offsets = [0]
      for scalar in text { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
      let expected = reference.matches(in: text).map {
        UTF8Range(start: offsets[$0.lowerBound], end: offsets[$0.upperBound])
      }
      #expect(dictionary.matches(in: String(String.UnicodeScalarView(text))).map(\.range) == expected)
    }
  }

  private static func name(_ random: inout SplitMix) -> BruteForce.Name {
    while true {
      let text = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        nameLetters[Int.random(in: 0..<nameLetters.count, using: &random)]
      }
      if text.contains(where: { !BruteForce.separators.contains($0) }) {
        return .init(text: text, isCaseSensitive: Int.random(in: 0..<4, using: &random) == 0)
      }
    }
  }
}

/// A small generator with a fixed sequence (SplitMix64).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }
}
