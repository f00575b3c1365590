import MarkupScanning
import SentenceSegmentation
import TextOffsets

/// `measure sentences plain|structure|scan FILE`: divides the file into sentences, without or with the structure of the page
/// (the scan included), or only scans it.
enum Sentences {
  @Sendable static func engine(_ arguments: [String]) throws -> Measure.Round {
    guard arguments.count == 2 else { throw Complaint("usage: measure sentences plain|structure|scan FILE") }
    let text = try text(ofFile: arguments[1])
    let segmenter = SentenceSegmenter()
    switch arguments[0] {
    case "plain":
      return { summary(segmenter.sentences(in: text)) }
    case "structure":
      return { summary(segmenter.sentences(in: text, structure: TextStructure(PageMarkup(scanning: text)))) }
    case "scan":
      return {
        let markup = PageMarkup(scanning: text)
        return ["blocks": markup.blocks.count, "inlines": markup.inlines.count]
      }
    default:
      throw Complaint("expected plain, structure or scan, got '\(arguments[0])'")
    }
  }

  /// The number of pieces, and a sum that another boundary would change.
  private static func summary(_ sentences: SentenceSegmentation.Sentences) -> [String: Int] {
    ["pieces": sentences.count, "ends": sentences.reduce(0) { ($0 &+ $1.range.end) % 1_000_003 }]
  }
}

extension TextStructure {
  /// The structure of a scanned page, as the segmenter wants it.
  fileprivate init(_ markup: PageMarkup) {
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
