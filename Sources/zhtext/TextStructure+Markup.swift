import MarkupScanning
import SentenceSegmentation
import TextOffsets

extension TextStructure {
  /// The structure of a scanned page, as the segmenter wants it: the one place where the two engines meet.
  init(_ markup: PageMarkup) {
    self.init(blocks: markup.blocks.map(Block.init), opaque: markup.opaqueRanges)
  }
}

extension TextStructure.Block {
  init(_ block: Block) {
    let kind: Kind =
      switch block.kind {
      case .heading: .heading
      case .paragraph: block.marker == nil ? .paragraph : .listItem
      case .frontMatter, .reference, .fencedCode, .indentedCode, .html, .thematicBreak, .tableRow, .linkDefinition,
        .shortcode:
        .other
      }
    let start = min(block.marker?.start ?? block.range.start, block.range.start)
    self.init(kind: kind, range: UTF8Range(start: start, end: block.range.end))
  }
}
