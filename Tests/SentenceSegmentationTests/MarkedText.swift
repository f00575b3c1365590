import MarkupScanning
import SentenceSegmentation
import TextOffsets

/// A text with its boundaries marked, as Fixtures/sentences and the labelled passages hold it.
///
/// ␞ ends a sentence, ␟ a sentence inside a quotation that goes on, ␝ what is no sentence; ␜ ends nothing and is not counted.
struct MarkedText {
  /// The text without the marks.
  let text: String
  /// The marks by the number of characters before them that are not white space.
  private(set) var marks: [Int: Character] = [:]

  init(_ marked: String) {
    var text = ""
    var position = 0
    for scalar in marked.unicodeScalars {
      if "␞␟␜␝".unicodeScalars.contains(scalar) {
        marks[position] = Character(scalar)
      } else {
        text.unicodeScalars.append(scalar)
        if !scalar.properties.isWhitespace { position += 1 }
      }
    }
    self.text = text
  }

  /// The text with the marks that segmenting it gives: ␞ behind sentences, ␝ behind other pieces.
  static func mark(_ sentences: Sentences, of text: String) -> String {
    sentences.map { "\(text[$0.content])" + ($0.kind == .sentence ? "␞" : "␝") }.joined().filter { !$0.isWhitespace }
  }

  /// What `mark` should give under a policy.
  static func expectation(_ marked: String, _ quotations: SentenceSegmenter.Quotations) -> String {
    var expected = marked.filter { !$0.isWhitespace && $0 != "␜" && !($0 == "␟" && quotations == .atomic) }
    expected.replace("␟", with: "␞")
    return expected
  }

  /// How the boundaries of `sentences` compare with the marks.
  func score(_ sentences: Sentences, _ quotations: SentenceSegmenter.Quotations) -> Score {
    var ends: [Int: Sentence.Kind] = [:]
    var position = 0
    for sentence in sentences {
      position += text[sentence.range].unicodeScalars.count { !$0.properties.isWhitespace }
      ends[position] = sentence.kind
    }
    let expected = marks.filter { $0.value != "␜" && !($0.value == "␟" && quotations == .atomic) }
    var score = Score()
    for (place, mark) in expected {
      if let kind = ends[place] {
        score.found += 1
        score.kinds += (kind != .sentence) == (mark == "␝") ? 1 : 0
      } else {
        score.missed += 1
      }
    }
    for place in ends.keys where expected[place] == nil && marks[place] != "␜" && place != position { score.extra += 1 }
    return score
  }
}

/// Counts of boundaries.
struct Score {
  var found = 0
  var missed = 0
  var extra = 0
  /// Found boundaries whose piece is a sentence where a sentence is expected, and none where none is.
  var kinds = 0

  var f1: Double { Double(2 * found) / Double(2 * found + missed + extra) }

  static func += (left: inout Score, right: Score) {
    left.found += right.found
    left.missed += right.missed
    left.extra += right.extra
    left.kinds += right.kinds
  }
}

extension TextStructure {
  /// The structure of a scanned page, as ``SentenceSegmentation`` wants it.
  init(_ markup: PageMarkup) {
    self.init(
      blocks: markup.blocks.map { block in
        let kind: Block.Kind =
          switch block.kind {
          case .heading: .heading
          case .paragraph: block.marker == nil ? .paragraph : .listItem
          default: .other
          }
        let start = min(block.marker?.start ?? block.range.start, block.range.start)
        return Block(kind: kind, range: UTF8Range(start: start, end: block.range.end))
      },
      opaque: markup.opaqueRanges)
  }
}

extension SentenceSegmenter {
  /// The pieces of a page, with its structure or as plain text.
  func sentences(in text: String, withStructure: Bool) -> Sentences {
    sentences(in: text, structure: withStructure ? TextStructure(PageMarkup(scanning: text)) : nil)
  }
}
