internal import TextOffsets

extension BlockScanner {
  /// What the start of a line opened.
  enum Opened { case nothing, container, leaf }

  /// Opens the containers and the leaf that begin in the line.
  mutating func openBlocks(_ bytes: Bytes, _ cursor: inout LineCursor, matched: Int) -> Opened {
    var opened = Opened.nothing
    while !cursor.isBlank {
      // Han text, by far the most common start, opens nothing.
      let byte = bytes[cursor.content]
      if byte >= 0x80 { break }
      let interrupts = leaf == .paragraph && opened == .nothing && matched == containers.count
      if cursor.indent >= 4 {
        guard leaf != .paragraph || opened != .nothing else { break }
        begin(&opened, matched: matched, bytes)
        cursor.skip(columns: 4, bytes)
        openLeaf(.indentedCode, at: cursor.offset)
        leafRange.end = bytes.beforeBlanks(cursor.end, after: cursor.offset)
        return .leaf
      }
      switch byte {
      case ">":
        guard containers.count < Self.depthLimit else { return opened }
        begin(&opened, matched: matched, bytes)
        skipQuoteMark(bytes, &cursor)
        open(Container(kind: .quote, indent: 0))
        opened = .container
        continue
      case "#":
        guard let heading = bytes.atxHeading(cursor.content, before: cursor.end) else { break }
        begin(&opened, matched: matched, bytes)
        openLeaf(.none, at: cursor.content)
        add(
          .heading, UTF8Range(start: cursor.content, end: bytes.beforeBlanks(cursor.end, after: cursor.content)),
          content: heading.content, style: .atx, level: heading.level)
        return .leaf
      case "`", "~":
        guard let length = bytes.openingFence(cursor.content, before: cursor.end) else { break }
        begin(&opened, matched: matched, bytes)
        openLeaf(.fencedCode(fence: byte, length: length), at: cursor.content)
        leafRange.end = bytes.beforeBlanks(cursor.end, after: cursor.content)
        return .leaf
      case "<":
        guard let html = HTMLBlock(bytes, cursor.content, before: cursor.end, interrupting: leaf == .paragraph) else {
          break
        }
        begin(&opened, matched: matched, bytes)
        openLeaf(.html(html), at: cursor.content)
        leafRange.end = bytes.beforeBlanks(cursor.end, after: cursor.content)
        if html.ends(bytes, UTF8Range(start: cursor.content, end: cursor.end)) { closeLeaf(bytes) }
        return .leaf
      case "[":
        guard let end = bytes.footnoteLabel(cursor.content, before: cursor.end),
          containers.count < Self.depthLimit
        else { break }
        begin(&opened, matched: matched, bytes)
        marker = UTF8Range(start: cursor.content, end: end)
        cursor.skipIndent()
        cursor.skip(bytes: end - cursor.offset)
        cursor.measure(bytes)
        cursor.skipIndent()
        cursor.measure(bytes)
        open(Container(kind: .footnote, indent: 4))
        opened = .container
        continue
      default:
        break
      }
      if interrupts, openAtParagraphEnd(bytes, cursor) { return .leaf }
      if byte == "-" || byte == "*" || byte == "_", bytes.isThematicBreak(cursor.content, before: cursor.end) {
        begin(&opened, matched: matched, bytes)
        openLeaf(.none, at: cursor.content)
        add(
          .thematicBreak,
          UTF8Range(start: cursor.content, end: bytes.beforeBlanks(cursor.end, after: cursor.content)))
        return .leaf
      }
      guard let item = bytes.listMarker(cursor.content, before: cursor.end, interrupting: interrupts),
        containers.count < Self.depthLimit
      else { break }
      begin(&opened, matched: matched, bytes)
      openItem(bytes, &cursor, item)
      opened = .container
    }
    return opened
  }

  /// Opens a container in those that are open.
  private mutating func open(_ container: Container) {
    for index in containers.indices { containers[index].isEmpty = false }
    containers.append(container)
  }

  /// Closes what the line does not belong to, before the first block it opens.
  private mutating func begin(_ opened: inout Opened, matched: Int, _ bytes: Bytes) {
    guard opened == .nothing else { return }
    closeLeaf(bytes)
    if matched < containers.count { containers.removeSubrange(matched...) }
    marker = nil
  }

  /// Opens a list item: its content begins after the marker and up to four spaces.
  private mutating func openItem(_ bytes: Bytes, _ cursor: inout LineCursor, _ end: Int) {
    let markerIndent = cursor.indent
    let width = end - cursor.content
    // Items that open on one line (`- 1. …`) give their block one marker.
    marker = UTF8Range(start: marker?.start ?? cursor.content, end: end)
    cursor.skipIndent()
    cursor.skip(bytes: width)
    cursor.measure(bytes)
    let gap = cursor.isBlank || cursor.indent > 4 ? 1 : cursor.indent
    cursor.skip(columns: gap, bytes)
    cursor.measure(bytes)
    open(Container(kind: .item, indent: markerIndent + width + gap))
  }

  /// Ends the open paragraph where the line underlines it as a heading, or as the header of a table.
  private mutating func openAtParagraphEnd(_ bytes: Bytes, _ cursor: LineCursor) -> Bool {
    if let level = bytes.setextUnderline(cursor.content, before: cursor.end) {
      guard finishSetextHeading(bytes, level: level, underline: cursor) else { return false }
      leaf = .none
      return true
    }
    if bytes.isDelimiterRow(cursor.content, before: cursor.end), let header = lines.last,
      bytes.cellCount(header) == bytes.cellCount(UTF8Range(start: cursor.content, end: cursor.end))
    {
      lines.removeLast()
      if !lines.isEmpty { finishParagraph(bytes) }
      leaf = .table
      lines.removeAll(keepingCapacity: true)
      add(.tableRow, header)
      addTableRow(bytes, cursor)
      return true
    }
    return false
  }

  /// Records the line as a row of the open table.
  mutating func addTableRow(_ bytes: Bytes, _ cursor: LineCursor) {
    add(.tableRow, UTF8Range(start: cursor.content, end: bytes.beforeBlanks(cursor.end, after: cursor.content)))
  }

  /// Gives the line to an open code or HTML block, if it still belongs there.
  mutating func continueVerbatim(_ bytes: Bytes, _ cursor: inout LineCursor) -> Bool {
    switch leaf {
    case .fencedCode(let fence, let length):
      leafRange.end = max(leafRange.end, bytes.beforeBlanks(cursor.end, after: cursor.offset))
      if cursor.indent < 4, bytes.isClosingFence(cursor.content, before: cursor.end, fence: fence, length: length) {
        closeLeaf(bytes)
      }
      return true
    case .indentedCode:
      if cursor.isBlank { return true }
      guard cursor.indent >= 4 else {
        closeLeaf(bytes)
        return false
      }
      leafRange.end = bytes.beforeBlanks(cursor.end, after: cursor.offset)
      return true
    case .html(let html):
      if html.endsAtBlankLine, cursor.isBlank {
        closeLeaf(bytes)
        return true
      }
      leafRange.end = max(leafRange.end, bytes.beforeBlanks(cursor.end, after: cursor.offset))
      if html.ends(bytes, UTF8Range(start: cursor.content, end: cursor.end)) { closeLeaf(bytes) }
      return true
    case .none, .paragraph, .table:
      return false
    }
  }
}
