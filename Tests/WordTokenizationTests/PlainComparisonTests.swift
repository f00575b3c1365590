import Testing
import TextOffsets
import WordTokenization

/// Random texts in which words, runs of ASCII and unknown characters meet, against the plain algorithm.
@Suite struct PlainComparisonTests {
  #if DEBUG
    private static let count = 1500
  #else
    private static let count = 20_000
  #endif

  @Test func randomTextsAreCutAsThePlainAlgorithmCutsThem() throws {
    let small = try SmallLexicon()
    let tokenizer = WordTokenizer(lexicon: small.lexicon, profile: .jieba)
    var generator = SplitMix(state: 7)
    var workspace = Workspace()
    for _ in 0..<Self.count {
      var text = ""
      for _ in 0..<Int.random(in: 1...40, using: &generator) {
        if Int.random(in: 0..<4, using: &generator) == 0 {
          text += SmallLexicon.words.randomElement(using: &generator)!.0
        } else {
          text.append(SmallLexicon.alphabet.randomElement(using: &generator)!)
        }
      }
      for joins in [true, false] {
        tokenizer.tokenize(text, unknownWords: joins ? .joined : .split, using: &workspace)
        let tokens = (0..<workspace.count).map { String(text[workspace[$0]]) }
        #expect(tokens == small.plain.cut(text, joinsUnknown: joins), "\(text.debugDescription)")
      }
    }
  }

  @Test func aTextOfManyChunksIsCutAsItsLinesAre() throws {
    let small = try SmallLexicon()
    let tokenizer = WordTokenizer(lexicon: small.lexicon, profile: .jieba)
    var generator = SplitMix(state: 11)
    let lines = (0..<400).map { _ in
      String(
        (0..<Int.random(in: 0...60, using: &generator)).map { _ in
          SmallLexicon.alphabet.randomElement(using: &generator)!
        }
      )
      .filter { $0 != "\n" }
    }
    let whole = tokenizer.tokens(in: lines.joined(separator: "\n")).strings.filter { $0 != "\n" }
    #expect(whole == lines.flatMap { tokenizer.tokens(in: $0).strings })
    // Without a separator there is one chunk, however long.
    let endless = String(repeating: "清华大学生的T恤", count: 2000)
    #expect(tokenizer.tokens(in: endless).strings == small.plain.cut(endless, joinsUnknown: true))
  }

  @Test func aDamagedLexiconIsRefused() {
    #expect(throws: (any Error).self) { try Lexicon(checking: []) }
    #expect(throws: (any Error).self) { try Lexicon(checking: Array(repeating: 0x5a, count: 4096)) }
  }
}

/// A generator of pseudo-random numbers whose sequence a seed fixes (S. Vigna's splitmix64).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
