import MarkupScanning
import TextOffsets

/// Blocks, inlines and prose lie in the text, in order, and do not depend on what stands around the part looked at.
@Sendable func fuzzMarkup(_ input: [UInt8]) {
  let structured = StructuredText(input)
  let text = structured.text
  let markup = PageMarkup(scanning: text)
  requireSound(markup, text)
  requireSound(PageMarkup(scanning: text, within: structured.range), text)

  let around = "前\n" + text + "\n后"
  let within = PageMarkup(scanning: around, within: UTF8Range(start: 4, end: 4 + text.utf8.count))
  require(
    within.proseRanges.map { $0.shifted(by: -4) } == markup.proseRanges && within.blocks.count == markup.blocks.count,
    "a part is read as if it were the whole")
}

private func requireSound(_ markup: PageMarkup, _ text: String) {
  var end = markup.scope.start
  for block in markup.blocks {
    text.requireAligned(block.range, "block")
    text.requireAligned(block.content, "content of a block")
    require(block.range.contains(block.content), "a block holds its content")
    require(block.range.start >= end && block.range.end <= markup.scope.end, "blocks are in order")
    end = block.range.end
  }
  var start = markup.scope.start
  for inline in markup.inlines {
    text.requireAligned(inline.range, "inline")
    require(inline.range.start >= start, "inlines are in order")
    require(inline.content.isEmpty || inline.range.contains(inline.content), "an inline holds its content")
    start = inline.range.start
  }
  for ranges in [markup.proseRanges, markup.opaqueRanges] {
    var end = markup.scope.start
    for range in ranges {
      text.requireAligned(range, "range")
      require(range.start >= end && !range.isEmpty, "ranges are in order")
      end = range.end
    }
  }
}
