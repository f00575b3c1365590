import MarkupScanning
import SentenceSegmentation
import TextOffsets

/// Pieces tile the text in every mode, with and without structure, and do not depend on what stands around the part.
@Sendable func fuzzSentences(_ input: [UInt8]) {
  let structured = StructuredText(input)
  let text = structured.text
  let segmenter = SentenceSegmenter(
    quotations: structured.choice & 2 == 0 ? .split : .atomic, unit: structured.choice & 4 == 0 ? .sentence : .clause,
    maximumLength: structured.choice & 8 == 0 ? nil : 1 + structured.choice >> 4 % 40)
  let markup = PageMarkup(scanning: text)
  let structure = TextStructure(
    blocks: markup.blocks.map { .init(kind: $0.kind == .heading ? .heading : .paragraph, range: $0.range) },
    opaque: markup.opaqueRanges)
  requireTiling(segmenter.sentences(in: text, structure: structure), text, text.utf8Range)
  requireTiling(segmenter.sentences(in: text, within: structured.range), text, structured.range)

  let whole = segmenter.sentences(in: text)
  requireTiling(whole, text, text.utf8Range)
  let around = "前。" + text + "后。"
  let within = segmenter.sentences(in: around, within: UTF8Range(start: 6, end: 6 + text.utf8.count))
  require(
    within.map { $0.range.shifted(by: -6) } == whole.map(\.range), "a part is divided as if it were the whole")
}

private func requireTiling(_ pieces: Sentences, _ text: String, _ scope: UTF8Range) {
  var end = scope.start
  for piece in pieces {
    text.requireAligned(piece.range, "piece")
    text.requireAligned(piece.content, "content of a piece")
    require(piece.range.start == end && !piece.range.isEmpty, "pieces join to the text")
    require(piece.range.contains(piece.content), "a piece holds its content")
    if let speaker = piece.speaker { text.requireAligned(speaker, "speaker") }
    end = piece.range.end
  }
  require(end == scope.end, "pieces cover the text")
}
