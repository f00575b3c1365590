public import TextOffsets

/// A leaf of a page's structure: a heading, a paragraph, one row of a table, a code block.
///
/// Quotations and lists, which hold other blocks, appear as a block's `quoteDepth`, `listDepth` and `marker`.
public struct Block: Hashable, Sendable {
  /// What a block is.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// Metadata between fences at the start of the text.
    case frontMatter
    /// A title; ``Block/headingStyle`` says by what convention.
    case heading
    /// Running text: one line, or several with soft wraps between them.
    case paragraph
    /// A paragraph of nothing but images, links, addresses and wiki links.
    case reference
    /// Code between fences, the fences included.
    case fencedCode
    /// Code set off by four columns of indentation.
    case indentedCode
    /// HTML: tags, comments, scripts. The text between the tags of blocks is a paragraph or heading of its own.
    case html
    /// A rule across the page (`---`, `***`).
    case thematicBreak
    /// One row of a table: the header, the delimiters, or a row of the body.
    case tableRow
    /// A definition that a reference link points at: `[label]: destination "title"`.
    case linkDefinition
    /// A line of nothing but shortcodes: `{{< … >}}`, `{% … %}`.
    case shortcode
  }

  /// The convention that makes a block a heading.
  public enum HeadingStyle: UInt8, Sendable, CaseIterable {
    /// `## Title`
    case atx
    /// `Title` above a line of `===` or `---`
    case setext
    /// A line in bold and nothing else: `**一、起源**`
    case bold
    /// A line in lenticular brackets: `【圆桌对话】`
    case bracketed
    /// A short line that begins with a Chinese number and ends without a mark: `一、起源`, `第二章 起源`
    case numbered
    /// Text between `<h1>` … `<h6>` tags
    case html
  }

  /// What the block is.
  public let kind: Kind
  /// The block's own bytes, from its first to the end of its last line without the line end. Container marks before the
  /// first line are not part of it.
  public let range: UTF8Range
  /// The text of the block without marks of its own: a heading without `##`, any other block as in `range`.
  public let content: UTF8Range
  /// The heading's convention, and `nil` for other blocks.
  public let headingStyle: HeadingStyle?
  /// 1 to 6 for ATX, setext and HTML headings, 0 for everything else.
  public let level: Int
  /// The number of block quotations the block stands in.
  public let quoteDepth: Int
  /// The number of lists the block stands in.
  public let listDepth: Int
  /// The list marker (`-`, `1.`, `（1）`, `①`, `一、`) that stands directly before or at the start of the block; `nil` when
  /// there is none, also for the later blocks of a list item.
  public let marker: UTF8Range?
  /// Whether the block is a part of the same CommonMark block as the block before it: a line of a page whose paragraphs are
  /// single lines, the text below a bold title, a run of text between the tags of an HTML block.
  public let continuesBlock: Bool

  /// Makes a block of its parts.
  public init(
    kind: Kind, range: UTF8Range, content: UTF8Range? = nil, headingStyle: HeadingStyle? = nil, level: Int = 0,
    quoteDepth: Int = 0, listDepth: Int = 0, marker: UTF8Range? = nil, continuesBlock: Bool = false
  ) {
    self.kind = kind
    self.range = range
    self.content = content ?? range
    self.headingStyle = headingStyle
    self.level = level
    self.quoteDepth = quoteDepth
    self.listDepth = listDepth
    self.marker = marker
    self.continuesBlock = continuesBlock
  }

  /// Whether the block holds text that a reader reads, and inline marks are looked for.
  public var isProse: Bool {
    switch kind {
    case .heading, .paragraph, .reference, .tableRow, .shortcode: true
    case .frontMatter, .fencedCode, .indentedCode, .html, .thematicBreak, .linkDefinition: false
    }
  }
}
