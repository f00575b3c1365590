import SentenceSegmentation
import Testing
import TextOffsets

@Suite("What holds for every text")
struct PropertyTests {
  #if DEBUG
    static let rounds = 1_500
  #else
    static let rounds = 30_000
  #endif

  private static let segmenters = [
    SentenceSegmenter(), SentenceSegmenter(quotations: .atomic), SentenceSegmenter(unit: .clause),
    SentenceSegmenter(maximumLength: 7), SentenceSegmenter(quotations: .atomic, unit: .clause, maximumLength: 3),
  ]

  @Test("pieces tile the text, are aligned to scalars, and have no white space around their contents")
  func tiling() {
    var random = RandomText(seed: 1)
    for round in 0..<Self.rounds {
      let text = random.text(40)
      let segmenter = Self.segmenters[round % Self.segmenters.count]
      let sentences = segmenter.sentences(in: text, withStructure: round % 2 == 0)
      var end = 0
      for sentence in sentences {
        #expect(sentence.range.start == end && sentence.range.contains(sentence.content), "\(text.debugDescription)")
        end = sentence.range.end
        let content = text[sentence.content]
        #expect(text.scope(of: sentence.range) == sentence.range)
        if let first = content.unicodeScalars.first, let last = content.unicodeScalars.last {
          #expect(!first.properties.isWhitespace && !last.properties.isWhitespace, "\(text.debugDescription)")
        }
      }
      #expect(end == text.utf8.count && sentences.isEmpty == text.isEmpty, "\(text.debugDescription)")
    }
  }

  @Test("a part of a text is segmented as if it stood alone")
  func parts() {
    var random = RandomText(seed: 2)
    for round in 0..<Self.rounds / 2 {
      let before = random.text(5)
      let part = random.text(30)
      let text = before + part + random.text(5)
      let range = UTF8Range(start: before.utf8.count, end: before.utf8.count + part.utf8.count)
      let segmenter = Self.segmenters[round % Self.segmenters.count]
      let alone = segmenter.sentences(in: part)
      let within = segmenter.sentences(in: text, within: range)
      #expect(within.map(\.range) == alone.map { $0.range.shifted(by: range.start) }, "\(part.debugDescription)")
      #expect(within.map(\.kind) == alone.map(\.kind))
    }
  }

  @Test("a stream gives the pieces of the whole text, however it is cut")
  func streaming() {
    var random = RandomText(seed: 3)
    for round in 0..<Self.rounds / 3 {
      let text = random.text(round % 10 == 0 ? 400 : 60)
      var segmenter = Self.segmenters[round % Self.segmenters.count]
      segmenter.window = [1 << 20, 200, 64][round % 3]
      var pieces: [Sentence] = []
      var joined = ""
      func take(_ sentence: Sentence, _ text: Substring) {
        pieces.append(sentence)
        joined += text
      }
      var stream = SentenceStream(segmenter)
      var rest = Substring(text)
      while !rest.isEmpty {
        // By Unicode scalars: a chunk may end inside a grapheme.
        let chunk = rest.unicodeScalars.prefix(1 + random.next(upTo: 30))
        stream.append(String(chunk), take)
        rest = rest[chunk.endIndex...]
      }
      stream.finish(take)
      #expect(pieces == Array(segmenter.sentences(in: text)), "\(text.debugDescription)")
      #expect(joined == text)
    }
  }

  @Test("clauses refine sentences, and no piece is longer than asked")
  func clauses() {
    var random = RandomText(seed: 4)
    for _ in 0..<Self.rounds / 3 {
      let text = random.text(40)
      let ends = Set(SentenceSegmenter().sentences(in: text).map(\.content.end))
      let clauses = SentenceSegmenter(unit: .clause).sentences(in: text)
      #expect(ends.isSubset(of: clauses.map(\.content.end)), "\(text.debugDescription)")
      for piece in SentenceSegmenter(maximumLength: 9).sentences(in: text) where piece.kind != .other {
        #expect(text[piece.content].unicodeScalars.count <= 9, "\(text.debugDescription)")
      }
    }
  }
}
