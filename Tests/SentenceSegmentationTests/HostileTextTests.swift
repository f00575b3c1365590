import MarkupScanning
import SentenceSegmentation
import Testing
import TextOffsets

@Suite("Hostile texts take time in proportion to their length")
struct HostileTextTests {
  #if DEBUG
    static let scale = 60
  #else
    static let scale = 1
  #endif

  static let patterns: [(pattern: String, count: Int)] = [
    ("「", 1_000_000), ("“好。", 16_000), ("（", 1_000_000), ("“", 1_000_000), ("\"", 1_000_000), ("好", 3_000_000),
    ("好。", 1_000_000), ("……", 500_000), (".", 1_000_000), ("！", 1_000_000), ("“好。”", 300_000), ("“好。”他", 300_000),
    ("\n", 1_000_000), ("，\n", 500_000), ("a\n", 500_000), ("好\n", 500_000), (" ", 1_000_000), ("\u{3000}", 500_000),
    ("[", 1_000_000), ("![", 500_000), ("[a](", 300_000), ("[[", 500_000), ("`", 1_000_000), ("`a``", 300_000),
    ("*", 1_000_000),
    ("<", 1_000_000), ("<a ", 400_000), ("<!--", 300_000), ("<?", 500_000), ("{{", 500_000), ("{%", 500_000),
    (">", 500_000),
    ("> ", 300_000), ("- ", 300_000), ("@a", 500_000), ("://", 400_000), ("http://a", 200_000), ("[^", 500_000),
    ("[a]: b\n", 100_000), ("\\", 1_000_000), ("|a", 500_000), ("|-|\n", 200_000), ("<p>好", 200_000), ("</p", 400_000),
    ("？？“", 300_000), ("**", 500_000), ("]", 1_000_000), ("![a](b", 200_000), ("（好。", 200_000), ("《好！》", 200_000),
  ]

  @Test("repeated marks", .timeLimit(.minutes(3)))
  func repeatedMarks() {
    for (pattern, count) in Self.patterns {
      let text = String(repeating: pattern, count: count / Self.scale)
      let clock = ContinuousClock()
      let time = clock.measure {
        for quotations in SentenceSegmenter.Quotations.allCases {
          for withStructure in [true, false] {
            let sentences = SentenceSegmenter(quotations: quotations).sentences(in: text, withStructure: withStructure)
            #expect(sentences.last?.range.end ?? 0 == text.utf8.count)
          }
        }
        #expect(SentenceSegmenter(unit: .clause, maximumLength: 20).sentences(in: text).count > 0)
      }
      // A quadratic step would take minutes here; a busy machine does not.
      #expect(time < .seconds(20), "\(pattern.debugDescription) took \(time)")
    }
  }

  @Test("an opening mark repeated before each sentence")
  func openings() {
    let text = String(repeating: "“好。", count: 16_000)
    for quotations in SentenceSegmenter.Quotations.allCases {
      #expect(SentenceSegmenter(quotations: quotations).sentences(in: text).count == 16_000)
    }
  }
}
