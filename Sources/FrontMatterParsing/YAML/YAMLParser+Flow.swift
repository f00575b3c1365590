// Flow collections: `[…]` and `{…}`.

extension YAMLParser {
  /// Reads a flow sequence or mapping, its bracket at `position`.
  ///
  /// - Parameter parent: the column that further lines have to be indented deeper than.
  mutating func flowCollection(_ parent: Int) throws(SyntaxFailure) -> NodeID {
    try enter()
    let opening = position
    let isMapping = bytes[opening] == .leftBrace
    let closing: UInt8 = isMapping ? .rightBrace : .rightBracket
    let collection = tree.add(SyntaxNode(isMapping ? .mapping : .sequence, .flow, from: opening, to: opening))
    position += 1
    try skipFlowGap(parent, opening, closing)
    while bytes[position] != closing {
      if bytes[position] == .comma { throw SyntaxFailure(.missingValue, at: position) }
      if isMapping {
        try flowMappingEntry(parent, opening, of: collection)
      } else {
        tree.append(try flowSequenceEntry(parent, opening), to: collection)
      }
      try skipFlowGap(parent, opening, closing)
      if bytes[position] == .comma {
        position += 1
        try skipFlowGap(parent, opening, closing)
      } else if bytes[position] != closing {
        throw SyntaxFailure(.missingComma, at: position)
      }
    }
    position += 1
    depth -= 1
    tree[collection].end = UInt32(truncatingIfNeeded: position)
    if isMapping { warnOfDuplicates(in: collection) }
    return collection
  }

  /// Reads `key: value`, `? key: value`, `key` or `: value`.
  private mutating func flowMappingEntry(
    _ parent: Int, _ opening: Int, of mapping: NodeID
  ) throws(SyntaxFailure) {
    if bytes[position] == .question && isFlowEnd(position + 1) {
      position += 1
      try skipFlowGap(parent, opening)
    }
    let key = try flowNode(parent, opening)
    let keyEnd = position
    try skipFlowGap(parent, opening)
    if bytes[position] == .colon && (isFlowEnd(position + 1) || isJSONLike(key)) {
      try addEntry(key, try flowValue(parent, opening), to: mapping)
    } else {
      try addEntry(key, emptyNode(at: keyEnd), to: mapping)
    }
  }

  /// Reads a node, or a mapping of one entry that is written without braces.
  private mutating func flowSequenceEntry(_ parent: Int, _ opening: Int) throws(SyntaxFailure) -> NodeID {
    let start = position
    let isExplicit = bytes[position] == .question && isFlowEnd(position + 1)
    if isExplicit {
      position += 1
      try skipFlowGap(parent, opening)
    }
    let line = lineStart
    let node = try flowNode(parent, opening)
    let nodeEnd = position
    if isExplicit { try skipFlowGap(parent, opening) } else { skipBlanks() }
    let isPair = bytes[position] == .colon && (isFlowEnd(position + 1) || isJSONLike(node))
    guard isExplicit || isPair else {
      // Back to before the blanks, so that a comment behind them is seen as one.
      position = nodeEnd
      return node
    }
    if !isExplicit && line != lineStart { throw SyntaxFailure(.multilineKey, start..<nodeEnd) }
    let pair = tree.add(SyntaxNode(.mapping, .flow, from: start, to: start))
    try addEntry(node, isPair ? try flowValue(parent, opening) : emptyNode(at: nodeEnd), to: pair)
    tree[pair].end = max(tree[tree[pair].lastChild].end, UInt32(truncatingIfNeeded: nodeEnd))
    return pair
  }

  /// Reads what follows a colon.
  private mutating func flowValue(_ parent: Int, _ opening: Int) throws(SyntaxFailure) -> NodeID {
    position += 1
    let origin = position
    try skipFlowGap(parent, opening)
    let byte = bytes[position]
    if byte == .comma || byte == .rightBrace || byte == .rightBracket { return emptyNode(at: origin) }
    return try flowNode(parent, opening)
  }

  /// Reads a node with its properties; where there is none, before a comma or a closing bracket or a colon, an empty one.
  private mutating func flowNode(_ parent: Int, _ opening: Int) throws(SyntaxFailure) -> NodeID {
    var properties = YAMLProperties()
    var origin = position
    while bytes[position] == .ampersand || bytes[position] == .exclamation {
      try readProperty(into: &properties, inFlow: true)
      origin = position
      try skipFlowGap(parent, opening)
    }
    let node: NodeID
    switch bytes[position] {
    case .leftBracket, .leftBrace: node = try flowCollection(parent)
    case .doubleQuote: node = try doubleQuoted(parent)
    case .singleQuote: node = try singleQuoted(parent)
    case .asterisk: node = try alias()
    case .rightBracket, .rightBrace, .comma: node = emptyNode(at: origin)
    case .colon where isFlowEnd(position + 1): node = emptyNode(at: origin)
    default:
      node = try plainLine(inFlow: true)
      try continuePlain(node, parent: parent, inFlow: true)
    }
    return try attach(properties, to: node)
  }

  /// Whether what stands at `offset` ends an indicator inside of a flow collection.
  private func isFlowEnd(_ offset: Int) -> Bool { bytes[offset].isWhite || bytes[offset].isFlowIndicator }

  /// Whether a colon may follow a key without a space before its value.
  private func isJSONLike(_ node: NodeID) -> Bool {
    let style = tree[node].style
    return style == .flow || style == .doubleQuoted || style == .singleQuoted
  }

  /// Skips blanks, comments and line breaks inside of a flow collection.
  ///
  /// - Parameter closing: the bracket that may stand at the start of a line as well; strict readers refuse it there.
  private mutating func skipFlowGap(_ parent: Int, _ opening: Int, _ closing: UInt8? = nil) throws(SyntaxFailure) {
    let line = lineStart
    _ = try skipGap()
    if bytes[position] == .endOfBlock { throw SyntaxFailure(.unclosedCollection, at: opening) }
    if isDocumentMarker { throw SyntaxFailure(.documentMarker, position..<position + 3) }
    guard line != lineStart && lineIndent <= parent else { return }
    if isTabbed { throw tabIndentation() }
    guard bytes[position] == closing else { throw SyntaxFailure(.badIndentation, lineStart..<position + 1) }
    let indent = position..<position
    warnings.append(
      SyntaxWarning(
        code: .unindentedBracket, range: position..<position + 1,
        fix: (indent, String(repeating: " ", count: parent + 1 - lineIndent))))
  }
}
