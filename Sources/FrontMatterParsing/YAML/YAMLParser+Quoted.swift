// Single- and double-quoted scalars.

extension YAMLParser {
  /// Reads `"…"`, the opening quote at `position`.
  ///
  /// - Parameter parent: the column that further lines have to be indented deeper than.
  mutating func doubleQuoted(_ parent: Int) throws(SyntaxFailure) -> NodeID {
    let start = position
    let plain = scanQuoted(from: start + 1) { $0 == .doubleQuote || $0 == .backslash }
    if bytes[plain] == .doubleQuote {
      position = plain + 1
      return tree.addScalar(.string, .doubleQuoted, from: start, to: position, text: start + 1..<plain)
    }
    let textStart = tree.decoded.count
    // What was decoded up to here is not trimmed where a line ends: it came from an escape.
    var kept = textStart
    tree.decoded.append(contentsOf: bytes[start + 1..<plain])
    position = plain
    while bytes[position] != .doubleQuote {
      switch bytes[position] {
      case .backslash:
        if bytes[position + 1].isLineBreak {
          position += 1
          let breaks = try skipQuotedBreaks(parent, opening: start)
          for _ in 1..<breaks { tree.decoded.append(.lineFeed) }
        } else {
          position = try decodeEscape(at: position)
        }
        kept = tree.decoded.count
      default:
        try foldQuotedLine(parent, opening: start, kept: kept)
      }
      let end = scanQuoted(from: position) { $0 == .doubleQuote || $0 == .backslash }
      tree.decoded.append(contentsOf: bytes[position..<end])
      position = end
    }
    position += 1
    return tree.addDecoded(.doubleQuoted, from: start, to: position, textStart: textStart)
  }

  /// Reads `'…'`, the opening quote at `position`.
  mutating func singleQuoted(_ parent: Int) throws(SyntaxFailure) -> NodeID {
    let start = position
    let plain = scanQuoted(from: start + 1) { $0 == .singleQuote }
    if bytes[plain] == .singleQuote && bytes[plain + 1] != .singleQuote {
      position = plain + 1
      return tree.addScalar(.string, .singleQuoted, from: start, to: position, text: start + 1..<plain)
    }
    let textStart = tree.decoded.count
    tree.decoded.append(contentsOf: bytes[start + 1..<plain])
    position = plain
    while true {
      if bytes[position] == .singleQuote {
        guard bytes[position + 1] == .singleQuote else { break }
        tree.decoded.append(.singleQuote)
        position += 2
      } else {
        try foldQuotedLine(parent, opening: start, kept: textStart)
      }
      let end = scanQuoted(from: position) { $0 == .singleQuote }
      tree.decoded.append(contentsOf: bytes[position..<end])
      position = end
    }
    position += 1
    return tree.addDecoded(.singleQuoted, from: start, to: position, textStart: textStart)
  }

  /// The next line break, end of the block, or byte that `isSpecial`.
  @inline(__always)
  private func scanQuoted(from start: Int, _ isSpecial: (UInt8) -> Bool) -> Int {
    let bytes = self.bytes.span
    var offset = start
    while !isSpecial(bytes[offset]) && !(bytes[offset] <= .carriageReturn && bytes[offset] != .tab) { offset += 1 }
    return offset
  }

  /// Ends a line of a quoted scalar: blanks around the break go, the break becomes a space or fewer breaks.
  private mutating func foldQuotedLine(_ parent: Int, opening: Int, kept: Int) throws(SyntaxFailure) {
    while tree.decoded.count > kept, let last = tree.decoded.last, last.isBlank { tree.decoded.removeLast() }
    appendFolded(breaks: try skipQuotedBreaks(parent, opening: opening))
  }

  /// Moves from a line break to the content of the next line that has any: the number of breaks between.
  private mutating func skipQuotedBreaks(_ parent: Int, opening: Int) throws(SyntaxFailure) -> Int {
    var breaks = 0
    while bytes[position].isLineBreak {
      beginLine(at: afterLineBreak(position))
      breaks += 1
      skipBlanks()
    }
    if bytes[position] == .endOfBlock { throw SyntaxFailure(.unclosedString, at: opening) }
    if isDocumentMarker { throw SyntaxFailure(.documentMarker, position..<position + 3) }
    if lineIndent <= parent {
      throw position > lineStart + lineIndent ? tabIndentation() : SyntaxFailure(.unclosedString, at: opening)
    }
    return breaks
  }

  /// Decodes the escape at `offset`: the byte after it.
  private mutating func decodeEscape(at offset: Int) throws(SyntaxFailure) -> Int {
    let scalar: UInt32
    switch bytes[offset + 1] {
    case UInt8(ascii: "x"): return try tree.decodeHexadecimal(at: offset, digits: 2)
    case UInt8(ascii: "u"): return try tree.decodeHexadecimal(at: offset, digits: 4)
    case UInt8(ascii: "U"): return try tree.decodeHexadecimal(at: offset, digits: 8)
    case .zero: scalar = 0x00
    case UInt8(ascii: "a"): scalar = 0x07
    case UInt8(ascii: "b"): scalar = 0x08
    case UInt8(ascii: "t"), .tab: scalar = 0x09
    case UInt8(ascii: "n"): scalar = 0x0A
    case UInt8(ascii: "v"): scalar = 0x0B
    case UInt8(ascii: "f"): scalar = 0x0C
    case UInt8(ascii: "r"): scalar = 0x0D
    case UInt8(ascii: "e"): scalar = 0x1B
    case .space: scalar = 0x20
    case .doubleQuote: scalar = 0x22
    case UInt8(ascii: "/"): scalar = 0x2F
    case .backslash: scalar = 0x5C
    case UInt8(ascii: "N"): scalar = 0x85
    case .underscore: scalar = 0xA0
    case UInt8(ascii: "L"): scalar = 0x2028
    case UInt8(ascii: "P"): scalar = 0x2029
    default: throw SyntaxFailure(.invalidEscape, offset..<offset + 2)
    }
    tree.appendDecoded(Unicode.Scalar(scalar)!)
    return offset + 2
  }
}
