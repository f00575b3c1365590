import CoreLexicon
import FixtureSupport
import Foundation
import Testing
import WordTokenization

/// The tech profile against labelled sentences; `Benchmarks/Compare/words_accuracy.py` reports by class and for peers.
struct AccuracyTests {
  struct Sentence: Decodable {
    let id: String
    let text: String
    let tokens: [String]
    let optional: [Int]
    let traps: [String]
    let spans: [Span]
  }

  /// A class of trap and the code points where one stands.
  struct Span: Decodable {
    let name: String
    let range: Range<Int>

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      name = try values.decode(String.self)
      range = try values.decode(Int.self)..<values.decode(Int.self)
    }
  }

  struct Score {
    var right = 0, wrong = 0, exact = 0, count = 0
    var classes: [String: (right: Int, count: Int)] = [:]
    var f1: Double { 2 * Double(right) / Double(2 * right + wrong) }

    mutating func add(_ sentence: Sentence, _ tokens: [String]) {
      #expect(tokens.joined() == sentence.text)
      let expected = Self.ends(sentence.tokens).subtracting(sentence.optional)
      let found = Self.ends(tokens).subtracting(sentence.optional)
      right += expected.intersection(found).count
      wrong += expected.symmetricDifference(found).count
      exact += expected == found ? 1 : 0
      count += 1
      for span in sentence.spans {
        let isRight =
          !expected.symmetricDifference(found).contains { span.range.lowerBound < $0 && $0 < span.range.upperBound }
          && expected.intersection([span.range.lowerBound, span.range.upperBound]).isSubset(of: found)
        classes[span.name, default: (0, 0)].right += isRight ? 1 : 0
        classes[span.name, default: (0, 0)].count += 1
      }
    }

    private static func ends(_ tokens: [String]) -> Set<Int> {
      var place = 0
      return Set(
        tokens.map {
          place += $0.unicodeScalars.count
          return place
        })
    }
  }

  private func score(_ sentences: [Sentence]) -> Score {
    let tokenizer = WordTokenizer()
    var score = Score()
    for sentence in sentences { score.add(sentence, tokenizer.tokens(in: sentence.text).strings) }
    return score
  }

  @Test func ownSentences() throws {
    let sentences: [Sentence] = try Fixture.lines("words/sentences.jsonl")
    let score = score(sentences)
    #expect(sentences.count >= 320)
    #expect(score.f1 >= 0.995)
    #expect(Double(score.exact) >= 0.97 * Double(score.count))
    for (name, counts) in score.classes {
      #expect(counts.count >= 10, "\(name) has too few cases")
      #expect(Double(counts.right) >= 0.9 * Double(counts.count), "\(name): \(counts)")
    }
    let traditional = self.score(sentences.filter { $0.traps.contains("traditional") })
    #expect(traditional.count >= 50 && traditional.f1 >= 0.993)
  }

  @Test(.enabled(if: LocalData.shared("gold/words/dev.jsonl") != nil, "skipped: ../shared is not here"))
  func developmentSentences() throws {
    let url = try #require(LocalData.shared("gold/words/dev.jsonl"))
    let score = try score(JSONLines.decode(Data(contentsOf: url)))
    #expect(score.f1 >= 0.993)
    #expect(Double(score.exact) >= 0.8 * Double(score.count))
    for (name, counts) in score.classes {
      #expect(Double(counts.right) >= 0.9 * Double(counts.count), "\(name): \(counts)")
    }
  }
}
