import FixtureSupport
import SentenceSegmentation
import Testing

@Suite("Traps, by the rule they test")
struct TrapTests {
  struct Trap: Decodable {
    let rule: Int
    let marked: String
    /// `only` where the trap is about markup, which plain text does not have.
    let structure: String?
  }

  @Test("every trap, under both policies, with and without structure", arguments: SentenceSegmenter.Quotations.allCases)
  func traps(_ quotations: SentenceSegmenter.Quotations) throws {
    let traps = try Fixture.lines("sentences/traps.jsonl", as: Trap.self)
    #expect(traps.count >= 120)
    let segmenter = SentenceSegmenter(quotations: quotations)
    for trap in traps {
      let text = MarkedText(trap.marked).text
      let expected = MarkedText.expectation(trap.marked, quotations)
      for withStructure in trap.structure == "only" ? [true] : [true, false] {
        let sentences = segmenter.sentences(in: text, withStructure: withStructure)
        #expect(
          MarkedText.mark(sentences, of: text) == expected,
          "rule \(trap.rule)\(withStructure ? ", with structure" : "")")
      }
    }
  }
}
