public import TextOffsets

extension PageMarkup {
  /// The ranges of text that a reader reads as prose, in order: blocks without code, addresses, link targets, tags,
  /// shortcodes and quotation marks of lines. The text of links and images is prose, and so are marks of emphasis.
  ///
  /// Hand each to another engine as `within:`. Linear in the number of blocks and inlines.
  public var proseRanges: [UTF8Range] {
    var ranges: [UTF8Range] = []
    ranges.reserveCapacity(blocks.count + opaqueRanges.count)
    var next = 0
    let opaque = opaqueRanges
    for block in blocks where block.isProse {
      var start = block.content.start
      while next < opaque.count, opaque[next].end <= start { next += 1 }
      while next < opaque.count, opaque[next].start < block.content.end {
        if opaque[next].start > start { ranges.append(UTF8Range(start: start, end: opaque[next].start)) }
        start = max(start, opaque[next].end)
        next += 1
      }
      if start < block.content.end { ranges.append(UTF8Range(start: start, end: block.content.end)) }
    }
    return ranges
  }

  /// The parts of inlines that are no text: code, addresses, link targets with their brackets, tags, shortcodes, references
  /// to footnotes, and marks of block quotations; in order, and none overlaps another.
  public var opaqueRanges: [UTF8Range] {
    var ranges: [UTF8Range] = []
    ranges.reserveCapacity(inlines.count * 2)
    // The closing parts of links whose text is being passed.
    var closing: [UTF8Range] = []
    func append(_ start: Int, _ end: Int) {
      let start = max(start, ranges.last?.end ?? 0)
      if start < end { ranges.append(UTF8Range(start: start, end: end)) }
    }
    for inline in inlines where inline.kind != .emphasisMark {
      while let last = closing.last, last.start <= inline.range.start {
        append(last.start, last.end)
        closing.removeLast()
      }
      if inline.content.isEmpty {
        append(inline.range.start, inline.range.end)
      } else {
        append(inline.range.start, inline.content.start)
        closing.append(UTF8Range(start: inline.content.end, end: inline.range.end))
      }
    }
    for last in closing.reversed() { append(last.start, last.end) }
    return ranges
  }
}
