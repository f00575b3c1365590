/// Reads TOML 1.0 and 1.1 into a concrete syntax tree: recursive descent over bytes, one pass.
///
/// Tables are nodes that keep how they came to be (`SyntaxNode.Style`), since TOML says by that what may be added to them.
struct TOMLParser {
  let bytes: [UInt8]
  let limits: FrontMatter.Limits
  let version: TOMLVersion
  var tree: SyntaxTreeBuilder
  var position = 0
  var depth = 0
  var keyCount = 0
  /// The entries of tables with many keys, by table.
  var indexes: [NodeID: [String: NodeID]] = [:]

  /// - Parameter content: the content of the block, followed by one NUL.
  init(_ content: [UInt8], limits: FrontMatter.Limits, version: TOMLVersion = .v1_1) {
    bytes = content
    self.limits = limits
    self.version = version
    tree = SyntaxTreeBuilder(content: content)
  }

  /// Reads the content: its root table.
  mutating func parse() throws(SyntaxFailure) -> NodeID {
    let root = tree.add(SyntaxNode(.mapping, .table, from: 0, to: bytes.count - 1))
    var table = root
    while true {
      skipBlanks()
      switch bytes[position] {
      case .endOfBlock: return root
      case .lineFeed, .carriageReturn, .hash: try expectLineEnd()
      case .leftBracket:
        table = try header(root)
        try expectLineEnd()
      default:
        let value = try keyValue(table)
        extend(table, from: root, to: tree[value].end)
        try expectLineEnd()
      }
    }
  }

  /// Reads `[a.b]` or `[[a.b]]`: the table that the following lines fill.
  private mutating func header(_ root: NodeID) throws(SyntaxFailure) -> NodeID {
    let start = position
    let isArray = bytes[start + 1] == .leftBracket
    position += isArray ? 2 : 1
    skipBlanks()
    var table = root
    var levels = 0
    while true {
      let key = try key()
      levels += 1
      if levels > limits.depth { throw SyntaxFailure(.tooDeep, at: start) }
      skipBlanks()
      if bytes[position] == .dot {
        position += 1
        skipBlanks()
        table = try step(into: key, of: table)
        continue
      }
      guard bytes[position] == .rightBracket, !isArray || bytes[position + 1] == .rightBracket else {
        throw SyntaxFailure(.unclosedCollection, at: start)
      }
      position += isArray ? 2 : 1
      let range = start..<position
      return try isArray ? addToArray(key, of: table, range) : define(key, of: table, range)
    }
  }

  /// Reads `a.b = value` into `table`: the value.
  mutating func keyValue(_ table: NodeID) throws(SyntaxFailure) -> NodeID {
    var table = table
    var levels = 0
    while true {
      let key = try key()
      levels += 1
      if depth + levels > limits.depth { throw SyntaxFailure(.tooDeep, at: position) }
      skipBlanks()
      if bytes[position] == .dot {
        position += 1
        skipBlanks()
        table = try dottedStep(into: key, of: table)
        continue
      }
      guard bytes[position] == .equals else { throw missingEquals(after: key) }
      if find(key, in: table) != 0 { throw duplicate(key) }
      position += 1
      skipBlanks()
      let value = try value()
      try add(key, value, to: table)
      return value
    }
  }

  /// Reads one part of a key: bare or quoted.
  private mutating func key() throws(SyntaxFailure) -> NodeID {
    let start = position
    let key: NodeID
    switch bytes[position] {
    case .doubleQuote where bytes[position + 1] != .doubleQuote || bytes[position + 2] != .doubleQuote:
      key = try basicString()
    case .singleQuote where bytes[position + 1] != .singleQuote || bytes[position + 2] != .singleQuote:
      key = try literalString()
    default:
      while isBareKey(bytes[position]) { position += 1 }
      guard position > start, bytes[position] < 0x80 else { throw needsQuotes(from: start) }
      key = tree.addScalar(.string, .plain, from: start, to: position, text: start..<position)
    }
    tree[key].keyHash = tree.hash(of: tree[key])
    return key
  }

  private func isBareKey(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == .hyphen || byte == .underscore
  }

  // MARK: Lines

  mutating func skipBlanks() {
    while bytes[position].isBlank { position += 1 }
  }

  /// Skips a comment and demands the end of the line.
  mutating func expectLineEnd() throws(SyntaxFailure) {
    skipBlanks()
    try skipComment()
    guard try skipLineBreak() || bytes[position] == .endOfBlock else {
      throw SyntaxFailure(.unexpectedContent, position..<lineEnd)
    }
  }

  mutating func skipComment() throws(SyntaxFailure) {
    guard bytes[position] == .hash else { return }
    while !bytes[position].isLineBreak && bytes[position] != .endOfBlock {
      if bytes[position] == 0x7F { throw SyntaxFailure(.controlCharacter, at: position) }
      position += 1
    }
  }

  /// Skips LF or CR LF; a CR alone is an error.
  mutating func skipLineBreak() throws(SyntaxFailure) -> Bool {
    if bytes[position] == .carriageReturn {
      guard bytes[position + 1] == .lineFeed else { throw SyntaxFailure(.controlCharacter, at: position) }
      position += 1
    }
    guard bytes[position] == .lineFeed else { return false }
    position += 1
    return true
  }

  var lineEnd: Int {
    var offset = position
    while !bytes[offset].isLineBreak && bytes[offset] != .endOfBlock { offset += 1 }
    return max(offset, position + 1)
  }

  // MARK: Errors

  func duplicate(_ key: NodeID) -> SyntaxFailure {
    SyntaxFailure(.duplicateKey, Int(tree[key].start)..<Int(tree[key].end))
  }

  private func missingEquals(after key: NodeID) -> SyntaxFailure {
    // `title: …` and `title：…` are YAML.
    SyntaxFailure(.missingEquals, Int(tree[key].start)..<lineEnd)
  }

  /// The error about a key with characters that a bare key must not have, or about none.
  private func needsQuotes(from start: Int) -> SyntaxFailure {
    var end = start
    while bytes[end] >= 0x80 || isBareKey(bytes[end]) { end += 1 }
    if let failure = bytes.curlyQuote(at: start) { return failure }
    guard end > start else { return SyntaxFailure(.missingKey, at: start) }
    var failure = SyntaxFailure(.unquotedKey, start..<end)
    failure.fix = (start..<end, "\"\(String(decoding: bytes[start..<end], as: UTF8.self))\"")
    return failure
  }
}

/// The versions of TOML that differ.
package enum TOMLVersion: Sendable {
  /// 1.0.0 of January 2021.
  case v1_0
  /// 1.1.0: line breaks and a last comma in inline tables, `\e` and `\xHH`, times without seconds.
  case v1_1
}
