/// Reads YAML 1.2 (revision 1.2.2, core schema) into a concrete syntax tree: recursive descent over bytes, one pass,
/// no look-ahead beyond a line.
///
/// Where a production of the specification takes an indentation `n`, the functions here take the column of the enclosing
/// collection; content on a later line has to stand further right.
struct YAMLParser {
  let bytes: [UInt8]
  let limits: FrontMatter.Limits
  var tree: SyntaxTreeBuilder
  var warnings: [SyntaxWarning] = []

  /// The next byte to read.
  var position = 0
  /// The first byte of the line that `position` is on.
  var lineStart = 0
  /// The number of spaces at the start of that line.
  var lineIndent = 0
  /// Where the first token of a line stands; `position` is at the start of a line's content where the two are equal.
  var firstToken = 0
  /// Whether tabs stand between that line's spaces and its first token, so that no collection may begin there.
  var isTabbed = false

  /// How many collections are open, and the most that were since the last anchor.
  var depth = 0
  var deepest = 0
  var keyCount = 0
  var anchors: [String: YAMLAnchor] = [:]
  /// The prefixes that `%TAG` directives give to handles.
  var tagPrefixes: [String: String] = [:]

  /// - Parameter content: the content of the block, followed by one NUL.
  init(_ content: [UInt8], limits: FrontMatter.Limits) {
    bytes = content
    self.limits = limits
    tree = SyntaxTreeBuilder(content: content)
  }

  /// Where a block node is asked for.
  enum Place {
    /// At the start of a document.
    case document
    /// After `key:`; a sequence may stand at the key's own column.
    case value
    /// After `- `; a collection may begin on the same line.
    case item
    /// After `? ` or the `: ` of an explicit key; both of the above hold.
    case explicit
  }

  /// Reads the content of a metadata block: one document without markers.
  mutating func parseBlock() throws(SyntaxFailure) -> NodeID {
    let root = try blockNode(-1, .document)
    _ = try skipGap()
    if bytes[position] == .endOfBlock { return root }
    if isDocumentMarker { throw SyntaxFailure(.multipleDocuments, position..<position + 3) }
    throw unexpectedLine()
  }

  // MARK: Nodes

  /// Reads the node that stands at `position` or on the lines below, or an empty one.
  ///
  /// - Parameter parent: the column of the enclosing collection, -1 for the document.
  mutating func blockNode(_ parent: Int, _ place: Place) throws(SyntaxFailure) -> NodeID {
    var origin = position
    var hasTab = try skipGap()
    guard hasBlockNode(parent, place) else { return emptyNode(at: origin) }

    // Properties on a line above the content belong to the node; those on the content's own line belong to the first key
    // where the content turns out to be a mapping.
    var above = YAMLProperties()
    var beside = YAMLProperties()
    var start = position
    while bytes[position] == .ampersand || bytes[position] == .exclamation {
      try readProperty(into: &beside)
      origin = position
      let tabAfter = try skipGap()
      if isAtLineContent {
        try above.merge(beside)
        beside = YAMLProperties()
        start = position
        hasTab = tabAfter
      }
      guard hasBlockNode(parent, place) else {
        try above.merge(beside)
        return try attach(above, to: emptyNode(at: origin))
      }
    }
    if start == firstToken { hasTab = isTabbed }
    let mayNest = (start == firstToken || place == .item || place == .explicit) && !hasTab

    let byte = bytes[position]
    switch byte {
    case .hyphen where bytes[position + 1].isWhite:
      guard mayNest else { throw misplaced(.misplacedSequence, hasTab) }
      guard beside.isEmpty else { throw SyntaxFailure(.misplacedProperty, beside.range) }
      return try attach(above, to: blockSequence(column: position - lineStart))
    case .question where bytes[position + 1].isWhite:
      guard mayNest else { throw misplaced(.misplacedMapping, hasTab) }
      guard beside.isEmpty else { throw SyntaxFailure(.misplacedProperty, beside.range) }
      return try attach(above, to: blockMapping(column: position - lineStart, start: start, firstKey: nil))
    case .verticalBar, .greater:
      try above.merge(beside)
      return try attach(above, to: blockScalar(parent))
    default: break
    }

    let line = lineStart
    let leaf = try blockLeaf(parent)
    if isAtMappingColon {
      guard line == lineStart else { throw multilineKey(from: start) }
      guard mayNest else { throw misplaced(.misplacedMapping, hasTab) }
      let key = try attach(beside, to: leaf)
      return try attach(above, to: blockMapping(column: start - lineStart, start: start, firstKey: key))
    }
    try above.merge(beside)
    if tree[leaf].style == .plain && tree[leaf].kind != .alias {
      try finishPlain(leaf, parent: parent)
    } else {
      try expectLineEnd()
    }
    return try attach(above, to: leaf)
  }

  /// Reads a flow collection, a quoted scalar, an alias, or the first line of a plain scalar.
  ///
  /// At the `:` of an entry without a key it gives an empty node.
  private mutating func blockLeaf(_ parent: Int) throws(SyntaxFailure) -> NodeID {
    switch bytes[position] {
    case .doubleQuote: return try doubleQuoted(parent)
    case .singleQuote: return try singleQuoted(parent)
    case .leftBracket, .leftBrace: return try flowCollection(parent)
    case .asterisk: return try alias()
    case .colon where bytes[position + 1].isWhite: return emptyNode(at: position)
    default: return try plainLine(inFlow: false)
    }
  }

  /// Whether a node begins at the token that `skipGap` found.
  @inline(__always)
  private func hasBlockNode(_ parent: Int, _ place: Place) -> Bool {
    if bytes[position] == .endOfBlock { return false }
    guard isAtLineContent else { return true }
    if isDocumentMarker { return false }
    if lineIndent > parent { return true }
    return (place == .value || place == .explicit) && lineIndent == parent && !isTabbed && bytes[position] == .hyphen
      && bytes[position + 1].isWhite
  }

  /// Adds a node that is not written.
  mutating func emptyNode(at offset: Int) -> NodeID {
    tree.addScalar(.null, .plain, from: offset, to: offset, text: offset..<offset)
  }

  // MARK: Collections

  private mutating func blockSequence(column: Int) throws(SyntaxFailure) -> NodeID {
    try enter()
    let sequence = tree.add(SyntaxNode(.sequence, .block, from: position, to: position))
    repeat {
      position += 1
      tree.append(try blockNode(column, .item), to: sequence)
    } while try isAtNextEntry(column) && bytes[position] == .hyphen && bytes[position + 1].isWhite
    close(sequence)
    return sequence
  }

  /// Reads the entries of a mapping.
  ///
  /// - Parameter firstKey: the key of the first entry where it was read already; `position` is at its colon.
  private mutating func blockMapping(
    column: Int, start: Int, firstKey: NodeID?
  ) throws(SyntaxFailure) -> NodeID {
    try enter()
    let mapping = tree.add(SyntaxNode(.mapping, .block, from: start, to: start))
    var firstKey = firstKey
    repeat {
      let key: NodeID
      let value: NodeID
      if firstKey == nil && bytes[position] == .question && bytes[position + 1].isWhite {
        position += 1
        key = try blockNode(column, .explicit)
        if try isAtNextEntry(column) && isAtColon {
          position += 1
          value = try blockNode(column, .explicit)
        } else {
          value = emptyNode(at: Int(tree[key].end))
        }
      } else {
        key = if let first = firstKey { first } else { try implicitKey(column) }
        position += 1
        value = try blockNode(column, .value)
      }
      firstKey = nil
      try addEntry(key, value, to: mapping)
    } while try isAtNextEntry(column)
    close(mapping)
    warnOfDuplicates(in: mapping)
    return mapping
  }

  /// Reads the key of an entry up to its colon.
  private mutating func implicitKey(_ column: Int) throws(SyntaxFailure) -> NodeID {
    let start = position
    let line = lineStart
    var properties = YAMLProperties()
    while bytes[position] == .ampersand || bytes[position] == .exclamation {
      try readProperty(into: &properties)
      skipBlanks()
    }
    if bytes[position].isLineBreak || bytes[position] == .endOfBlock {
      throw SyntaxFailure(.misplacedProperty, properties.range)
    }
    if bytes[position] == .hyphen && bytes[position + 1].isWhite {
      throw SyntaxFailure(.misplacedSequence, at: position)
    }
    let key = try blockLeaf(column)
    guard isAtMappingColon else { throw missingColon(from: start) }
    guard line == lineStart else { throw multilineKey(from: start) }
    return try attach(properties, to: key)
  }

  /// Skips to the next entry of a block collection: whether there is one at `column`.
  private mutating func isAtNextEntry(_ column: Int) throws(SyntaxFailure) -> Bool {
    _ = try skipGap()
    if bytes[position] == .endOfBlock { return false }
    guard isAtLineContent else { throw SyntaxFailure(.unexpectedContent, position..<lineEnd(from: position)) }
    if isDocumentMarker { return false }
    if isTabbed { throw tabIndentation() }
    if lineIndent > column { throw SyntaxFailure(.badIndentation, lineStart..<position) }
    return lineIndent == column
  }

  /// Adds an entry to a mapping, and the hash of its key.
  mutating func addEntry(_ key: NodeID, _ value: NodeID, to mapping: NodeID) throws(SyntaxFailure) {
    keyCount += 1
    if keyCount > limits.keys { throw SyntaxFailure(.tooManyKeys, Int(tree[key].start)..<Int(tree[key].end)) }
    let node = tree[key]
    if !node.isCollection && node.kind != .alias { tree[key].keyHash = tree.hash(of: node) }
    tree.append(key, to: mapping)
    tree.append(value, to: mapping)
  }

  /// Counts an open collection.
  mutating func enter() throws(SyntaxFailure) {
    depth += 1
    deepest = max(deepest, depth)
    if depth > limits.depth { throw SyntaxFailure(.tooDeep, at: position) }
  }

  /// Ends a block collection where its last child ends.
  private mutating func close(_ collection: NodeID) {
    depth -= 1
    tree[collection].end = tree[tree[collection].lastChild].end
  }
}
