internal import TextOffsets

/// Finds the blocks of a page, line by line, as CommonMark's parsing strategy describes: match the open containers, look
/// for new ones, and give what is left to the open leaf.
///
/// Every line is looked at once; a line costs its length plus the number of open containers, which is limited.
struct BlockScanner {
  /// A block quotation, list item or footnote that is open.
  struct Container {
    enum Kind: UInt8 { case quote, item, footnote }
    let kind: Kind
    /// The columns by which the lines of an item or footnote are indented.
    let indent: Int
    /// Whether nothing stands in it yet.
    var isEmpty = true
  }

  /// The block that takes the text of lines.
  enum Leaf: Equatable {
    case none, paragraph, table, indentedCode
    case fencedCode(fence: UInt8, length: Int)
    case html(HTMLBlock)

    /// Whether a blank line ends it, and does no more.
    var endsAtBlankLine: Bool {
      switch self {
      case .none, .paragraph, .table: true
      case .indentedCode, .fencedCode, .html: false
      }
    }
  }

  /// Containers deeper than this are read as text, so that hostile nesting costs no more than its length.
  static let depthLimit = 64

  var blocks: [Block] = []
  /// The marks of block quotations on lines that continue a paragraph.
  var quoteMarks: [UTF8Range] = []
  /// The labels of link definitions, in lower case.
  var definitions: Set<[UInt8]> = []

  var containers: [Container] = []
  var leaf = Leaf.none
  /// Where the open leaf began, and where its last line with text ended.
  var leafRange = UTF8Range(start: 0, end: 0)
  /// The contents of the open paragraph's lines.
  var lines: [UTF8Range] = []
  /// The list marker that the next block belongs to.
  var marker: UTF8Range?
  /// The quotation marks passed on this line.
  private var lineQuoteMark: UTF8Range?

  /// Scans the lines of `scope`.
  mutating func scan(_ bytes: Bytes, scope: UTF8Range) {
    var start = scanFrontMatter(bytes, scope: scope)
    blocks.reserveCapacity(scope.count / 128)
    while start < scope.end {
      let end = bytes.lineEnd(from: start, before: scope.end)
      if start == end, containers.isEmpty, leaf.endsAtBlankLine {
        // Half of the lines of many pages.
        closeLeaf(bytes)
      } else {
        scanLine(bytes, LineCursor(start: start, end: end))
      }
      start = bytes.lineStart(after: end, before: scope.end)
    }
    closeLeaf(bytes)
  }

  private mutating func scanLine(_ bytes: Bytes, _ line: LineCursor) {
    var cursor = line
    lineQuoteMark = nil
    cursor.measure(bytes)
    let matched = containers.isEmpty ? 0 : matchContainers(bytes, &cursor)
    let allMatched = matched == containers.count

    if allMatched, continueVerbatim(bytes, &cursor) { return }
    let paragraphIsOpen = leaf == .paragraph
    let opened = openBlocks(bytes, &cursor, matched: matched)
    if opened == .leaf { return }

    if cursor.isBlank {
      endAtBlankLine(bytes, matched: matched, opened: opened)
    } else if paragraphIsOpen, opened == .nothing {
      // Either the paragraph's next line, or a lazy one that lacks the marks of its containers.
      continueParagraph(bytes, cursor)
    } else {
      if opened == .nothing { close(containersFrom: matched, bytes) }
      if leaf == .table, opened == .nothing {
        addTableRow(bytes, cursor)
      } else {
        openLeaf(.paragraph, at: cursor.content)
        lines.append(UTF8Range(start: cursor.content, end: bytes.beforeBlanks(cursor.end, after: cursor.content)))
      }
    }
  }

  /// Consumes the marks of the containers that go on in this line, and gives their number.
  private mutating func matchContainers(_ bytes: Bytes, _ cursor: inout LineCursor) -> Int {
    var matched = 0
    while matched < containers.count {
      let container = containers[matched]
      if container.kind == .quote {
        guard cursor.indent < 4, !cursor.isBlank, bytes[cursor.content] == ">" else { break }
        let start = lineQuoteMark?.start ?? cursor.content
        skipQuoteMark(bytes, &cursor)
        lineQuoteMark = UTF8Range(start: start, end: cursor.offset)
      } else if cursor.isBlank {
        guard !container.isEmpty else { break }
        cursor.skipIndent()
      } else {
        guard cursor.indent >= container.indent else { break }
        cursor.skip(columns: container.indent, bytes)
        cursor.measure(bytes)
      }
      matched += 1
    }
    return matched
  }

  /// Goes past `>` and one space after it.
  mutating func skipQuoteMark(_ bytes: Bytes, _ cursor: inout LineCursor) {
    cursor.skipIndent()
    cursor.skip(bytes: 1)
    if cursor.offset < cursor.end, bytes[cursor.offset].isBlank { cursor.skip(columns: 1, bytes) }
    cursor.measure(bytes)
  }

  private mutating func continueParagraph(_ bytes: Bytes, _ cursor: LineCursor) {
    if let lineQuoteMark { quoteMarks.append(lineQuoteMark) }
    lines.append(UTF8Range(start: cursor.content, end: bytes.beforeBlanks(cursor.end, after: cursor.content)))
  }

  private mutating func endAtBlankLine(_ bytes: Bytes, matched: Int, opened: Opened) {
    if opened == .nothing {
      // A blank line ends block quotations that it does not belong to, and items that began with one.
      close(containersFrom: matched, bytes)
    }
    if leaf.endsAtBlankLine { closeLeaf(bytes) }
  }

  /// Begins a leaf at `start`.
  mutating func openLeaf(_ leaf: Leaf, at start: Int) {
    for index in containers.indices { containers[index].isEmpty = false }
    self.leaf = leaf
    leafRange = UTF8Range(start: start, end: start)
    lines.removeAll(keepingCapacity: true)
  }

  /// Closes the containers from the one with the given number on, and the leaf in them.
  mutating func close(containersFrom number: Int, _ bytes: Bytes) {
    guard number < containers.count else { return }
    closeLeaf(bytes)
    containers.removeSubrange(number...)
    marker = nil
  }

  /// Ends the open leaf and records its block.
  mutating func closeLeaf(_ bytes: Bytes) {
    switch leaf {
    case .none, .table: break
    case .paragraph: finishParagraph(bytes)
    case .indentedCode: add(.indentedCode, leafRange)
    case .fencedCode: add(.fencedCode, leafRange)
    case .html(let html): finishHTML(html, bytes)
    }
    leaf = .none
  }

  /// Records an HTML block, and the runs of text in it as blocks of their own.
  private mutating func finishHTML(_ html: HTMLBlock, _ bytes: Bytes) {
    guard html.endsAtBlankLine || html == .declaration else { return add(.html, leafRange) }
    var scanner = HTMLScanner()
    scanner.scan(bytes, leafRange)
    // A tag that does not close is text to the scanner, and a block of HTML to CommonMark.
    guard scanner.blocks.first?.kind == .html else { return add(.html, leafRange) }
    for (number, block) in scanner.blocks.enumerated() {
      add(block.kind, block.range, style: block.headingStyle, level: block.level, continuesBlock: number > 0)
    }
  }

  /// Records a block in the open containers.
  mutating func add(
    _ kind: Block.Kind, _ range: UTF8Range, content: UTF8Range? = nil, style: Block.HeadingStyle? = nil,
    level: Int = 0, marker: UTF8Range? = nil, continuesBlock: Bool = false
  ) {
    var quoteDepth = 0
    for container in containers where container.kind == .quote { quoteDepth += 1 }
    var listDepth = 0
    for container in containers where container.kind == .item { listDepth += 1 }
    blocks.append(
      Block(
        kind: kind, range: range, content: content, headingStyle: style, level: level, quoteDepth: quoteDepth,
        listDepth: listDepth, marker: self.marker ?? marker, continuesBlock: continuesBlock))
    self.marker = nil
  }
}

extension Bytes {
  /// The start of the line after the one that ends at `index`.
  func lineStart(after index: Int, before end: Int) -> Int {
    guard index < end else { return end }
    if self[index] == "\r", index + 1 < end, self[index + 1] == "\n" { return index + 2 }
    return index + 1
  }
}
