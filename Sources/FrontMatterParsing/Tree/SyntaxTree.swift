internal import TextOffsets

/// The concrete syntax tree of a block: its bytes, and what they mean.
///
/// Immutable; the nodes that clients hold are views of it.
final class SyntaxTree: Sendable {
  /// The content between the fences, followed by one NUL.
  let content: [UInt8]
  /// The texts of scalars that are not written as they are meant.
  let decoded: [UInt8]
  /// All nodes; number 0 is none.
  let nodes: [SyntaxNode]
  /// Where TOML names a table again: the table and the key.
  let mentions: [(table: NodeID, key: NodeID)]
  /// The offset of the content in the text of the client.
  let base: UTF8Offset
  /// The line and column of that offset.
  let basePosition: LineTable.Position

  init(_ builder: consuming SyntaxTreeBuilder, base: UTF8Offset, _ basePosition: LineTable.Position) {
    content = builder.content
    decoded = builder.decoded
    nodes = builder.nodes
    mentions = builder.mentions
    self.base = base
    self.basePosition = basePosition
  }

  subscript(id: NodeID) -> SyntaxNode { nodes[Int(id)] }

  /// The node itself, or what it stands for where it is an alias.
  func resolved(_ id: NodeID) -> NodeID {
    let node = self[id]
    return node.kind == .alias ? node.target : id
  }

  /// The bytes of a scalar's text.
  func bytes(of node: SyntaxNode) -> ArraySlice<UInt8> {
    node.isDecoded ? decoded[node.text] : content[node.text]
  }

  /// The text of a scalar, quotes and escapes resolved.
  func string(of node: SyntaxNode) -> String { String(decoding: bytes(of: node), as: UTF8.self) }

  /// The line and column of `node` in the text of the client.
  func position(of node: SyntaxNode) -> LineTable.Position {
    let before = content[..<Int(node.start)]
    let lineStart = before.lastIndex(where: \.isLineBreak).map { $0 + 1 } ?? 0
    // CR LF is one break.
    let breaks = before.indices.count { index in
      before[index] == .lineFeed || (before[index] == .carriageReturn && content[index + 1] != .lineFeed)
    }
    let column = before[lineStart...].count { $0 & 0b1100_0000 != 0b1000_0000 }
    return LineTable.Position(
      line: basePosition.line + breaks, column: (lineStart == 0 ? basePosition.column : 1) + column)
  }

  /// The range of `node` in the text of the client.
  func range(of node: SyntaxNode) -> UTF8Range {
    UTF8Range(start: base + Int(node.start), end: base + Int(node.end))
  }
}

/// The tree while a parser builds it.
struct SyntaxTreeBuilder {
  let content: [UInt8]
  var decoded: [UInt8] = []
  var nodes: [SyntaxNode] = []
  var mentions: [(table: NodeID, key: NodeID)] = []
  /// Scalars, collections and aliases, each alias counted as what it stands for.
  var weight = Weight()

  /// What reading a node costs a client that follows aliases.
  struct Weight {
    var nodes = 0
    var bytes = 0
  }

  /// - Parameter content: the content, followed by one NUL.
  init(content: [UInt8]) {
    self.content = content
    // A line of metadata has some 16 bytes or more, and two nodes.
    nodes.reserveCapacity(content.count / 8 + 8)
    nodes.append(SyntaxNode(.null, .plain, from: 0, to: 0))
  }

  subscript(id: NodeID) -> SyntaxNode {
    get { nodes[Int(id)] }
    set { nodes[Int(id)] = newValue }
  }

  /// Adds a node without a parent.
  mutating func add(_ node: SyntaxNode) -> NodeID {
    nodes.append(node)
    weight.nodes += 1
    return NodeID(truncatingIfNeeded: nodes.count - 1)
  }

  /// Adds a scalar whose text is a part of the content.
  mutating func addScalar(
    _ kind: SyntaxNode.Kind, _ style: SyntaxNode.Style, from start: Int, to end: Int, text: Range<Int>
  ) -> NodeID {
    var node = SyntaxNode(kind, style, from: start, to: end)
    node.text = text
    weight.bytes += text.count
    return add(node)
  }

  /// Adds a string whose text was appended to `decoded` from `textStart` on.
  mutating func addDecoded(_ style: SyntaxNode.Style, from start: Int, to end: Int, textStart: Int) -> NodeID {
    var node = SyntaxNode(.string, style, from: start, to: end)
    node.isDecoded = true
    node.text = textStart..<decoded.count
    weight.bytes += decoded.count - textStart
    return add(node)
  }

  /// Makes `child` the last child of `parent`.
  mutating func append(_ child: NodeID, to parent: NodeID) {
    let last = nodes[Int(parent)].lastChild
    if last == 0 {
      nodes[Int(parent)].firstChild = child
    } else {
      nodes[Int(last)].next = child
    }
    nodes[Int(parent)].lastChild = child
    nodes[Int(parent)].childCount += 1
  }

  /// The bytes of a scalar's text.
  func bytes(of node: SyntaxNode) -> ArraySlice<UInt8> {
    node.isDecoded ? decoded[node.text] : content[node.text]
  }

  /// The hash of the text of a key, which is compared before its bytes: FNV-1a.
  func hash(of node: SyntaxNode) -> UInt32 {
    node.isDecoded ? keyHash(decoded.span, node.text) : keyHash(content.span, node.text)
  }
}

/// The FNV-1a hash of a part of `bytes`.
func keyHash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
  var hash: UInt32 = 0x811C_9DC5
  for index in range { hash = (hash ^ UInt32(bytes[index])) &* 0x0100_0193 }
  return hash
}
