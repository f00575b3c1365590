public import TextOffsets

/// The structure of a Markdown or HTML page as typed ranges of its text.
///
/// ```swift
/// import MarkupScanning
/// import TextOffsets
///
/// let page = "# 标题\n\n运行 `swift build`，见[文档](https://example.org)。\n"
/// let markup = PageMarkup(scanning: page)
/// for range in markup.proseRanges { print(page[range]) }
/// ```
///
/// Scanning is linear in the text, also on hostile input. Blocks follow CommonMark and GitHub's tables, with the additions
/// that Chinese pages need; <doc:Structure> lists them.
public struct PageMarkup: Sendable {
  /// The part of the text that was scanned.
  public let scope: UTF8Range
  /// The leaf blocks in order. Blank lines and container marks lie between them.
  public let blocks: [Block]
  /// The inlines in order of their starts; those in a link's text follow the link.
  public let inlines: [Inline]

  /// Scans `text`, or the part of it in `range`.
  public init(scanning text: String, within range: UTF8Range? = nil) {
    let scope = text.scope(of: range)
    let bytes = text.utf8.span
    var blockScanner = BlockScanner()
    let isHTML = HTMLScanner.isPage(bytes, scope)
    if isHTML {
      var htmlScanner = HTMLScanner()
      htmlScanner.scan(bytes, scope)
      blocks = htmlScanner.blocks
    } else {
      blockScanner.scan(bytes, scope: scope)
      blocks = blockScanner.blocks
    }
    var inlineScanner = InlineScanner(definitions: blockScanner.definitions)
    var isInHTML = isHTML
    for block in blocks {
      isInHTML = isHTML || block.kind == .html || isInHTML && block.continuesBlock
      if block.isProse { inlineScanner.scan(bytes, block.content, only: isInHTML ? .tags : .markdown) }
    }
    self.scope = scope
    inlines = Self.merge(inlineScanner.inlines, blockScanner.quoteMarks)
  }

  /// Puts the marks of block quotations between the other inlines; a mark inside a code span stays part of that.
  private static func merge(_ inlines: [Inline], _ quoteMarks: [UTF8Range]) -> [Inline] {
    guard !quoteMarks.isEmpty else { return inlines }
    var merged: [Inline] = []
    merged.reserveCapacity(inlines.count + quoteMarks.count)
    var next = 0
    for inline in inlines {
      while next < quoteMarks.count, quoteMarks[next].start < inline.range.start {
        merged.append(Inline(kind: .quoteMark, range: quoteMarks[next]))
        next += 1
      }
      merged.append(inline)
    }
    for mark in quoteMarks[next...] { merged.append(Inline(kind: .quoteMark, range: mark)) }
    return merged
  }
}
