internal import TextOffsets

/// Finds the blocks in HTML, a whole page or a block of a Markdown page: the texts between the tags of block elements.
///
/// No tree is built, since no range needs one: a heading's tag says what the text up to the next block tag is. Texts of
/// scripts, styles and the like are no prose. One pass over the bytes; tags that do not close are text.
struct HTMLScanner {
  private(set) var blocks: [Block] = []
  /// The tags passed since the last text.
  private var markup: UTF8Range?
  /// The open block's text, with the inline tags in it.
  private var text: UTF8Range?
  private var headingLevel = 0
  private var listDepth = 0
  private var quoteDepth = 0

  /// Whether a page begins as HTML documents do.
  static func isPage(_ bytes: Bytes, _ scope: UTF8Range) -> Bool {
    var start = bytes.has("\u{FEFF}", at: scope.start, before: scope.end) ? scope.start + 3 : scope.start
    while start < scope.end, bytes[start].isASCIISpace { start += 1 }
    func begins(_ word: StaticString) -> Bool { bytes.has(word, at: start, before: scope.end, foldingCase: true) }
    return begins("<!doctype html") || begins("<html") || begins("<?xml")
  }

  /// Scans `scope`.
  mutating func scan(_ bytes: Bytes, _ scope: UTF8Range) {
    var index = scope.start
    // Inline tags that no text has followed yet.
    var inlineStart: Int?
    while index < scope.end {
      let end = bytes[index] == "<" ? Self.tagEnd(bytes, index, before: scope.end) : nil
      if let end {
        let element = HTMLElement(bytes, index, before: end)
        if element.isBlock {
          closeText()
          let elementEnd = element.isVerbatim ? bytes.endOfElement(element, from: end, before: scope.end) : end
          markup = UTF8Range(start: markup?.start ?? inlineStart ?? index, end: elementEnd)
          inlineStart = nil
          enter(element)
          index = elementEnd
          continue
        }
        if let open = text { text = UTF8Range(start: open.start, end: end) } else { inlineStart = inlineStart ?? index }
        index = end
      } else {
        if !bytes[index].isASCIISpace {
          if text == nil { closeMarkup() }
          text = UTF8Range(start: text?.start ?? inlineStart ?? index, end: index + 1)
          inlineStart = nil
        }
        index += 1
      }
    }
    closeText()
    if let inlineStart { markup = UTF8Range(start: markup?.start ?? inlineStart, end: index) }
    closeMarkup()
  }

  private mutating func enter(_ element: HTMLElement) {
    switch element.kind {
    case .heading(let level): headingLevel = element.isEndTag ? 0 : level
    case .list: listDepth = max(0, listDepth + (element.isEndTag ? -1 : 1))
    case .quotation: quoteDepth = max(0, quoteDepth + (element.isEndTag ? -1 : 1))
    case .inline, .block, .verbatim: break
    }
  }

  private mutating func closeText() {
    guard let range = text else { return }
    let isHeading = headingLevel > 0
    blocks.append(
      Block(
        kind: isHeading ? .heading : .paragraph, range: range, headingStyle: isHeading ? .html : nil,
        level: headingLevel, quoteDepth: quoteDepth, listDepth: listDepth))
    text = nil
  }

  private mutating func closeMarkup() {
    if let markup { blocks.append(Block(kind: .html, range: markup)) }
    markup = nil
  }

  /// The end of the tag, comment or declaration at `index`.
  private static func tagEnd(_ bytes: Bytes, _ index: Int, before end: Int) -> Int? {
    switch bytes.byte(index + 1, before: end) {
    case "!" where bytes.has("<!--", at: index, before: end):
      // What is not closed reaches to the end of the page, as in browsers.
      return bytes.find("-->", from: index + 4, before: end).map { $0 + 3 } ?? end
    case "!", "?": return bytes.find(">", from: index, before: end).map { $0 + 1 } ?? end
    default: return bytes.htmlTagEnd(index, before: end)
    }
  }
}
