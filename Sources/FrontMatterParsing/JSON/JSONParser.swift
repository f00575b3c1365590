/// Reads JSON strictly by RFC 8259 into a concrete syntax tree: recursive descent over bytes, one pass.
struct JSONParser {
  let bytes: [UInt8]
  let limits: FrontMatter.Limits
  var tree: SyntaxTreeBuilder
  var warnings: [SyntaxWarning] = []
  private var position = 0
  private var depth = 0
  private var keyCount = 0

  /// - Parameter content: the content of the block, followed by one NUL.
  init(_ content: [UInt8], limits: FrontMatter.Limits) {
    bytes = content
    self.limits = limits
    tree = SyntaxTreeBuilder(content: content)
  }

  /// Reads the one value that the content is.
  mutating func parse() throws(SyntaxFailure) -> NodeID {
    skipWhite()
    let root = try value()
    skipWhite()
    if bytes[position] != .endOfBlock { throw SyntaxFailure(.unexpectedContent, position..<bytes.count - 1) }
    return root
  }

  private mutating func value() throws(SyntaxFailure) -> NodeID {
    switch bytes[position] {
    case .leftBrace: return try object()
    case .leftBracket: return try array()
    case .doubleQuote: return try string()
    case .hyphen, .zero...UInt8(ascii: "9"): return try number()
    default:
      if let word = try? word("null", .null) { return word }
      if let word = try? word("true", .boolean) { return word }
      if let word = try? word("false", .boolean) { return word }
      throw unknownValue()
    }
  }

  private mutating func object() throws(SyntaxFailure) -> NodeID {
    let object = try open(.mapping)
    let opening = position - 1
    skipWhite()
    if bytes[position] == .rightBrace { return close(object) }
    while true {
      guard bytes[position] == .doubleQuote else { throw missing(.missingKey, opening) }
      let key = try string()
      skipWhite()
      guard bytes[position] == .colon else { throw missing(.missingColon, opening) }
      position += 1
      skipWhite()
      if bytes[position] == .comma || bytes[position] == .rightBrace {
        throw SyntaxFailure(.missingValue, at: position)
      }
      let value = try value()
      keyCount += 1
      if keyCount > limits.keys { throw SyntaxFailure(.tooManyKeys, Int(tree[key].start)..<Int(tree[key].end)) }
      tree[key].keyHash = tree.hash(of: tree[key])
      tree.append(key, to: object)
      tree.append(value, to: object)
      if try isLast(.rightBrace, opening) { break }
    }
    let closed = close(object)
    for key in tree.hideKeys(of: object) {
      let entry = Int(tree[key].start)..<Int(tree[tree[tree[key].next].next].start)
      warnings.append(
        SyntaxWarning(code: .duplicateKey, range: Int(tree[key].start)..<Int(tree[key].end), fix: (entry, "")))
    }
    return closed
  }

  private mutating func array() throws(SyntaxFailure) -> NodeID {
    let array = try open(.sequence)
    let opening = position - 1
    skipWhite()
    if bytes[position] == .rightBracket { return close(array) }
    repeat {
      if bytes[position] == .comma || bytes[position] == .rightBracket {
        throw SyntaxFailure(.missingValue, at: position)
      }
      tree.append(try value(), to: array)
    } while try !isLast(.rightBracket, opening)
    return close(array)
  }

  private mutating func open(_ kind: SyntaxNode.Kind) throws(SyntaxFailure) -> NodeID {
    depth += 1
    if depth > limits.depth { throw SyntaxFailure(.tooDeep, at: position) }
    position += 1
    return tree.add(SyntaxNode(kind, .flow, from: position - 1, to: position))
  }

  /// Ends a collection behind its closing bracket at `position`.
  private mutating func close(_ collection: NodeID) -> NodeID {
    depth -= 1
    position += 1
    tree[collection].end = UInt32(truncatingIfNeeded: position)
    return collection
  }

  /// Whether the closing bracket follows an item; otherwise moves behind the comma.
  private mutating func isLast(_ closing: UInt8, _ opening: Int) throws(SyntaxFailure) -> Bool {
    skipWhite()
    if bytes[position] == closing { return true }
    guard bytes[position] == .comma else { throw missing(.missingComma, opening) }
    position += 1
    skipWhite()
    return false
  }

  private mutating func string() throws(SyntaxFailure) -> NodeID {
    let start = position
    var end = stringEnd(from: start + 1)
    if bytes[end] == .doubleQuote {
      position = end + 1
      return tree.addScalar(.string, .doubleQuoted, from: start, to: position, text: start + 1..<end)
    }
    let textStart = tree.decoded.count
    tree.decoded.append(contentsOf: bytes[start + 1..<end])
    while bytes[end] != .doubleQuote {
      guard bytes[end] == .backslash else {
        if bytes[end] == .endOfBlock || bytes[end].isLineBreak { throw SyntaxFailure(.unclosedString, at: start) }
        throw SyntaxFailure(.controlCharacter, at: end)
      }
      let next = try tree.decodeJSONEscape(at: end)
      end = stringEnd(from: next)
      tree.decoded.append(contentsOf: bytes[next..<end])
    }
    position = end + 1
    return tree.addDecoded(.doubleQuoted, from: start, to: position, textStart: textStart)
  }

  private func stringEnd(from start: Int) -> Int {
    let bytes = self.bytes.span
    var offset = start
    while bytes[offset] != .doubleQuote && bytes[offset] != .backslash && bytes[offset] >= .space { offset += 1 }
    return offset
  }

  private mutating func number() throws(SyntaxFailure) -> NodeID {
    let start = position
    var offset = position
    if bytes[offset] == .hyphen { offset += 1 }
    let whole = offset
    while bytes[offset].isDigit { offset += 1 }
    var isValid = offset > whole && (bytes[whole] != .zero || offset == whole + 1)
    var kind = SyntaxNode.Kind.integer
    if bytes[offset] == .dot {
      kind = .float
      offset += 1
      isValid = isValid && bytes[offset].isDigit
      while bytes[offset].isDigit { offset += 1 }
    }
    if bytes[offset] | 0x20 == UInt8(ascii: "e") {
      kind = .float
      offset += 1
      if bytes[offset] == .plus || bytes[offset] == .hyphen { offset += 1 }
      isValid = isValid && bytes[offset].isDigit
      while bytes[offset].isDigit { offset += 1 }
    }
    guard isValid, isTokenEnd(bytes[offset]) else { throw unknownValue() }
    position = offset
    return tree.addScalar(kind, .plain, from: start, to: offset, text: start..<offset)
  }

  private mutating func word(_ word: String, _ kind: SyntaxNode.Kind) throws(SyntaxFailure) -> NodeID {
    let start = position
    var offset = position
    for byte in word.utf8 {
      guard bytes[offset] == byte else { throw unknownValue() }
      offset += 1
    }
    guard isTokenEnd(bytes[offset]) else { throw unknownValue() }
    position = offset
    return tree.addScalar(kind, .plain, from: start, to: offset, text: start..<offset)
  }

  private mutating func skipWhite() {
    while bytes[position].isBlank || bytes[position].isLineBreak { position += 1 }
  }

  private func isTokenEnd(_ byte: UInt8) -> Bool {
    byte.isWhite || byte == .comma || byte == .rightBrace || byte == .rightBracket
  }

  /// The error about what stands at `position` in place of `code`'s subject.
  private func missing(_ code: FrontMatterError.Code, _ opening: Int) -> SyntaxFailure {
    if bytes[position] == .endOfBlock { return SyntaxFailure(.unclosedCollection, at: opening) }
    return bytes.curlyQuote(at: position) ?? SyntaxFailure(code, at: position)
  }

  private func unknownValue() -> SyntaxFailure {
    if bytes[position] == .endOfBlock { return SyntaxFailure(.missingValue, position..<position) }
    var end = position + 1
    while !isTokenEnd(bytes[end]) { end += 1 }
    return bytes.curlyQuote(at: position) ?? SyntaxFailure(.invalidValue, position..<end)
  }
}

extension SyntaxTreeBuilder {
  /// Decodes an escape of JSON into the decoded text: the byte after it.
  fileprivate mutating func decodeJSONEscape(at offset: Int) throws(SyntaxFailure) -> Int {
    let byte: UInt8
    switch content[offset + 1] {
    case .doubleQuote, .backslash, UInt8(ascii: "/"): byte = content[offset + 1]
    case UInt8(ascii: "b"): byte = 0x08
    case UInt8(ascii: "f"): byte = 0x0C
    case UInt8(ascii: "n"): byte = 0x0A
    case UInt8(ascii: "r"): byte = 0x0D
    case UInt8(ascii: "t"): byte = 0x09
    case UInt8(ascii: "u"): return try decodeHexadecimal(at: offset, digits: 4)
    default: throw SyntaxFailure(.invalidEscape, offset..<offset + 1)
    }
    decoded.append(byte)
    return offset + 2
  }
}

extension [UInt8] {
  /// The error about a curly quote that should delimit a string, if one stands at `offset`.
  func curlyQuote(at offset: Int) -> SyntaxFailure? {
    guard self[offset] == 0xE2, self[offset + 1] == 0x80, (0x98...0x9F).contains(self[offset + 2]) else { return nil }
    var failure = SyntaxFailure(.curlyQuote, offset..<offset + 3)
    failure.fix = (offset..<offset + 3, self[offset + 2] < 0x9C ? "'" : "\"")
    return failure
  }
}
