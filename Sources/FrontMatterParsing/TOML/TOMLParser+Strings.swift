// Strings: basic and literal, on one line and on many.

extension TOMLParser {
  /// Reads `"…"`, the opening quote at `position`.
  mutating func basicString() throws(SyntaxFailure) -> NodeID {
    let start = position
    position += 1
    let textStart = tree.decoded.count
    let plain = position
    try scan(start) { $0 == .doubleQuote || $0 == .backslash || $0.isLineBreak }
    if bytes[position] == .doubleQuote { return finish(.doubleQuoted, start, text: plain..<position, quotes: 1) }
    tree.decoded.append(contentsOf: bytes[plain..<position])
    while bytes[position] != .doubleQuote {
      guard bytes[position] == .backslash else { throw SyntaxFailure(.unclosedString, at: start) }
      position = try decodeEscape(at: position)
      let from = position
      try scan(start) { $0 == .doubleQuote || $0 == .backslash || $0.isLineBreak }
      tree.decoded.append(contentsOf: bytes[from..<position])
    }
    position += 1
    return tree.addDecoded(.doubleQuoted, from: start, to: position, textStart: textStart)
  }

  /// Reads `'…'`, the opening quote at `position`.
  mutating func literalString() throws(SyntaxFailure) -> NodeID {
    let start = position
    position += 1
    try scan(start) { $0 == .singleQuote || $0.isLineBreak }
    guard bytes[position] == .singleQuote else { throw SyntaxFailure(.unclosedString, at: start) }
    return finish(.singleQuoted, start, text: start + 1..<position, quotes: 1)
  }

  /// Reads `"""…"""`, the opening quotes at `position`.
  mutating func multilineBasicString() throws(SyntaxFailure) -> NodeID {
    let start = position
    position += 3
    _ = try skipLineBreak()
    let textStart = tree.decoded.count
    while true {
      let from = position
      try scan(start) { $0 == .doubleQuote || $0 == .backslash || $0 == .carriageReturn }
      tree.decoded.append(contentsOf: bytes[from..<position])
      switch bytes[position] {
      case .doubleQuote:
        if let inner = closingQuotes(.doubleQuote) {
          for _ in 0..<inner { tree.decoded.append(.doubleQuote) }
          return tree.addDecoded(.multilineBasic, from: start, to: position, textStart: textStart)
        }
        tree.decoded.append(.doubleQuote)
        position += 1
      case .backslash: try multilineEscape()
      default: try carriageReturn()
      }
    }
  }

  /// Reads `'''…'''`, the opening quotes at `position`.
  mutating func multilineLiteralString() throws(SyntaxFailure) -> NodeID {
    let start = position
    position += 3
    _ = try skipLineBreak()
    let textStart = tree.decoded.count
    while true {
      let from = position
      try scan(start) { $0 == .singleQuote || $0 == .carriageReturn }
      tree.decoded.append(contentsOf: bytes[from..<position])
      if bytes[position] == .carriageReturn {
        try carriageReturn()
      } else if let inner = closingQuotes(.singleQuote) {
        for _ in 0..<inner { tree.decoded.append(.singleQuote) }
        return tree.addDecoded(.multilineLiteral, from: start, to: position, textStart: textStart)
      } else {
        tree.decoded.append(.singleQuote)
        position += 1
      }
    }
  }

  /// Moves to the next byte that `isSpecial`.
  private mutating func scan(_ opening: Int, _ isSpecial: (UInt8) -> Bool) throws(SyntaxFailure) {
    while !isSpecial(bytes[position]) {
      if bytes[position] == .endOfBlock { throw SyntaxFailure(.unclosedString, at: opening) }
      if bytes[position] == 0x7F { throw SyntaxFailure(.controlCharacter, at: position) }
      position += 1
    }
  }

  private mutating func finish(
    _ style: SyntaxNode.Style, _ start: Int, text: Range<Int>, quotes: Int
  ) -> NodeID {
    position = text.upperBound + quotes
    return tree.addScalar(.string, style, from: start, to: position, text: text)
  }

  /// Moves behind three closing quotes: how many of up to five belong to the text. `nil` where fewer than three stand here.
  private mutating func closingQuotes(_ quote: UInt8) -> Int? {
    var count = 0
    while count < 5 && bytes[position + count] == quote { count += 1 }
    guard count >= 3 else { return nil }
    position += count
    return count - 3
  }

  /// Takes the CR of a CR LF into the text.
  private mutating func carriageReturn() throws(SyntaxFailure) {
    guard bytes[position + 1] == .lineFeed else { throw SyntaxFailure(.controlCharacter, at: position) }
    tree.decoded.append(.carriageReturn)
    position += 1
  }

  /// Decodes an escape; a backslash at the end of a line takes all white space behind it away.
  private mutating func multilineEscape() throws(SyntaxFailure) {
    var offset = position + 1
    while bytes[offset].isBlank { offset += 1 }
    guard bytes[offset].isLineBreak else {
      position = try decodeEscape(at: position)
      return
    }
    position = offset
    while try skipLineBreak() { skipBlanks() }
  }

  /// Decodes the escape at `offset`: the byte after it.
  private mutating func decodeEscape(at offset: Int) throws(SyntaxFailure) -> Int {
    let byte: UInt8
    switch bytes[offset + 1] {
    case .doubleQuote, .backslash: byte = bytes[offset + 1]
    case UInt8(ascii: "b"): byte = 0x08
    case UInt8(ascii: "t"): byte = 0x09
    case UInt8(ascii: "n"): byte = 0x0A
    case UInt8(ascii: "f"): byte = 0x0C
    case UInt8(ascii: "r"): byte = 0x0D
    case UInt8(ascii: "e") where version != .v1_0: byte = 0x1B
    case UInt8(ascii: "x") where version != .v1_0: return try tree.decodeHexadecimal(at: offset, digits: 2)
    case UInt8(ascii: "u"): return try tree.decodeHexadecimal(at: offset, digits: 4, joiningSurrogates: false)
    case UInt8(ascii: "U"): return try tree.decodeHexadecimal(at: offset, digits: 8, joiningSurrogates: false)
    default: throw SyntaxFailure(.invalidEscape, offset..<offset + 1)
    }
    tree.decoded.append(byte)
    return offset + 2
  }
}
