// Values: arrays, inline tables, booleans, numbers, dates and times.

extension TOMLParser {
  mutating func value() throws(SyntaxFailure) -> NodeID {
    switch bytes[position] {
    case .doubleQuote:
      return bytes[position + 1] == .doubleQuote && bytes[position + 2] == .doubleQuote
        ? try multilineBasicString() : try basicString()
    case .singleQuote:
      return bytes[position + 1] == .singleQuote && bytes[position + 2] == .singleQuote
        ? try multilineLiteralString() : try literalString()
    case .leftBracket: return try array()
    case .leftBrace: return try inlineTable()
    default: return try bareValue()
    }
  }

  private mutating func array() throws(SyntaxFailure) -> NodeID {
    let opening = position
    let array = try open(.sequence)
    try skipGap(opening)
    while bytes[position] != .rightBracket {
      if bytes[position] == .comma { throw SyntaxFailure(.missingValue, at: position) }
      tree.append(try value(), to: array)
      try skipGap(opening)
      if bytes[position] == .comma {
        position += 1
        try skipGap(opening)
      } else if bytes[position] != .rightBracket {
        throw SyntaxFailure(.missingComma, at: position)
      }
    }
    return close(array)
  }

  private mutating func inlineTable() throws(SyntaxFailure) -> NodeID {
    let opening = position
    let table = try open(.mapping)
    try skipInlineGap(opening)
    while bytes[position] != .rightBrace {
      if bytes[position] == .comma { throw SyntaxFailure(.missingKey, at: position) }
      _ = try keyValue(table)
      try skipInlineGap(opening)
      if bytes[position] == .comma {
        position += 1
        try skipInlineGap(opening)
        if version == .v1_0 && bytes[position] == .rightBrace { throw SyntaxFailure(.missingKey, at: position) }
      } else if bytes[position] != .rightBrace {
        throw SyntaxFailure(.missingComma, at: position)
      }
    }
    return close(table)
  }

  private mutating func open(_ kind: SyntaxNode.Kind) throws(SyntaxFailure) -> NodeID {
    depth += 1
    if depth > limits.depth { throw SyntaxFailure(.tooDeep, at: position) }
    position += 1
    return tree.add(SyntaxNode(kind, .flow, from: position - 1, to: position))
  }

  private mutating func close(_ collection: NodeID) -> NodeID {
    depth -= 1
    position += 1
    tree[collection].end = UInt32(truncatingIfNeeded: position)
    return collection
  }

  /// Skips blanks, comments and line breaks inside of brackets.
  private mutating func skipGap(_ opening: Int) throws(SyntaxFailure) {
    repeat {
      skipBlanks()
      try skipComment()
    } while try skipLineBreak()
    if bytes[position] == .endOfBlock { throw SyntaxFailure(.unclosedCollection, at: opening) }
  }

  /// The same inside of braces, where version 1.0 allows blanks only.
  private mutating func skipInlineGap(_ opening: Int) throws(SyntaxFailure) {
    if version != .v1_0 { return try skipGap(opening) }
    skipBlanks()
    let byte = bytes[position]
    if byte.isLineBreak || byte == .hash || byte == .endOfBlock {
      throw SyntaxFailure(.unclosedCollection, at: opening)
    }
  }

  // MARK: Without quotes

  private mutating func bareValue() throws(SyntaxFailure) -> NodeID {
    let start = position
    var end = start
    while isBare(bytes[end]) { end += 1 }
    // A space may stand between a date and a time.
    if end - start == 10, bytes[start + 4] == .hyphen, bytes[end] == .space, bytes[end + 1].isDigit {
      end += 1
      while isBare(bytes[end]) { end += 1 }
    }
    guard end > start else {
      if bytes[start].isWhite || bytes[start] == .hash { throw SyntaxFailure(.missingValue, start..<start) }
      throw bytes.curlyQuote(at: start) ?? SyntaxFailure(.invalidValue, start..<lineEnd)
    }
    guard let kind = bareKind(start..<end) else { throw SyntaxFailure(.invalidValue, start..<end) }
    position = end
    return tree.addScalar(kind, .plain, from: start, to: end, text: start..<end)
  }

  private func isBare(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == .plus || byte == .hyphen || byte == .dot || byte == .colon
      || byte == .underscore
  }

  /// Whether all of `text` is a number.
  static func isNumber(_ text: String) -> Bool {
    let content = Array(text.utf8) + [.endOfBlock]
    let parser = TOMLParser(content, limits: FrontMatter.Limits())
    return parser.numberKind(content.dropLast()) != nil
  }

  private func bareKind(_ range: Range<Int>) -> SyntaxNode.Kind? {
    let token = bytes[range]
    if token.elementsEqual("true".utf8) || token.elementsEqual("false".utf8) { return .boolean }
    if token.contains(.colon) || (range.count >= 10 && bytes[range.lowerBound + 4] == .hyphen) {
      guard let parts = FrontMatter.Timestamp.scan(bytes.span, range), parts.isStrict else { return nil }
      return parts.hasSeconds || parts.time == nil || version != .v1_0 ? .timestamp : nil
    }
    return numberKind(token)
  }

  private func numberKind(_ token: ArraySlice<UInt8>) -> SyntaxNode.Kind? {
    var digits = token
    let isSigned = digits.first == .plus || digits.first == .hyphen
    if isSigned { digits.removeFirst() }
    if digits.elementsEqual("inf".utf8) || digits.elementsEqual("nan".utf8) { return .float }
    guard let first = digits.first, first.isDigit else { return nil }
    if first == .zero && digits.count > 1 {
      switch digits[digits.startIndex + 1] {
      case UInt8(ascii: "x") where !isSigned: return radixKind(token, digits) { $0.hexadecimalValue != nil }
      case UInt8(ascii: "o") where !isSigned: return radixKind(token, digits) { $0 &- .zero < 8 }
      case UInt8(ascii: "b") where !isSigned: return radixKind(token, digits) { $0 &- .zero < 2 }
      case .dot, UInt8(ascii: "e"), UInt8(ascii: "E"): break
      default: return nil
      }
    }
    var rest = digits
    guard dropDigits(&rest) else { return nil }
    if rest.isEmpty { return Number.integer(token) == nil ? nil : .integer }
    if rest.first == .dot {
      rest.removeFirst()
      guard dropDigits(&rest) else { return nil }
    }
    if let byte = rest.first, byte | 0x20 == UInt8(ascii: "e") {
      rest.removeFirst()
      if rest.first == .plus || rest.first == .hyphen { rest.removeFirst() }
      guard dropDigits(&rest) else { return nil }
    }
    return rest.isEmpty ? .float : nil
  }

  private func radixKind(
    _ token: ArraySlice<UInt8>, _ digits: ArraySlice<UInt8>, _ isDigit: (UInt8) -> Bool
  ) -> SyntaxNode.Kind? {
    var rest = digits.dropFirst(2)
    guard dropDigits(&rest, isDigit), rest.isEmpty else { return nil }
    return Number.integer(token) == nil ? nil : .integer
  }

  /// Removes digits, between any two of which one underscore may stand, from the start.
  private func dropDigits(_ rest: inout ArraySlice<UInt8>, _ isDigit: (UInt8) -> Bool = \.isDigit) -> Bool {
    guard let first = rest.first, isDigit(first) else { return false }
    while let byte = rest.first {
      if byte == .underscore {
        guard let next = rest.dropFirst().first, isDigit(next) else { return false }
      } else if !isDigit(byte) {
        break
      }
      rest.removeFirst()
    }
    return true
  }
}
