// Between the tokens: blanks, comments, line breaks, and where the line's content begins.

extension YAMLParser {
  /// Whether `position` is at the first token of its line.
  var isAtLineContent: Bool { position == firstToken }

  /// Whether a colon stands here that ends a key.
  @inline(__always)
  var isAtColon: Bool { bytes[position] == .colon && bytes[position + 1].isWhite }

  /// Skips blanks: whether a colon follows that ends a key.
  var isAtMappingColon: Bool {
    mutating get {
      if isAtColon { return true }
      let start = position
      skipBlanks()
      if isAtColon { return true }
      position = start
      return false
    }
  }

  /// Whether `---` or `...` begins the line at `position`.
  var isDocumentMarker: Bool { position == lineStart && isDocumentMarker(at: position) }

  @inline(__always)
  func isDocumentMarker(at offset: Int) -> Bool {
    let byte = bytes[offset]
    return (byte == .hyphen || byte == .dot) && bytes[offset + 1] == byte && bytes[offset + 2] == byte
      && bytes[offset + 3].isWhite
  }

  mutating func skipBlanks() {
    while bytes[position].isBlank { position += 1 }
  }

  /// Skips blanks, comments and line breaks up to the next token: whether a tab stands between it and what was before it
  /// on its line.
  mutating func skipGap() throws(SyntaxFailure) -> Bool {
    var hasTab = false
    var isNewLine = position == lineStart
    if isNewLine { beginLine(at: position) }
    while true {
      switch bytes[position] {
      case .space: position += 1
      case .tab:
        position += 1
        hasTab = true
      case .hash:
        guard position == lineStart || bytes[position - 1].isWhite else {
          throw SyntaxFailure(.unspacedComment, at: position)
        }
        position = lineEnd(from: position)
      case .lineFeed, .carriageReturn:
        beginLine(at: afterLineBreak(position))
        isNewLine = true
        hasTab = false
      default:
        if isNewLine {
          firstToken = position
          isTabbed = hasTab
        }
        return hasTab
      }
    }
  }

  /// Moves to the first byte of a line that is not a space.
  mutating func beginLine(at offset: Int) {
    lineStart = offset
    position = offset
    while bytes[position] == .space { position += 1 }
    lineIndent = position - lineStart
  }

  /// The byte after the line break at `offset`: LF, CR LF or CR.
  func afterLineBreak(_ offset: Int) -> Int {
    bytes[offset] == .carriageReturn && bytes[offset + 1] == .lineFeed ? offset + 2 : offset + 1
  }

  /// The line break, or the end of the block, at or after `offset`.
  func lineEnd(from offset: Int) -> Int {
    var offset = offset
    while !bytes[offset].isLineBreak && bytes[offset] != .endOfBlock { offset += 1 }
    return offset
  }

  /// Demands that nothing but a comment follows on the line.
  mutating func expectLineEnd() throws(SyntaxFailure) {
    let start = position
    skipBlanks()
    switch bytes[position] {
    case .lineFeed, .carriageReturn, .endOfBlock: return
    case .hash:
      if position == start { throw SyntaxFailure(.unspacedComment, at: position) }
    case .colon where position == start: throw missingSpace(afterColonAt: position)
    default: throw SyntaxFailure(.unexpectedContent, position..<lineEnd(from: position))
    }
  }
}

// What people meant: errors that name their cause.
extension YAMLParser {
  /// An error about a collection that begins where it must not.
  func misplaced(_ code: FrontMatterError.Code, _ hasTab: Bool) -> SyntaxFailure {
    hasTab ? tabIndentation() : SyntaxFailure(code, at: position)
  }

  /// An error about the tabs before `position`, with two spaces for each as the fix.
  func tabIndentation() -> SyntaxFailure {
    var start = position
    while start > 0 && bytes[start - 1].isBlank { start -= 1 }
    while bytes[start] == .space { start += 1 }
    var end = start
    while bytes[end] == .tab { end += 1 }
    var failure = SyntaxFailure(.tabIndentation, start..<max(end, start + 1))
    failure.fix = (start..<end, String(repeating: "  ", count: end - start))
    return failure
  }

  /// An error about a line that belongs to nothing.
  func unexpectedLine() -> SyntaxFailure {
    if isAtLineContent && isTabbed { return tabIndentation() }
    let end = lineEnd(from: position)
    return suspectedColon(in: position..<end) ?? SyntaxFailure(.unexpectedContent, position..<max(end, position + 1))
  }

  /// An error about a line that should be an entry of a mapping.
  func missingColon(from start: Int) -> SyntaxFailure {
    let line = start..<lineEnd(from: start)
    return suspectedColon(in: line) ?? SyntaxFailure(.missingColon, line)
  }

  /// An error about a key that does not end on its line.
  func multilineKey(from start: Int) -> SyntaxFailure {
    suspectedColon(in: start..<lineEnd(from: start)) ?? SyntaxFailure(.multilineKey, start..<position)
  }

  /// The error about a full-width colon, or one without a space after it, in a line that should have a key.
  func suspectedColon(in line: Range<Int>) -> SyntaxFailure? {
    for offset in line {
      if bytes[offset] == .colon && !bytes[offset + 1].isWhite { return missingSpace(afterColonAt: offset) }
      if isFullWidthColon(at: offset) {
        var failure = SyntaxFailure(.fullWidthColon, offset..<offset + 3)
        let isSpaced = bytes[offset + 3].isWhite
        failure.fix = (offset..<offset + 3, isSpaced ? ":" : ": ")
        return failure
      }
    }
    return nil
  }

  func missingSpace(afterColonAt offset: Int) -> SyntaxFailure {
    var failure = SyntaxFailure(.missingSpaceAfterColon, at: offset)
    failure.fix = (offset..<offset + 1, ": ")
    return failure
  }

  /// Whether U+FF1A stands at `offset`.
  func isFullWidthColon(at offset: Int) -> Bool {
    bytes[offset] == 0xEF && bytes[offset + 1] == 0xBC && bytes[offset + 2] == 0x9A
  }
}
