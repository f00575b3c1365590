import FixtureSupport
import Foundation
import SentenceSegmentation
import Testing

@Suite("Labelled passages of articles, where they are at hand")
struct LabelledPassageTests {
  private static let passages = LocalData.shared("gold/sentences/articles.dev.txt")

  @Test(
    "boundaries", .enabled(if: passages != nil, "needs ../shared/gold/sentences"),
    arguments: SentenceSegmenter.Quotations.allCases, [true, false])
  func boundaries(_ quotations: SentenceSegmenter.Quotations, withStructure: Bool) throws {
    let file = try String(contentsOf: #require(Self.passages), encoding: .utf8)
    let segmenter = SentenceSegmenter(quotations: quotations)
    var score = Score()
    for passage in file.split(separator: "@@end\n") {
      let marked = MarkedText(String(passage.drop { $0 != "\n" }))
      score += marked.score(segmenter.sentences(in: marked.text, withStructure: withStructure), quotations)
    }
    print(
      "\(quotations), \(withStructure ? "with" : "without") structure: F1 \(score.f1), kinds \(score.kinds) of \(score.found)"
    )
    #expect(score.f1 >= 0.995)
    #expect(Double(score.kinds) >= 0.98 * Double(score.found))
  }
}
