// Literal (`|`) and folded (`>`) scalars.

extension YAMLParser {
  /// What happens to the line breaks at the end.
  private enum Chomping {
    case strip, clip, keep
  }

  /// Reads a block scalar, its indicator at `position`.
  mutating func blockScalar(_ parent: Int) throws(SyntaxFailure) -> NodeID {
    let start = position
    let isFolded = bytes[position] == .greater
    let (explicit, chomping) = try blockScalarHeader()
    var end = position
    skipBlanks()
    if bytes[position] == .hash {
      if position == end { throw SyntaxFailure(.unspacedComment, at: position) }
      position = lineEnd(from: position)
    }
    guard bytes[position].isLineBreak || bytes[position] == .endOfBlock else {
      throw SyntaxFailure(.invalidBlockScalar, position..<lineEnd(from: position))
    }
    let textStart = tree.decoded.count
    if bytes[position].isLineBreak {
      moveToLine(afterLineBreak(position))
      let indent = if let explicit { max(parent, 0) + explicit } else { try detectIndent(parent) }
      end = try blockScalarLines(indent, isFolded: isFolded, chomping, headerEnd: end)
    }
    return tree.addDecoded(isFolded ? .folded : .literal, from: start, to: end, textStart: textStart)
  }

  /// Reads `|` or `>` with its indicators.
  private mutating func blockScalarHeader() throws(SyntaxFailure) -> (indent: Int?, Chomping) {
    var indent: Int?
    var chomping: Chomping?
    position += 1
    while true {
      let byte = bytes[position]
      if byte.isDigit && byte != .zero && indent == nil {
        indent = Int(byte &- .zero)
      } else if (byte == .plus || byte == .hyphen) && chomping == nil {
        chomping = byte == .plus ? .keep : .strip
      } else if byte.isWhite || byte == .hash {
        return (indent, chomping ?? .clip)
      } else {
        throw SyntaxFailure(.invalidBlockScalar, at: position)
      }
      position += 1
    }
  }

  /// The indentation of the first line that is not blank, or one more than `parent`.
  private func detectIndent(_ parent: Int) throws(SyntaxFailure) -> Int {
    var line = position
    var widest = 0
    while true {
      var offset = line
      while bytes[offset] == .space { offset += 1 }
      let indent = offset - line
      if bytes[offset].isLineBreak || bytes[offset] == .endOfBlock { widest = max(widest, indent) }
      if bytes[offset].isLineBreak {
        line = afterLineBreak(offset)
      } else if bytes[offset] == .endOfBlock || indent <= parent || (indent == 0 && isDocumentMarker(at: offset)) {
        // No content: blank lines of any width count as breaks.
        return max(parent + 1, widest)
      } else if widest > indent {
        throw SyntaxFailure(.invalidBlockScalar, line..<offset)
      } else {
        return indent
      }
    }
  }

  /// Reads the lines of a block scalar into the decoded text: where its last line ends.
  private mutating func blockScalarLines(
    _ indent: Int, isFolded: Bool, _ chomping: Chomping, headerEnd: Int
  ) throws(SyntaxFailure) -> Int {
    var end = headerEnd
    var breaks = 0
    var hasText = false
    var wasSpaced = false
    while bytes[position] != .endOfBlock {
      var offset = position
      while offset - position < indent && bytes[offset] == .space { offset += 1 }
      let byte = bytes[offset]
      if byte.isLineBreak {
        breaks += 1
        if chomping == .keep { end = offset }
        moveToLine(afterLineBreak(offset))
        continue
      }
      guard byte != .endOfBlock, offset - position == indent, !(indent == 0 && isDocumentMarker(at: offset)) else {
        // A last line without a break counts as one that has it.
        if byte == .endOfBlock {
          breaks += offset > position ? 1 : 0
          position = offset
        }
        break
      }
      // A line that begins with a blank keeps the breaks around it.
      let isSpaced = byte.isBlank
      if !isFolded || !hasText || isSpaced || wasSpaced {
        for _ in 0..<breaks { tree.decoded.append(.lineFeed) }
      } else {
        appendFolded(breaks: breaks)
      }
      let textEnd = lineEnd(from: offset)
      tree.decoded.append(contentsOf: bytes[offset..<textEnd])
      (hasText, wasSpaced, breaks, end) = (true, isSpaced, 1, textEnd)
      if bytes[textEnd] == .endOfBlock {
        position = textEnd
      } else {
        moveToLine(afterLineBreak(textEnd))
      }
    }
    if bytes[position] == .tab { throw tabIndentation() }
    if chomping == .keep || (chomping == .clip && hasText) {
      for _ in 0..<(chomping == .keep ? breaks : min(breaks, 1)) { tree.decoded.append(.lineFeed) }
    }
    return end
  }

  /// Moves to the start of a line, its spaces not counted yet.
  private mutating func moveToLine(_ offset: Int) {
    lineStart = offset
    position = offset
  }
}
