// Plain scalars: text without quotes.

extension YAMLParser {
  /// Reads the first line of a plain scalar.
  mutating func plainLine(inFlow: Bool) throws(SyntaxFailure) -> NodeID {
    let start = position
    guard canBeginPlain(inFlow: inFlow) else { throw cannotBeginPlain() }
    let end = scanPlain(inFlow: inFlow)
    return tree.addScalar(.string, .plain, from: start, to: end, text: start..<end)
  }

  /// Reads the further lines of a plain scalar in a block, and gives it its type.
  mutating func finishPlain(_ node: NodeID, parent: Int) throws(SyntaxFailure) {
    try continuePlain(node, parent: parent, inFlow: false)
    if isAtColon { throw multilineKey(from: Int(tree[node].start)) }
  }

  /// Reads further lines of a plain scalar where they are indented deeper than `parent`, and gives the scalar its type.
  mutating func continuePlain(_ node: NodeID, parent: Int, inFlow: Bool) throws(SyntaxFailure) {
    var textStart: Int?
    skipBlanks()
    while bytes[position].isLineBreak, let next = plainContinuation(parent, inFlow: inFlow) {
      let scalar = tree[node]
      if textStart == nil {
        textStart = tree.decoded.count
        tree.decoded.append(contentsOf: bytes[scalar.text])
      }
      if !inFlow { warnOfColon(at: next.start) }
      appendFolded(breaks: next.breaks)
      lineStart = next.lineStart
      position = next.start
      let end = scanPlain(inFlow: inFlow)
      tree.decoded.append(contentsOf: bytes[next.start..<end])
      tree[node].end = UInt32(truncatingIfNeeded: end)
      skipBlanks()
    }
    if let textStart {
      tree[node].isDecoded = true
      tree[node].text = textStart..<tree.decoded.count
    } else {
      let text = tree[node].text
      tree[node].kind = CoreSchema.kind(of: bytes.span, text)
      if bytes[text.lowerBound] == 0xE2 { warnOfCurlyQuotes(text) }
    }
  }

  /// The next line's content, if the plain scalar goes on there.
  private func plainContinuation(_ parent: Int, inFlow: Bool) -> (start: Int, lineStart: Int, breaks: Int)? {
    var offset = position
    var line = position
    var breaks = 0
    while bytes[offset].isLineBreak {
      line = afterLineBreak(offset)
      breaks += 1
      offset = line
      while bytes[offset] == .space { offset += 1 }
      guard offset - line > parent || bytes[offset].isWhite else { return nil }
      while bytes[offset].isBlank { offset += 1 }
    }
    let byte = bytes[offset]
    guard byte != .endOfBlock, byte != .hash, !(offset == line && isDocumentMarker(at: offset)) else { return nil }
    var spaces = line
    while bytes[spaces] == .space { spaces += 1 }
    guard spaces - line > parent else { return nil }
    if inFlow {
      if byte.isFlowIndicator { return nil }
      if byte == .colon && (bytes[offset + 1].isWhite || bytes[offset + 1].isFlowIndicator) { return nil }
    }
    return (offset, line, breaks)
  }

  /// Moves over the rest of a plain scalar's line: the end of its text, without the blanks behind it.
  private mutating func scanPlain(inFlow: Bool) -> Int {
    position = plainEnd(from: position, inFlow: inFlow)
    return position
  }

  @inline(__always)
  private func plainEnd(from start: Int, inFlow: Bool) -> Int {
    let bytes = self.bytes.span
    var offset = start
    scan: while true {
      switch bytes[offset] {
      case .lineFeed, .carriageReturn, .endOfBlock: break scan
      case .colon:
        let next = bytes[offset + 1]
        if next.isWhite || (inFlow && next.isFlowIndicator) { break scan }
      case .hash:
        if offset > start && bytes[offset - 1].isBlank { break scan }
      case .comma, .leftBracket, .rightBracket, .leftBrace, .rightBrace:
        if inFlow { break scan }
      default: break
      }
      offset += 1
    }
    while offset > start && bytes[offset - 1].isBlank { offset -= 1 }
    return offset
  }

  @inline(__always)
  private func canBeginPlain(inFlow: Bool) -> Bool {
    switch bytes[position] {
    case .hyphen, .question, .colon:
      let next = bytes[position + 1]
      return !next.isWhite && !(inFlow && next.isFlowIndicator)
    case .comma, .leftBracket, .rightBracket, .leftBrace, .rightBrace, .hash, .ampersand, .asterisk, .exclamation,
      .verticalBar, .greater, .singleQuote, .doubleQuote, .percent, UInt8(ascii: "@"), UInt8(ascii: "`"), .endOfBlock:
      return false
    default:
      return true
    }
  }

  private func cannotBeginPlain() -> SyntaxFailure {
    switch bytes[position] {
    case .hyphen: SyntaxFailure(.misplacedSequence, at: position)
    case .question, .colon: SyntaxFailure(.misplacedMapping, at: position)
    case .comma: SyntaxFailure(.missingValue, at: position)
    case .rightBracket, .rightBrace: SyntaxFailure(.unexpectedContent, at: position)
    case .hash: SyntaxFailure(.unspacedComment, at: position)
    default: SyntaxFailure(.invalidValue, at: position)
    }
  }

  /// Adds what `breaks` line breaks between two lines of a flow scalar mean: a space, or all but the first.
  mutating func appendFolded(breaks: Int) {
    if breaks == 1 {
      tree.decoded.append(.space)
    } else {
      for _ in 1..<breaks { tree.decoded.append(.lineFeed) }
    }
  }

  /// Warns of a text in “curly quotes”.
  private mutating func warnOfCurlyQuotes(_ text: Range<Int>) {
    guard text.count > 6, bytes[text.lowerBound + 1] == 0x80, bytes[text.lowerBound + 2] == 0x9C,
      bytes[text.upperBound - 3] == 0xE2, bytes[text.upperBound - 2] == 0x80, bytes[text.upperBound - 1] == 0x9D
    else { return }
    let inner = String(decoding: bytes[text.lowerBound + 3..<text.upperBound - 3], as: UTF8.self)
    // “A” and “B” is a text that begins and ends with quotations.
    guard !inner.unicodeScalars.contains(where: { "“”".unicodeScalars.contains($0) }) else { return }
    let isQuotable = !inner.utf8.contains { $0 == .doubleQuote || $0 == .backslash }
    warnings.append(
      SyntaxWarning(code: .curlyQuotes, range: text, fix: isQuotable ? (text, "\"\(inner)\"") : nil))
  }

  /// Warns of a continuation line that looks like `作者：张三`.
  private mutating func warnOfColon(at start: Int) {
    // A key has a few characters; a sentence with a colon in it has more before it.
    for offset in start..<min(start + 24, lineEnd(from: start)) where isFullWidthColon(at: offset) {
      let replacement = bytes[offset + 3].isWhite ? ":" : ": "
      warnings.append(
        SyntaxWarning(code: .fullWidthColon, range: offset..<offset + 3, fix: (offset..<offset + 3, replacement)))
      return
    }
  }
}
