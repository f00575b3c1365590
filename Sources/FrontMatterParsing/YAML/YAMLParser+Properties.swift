// Tags, anchors and aliases.

/// The tag and the anchor of a node.
struct YAMLProperties {
  /// The first byte of the first, and the byte after the last.
  var range = 0..<0
  var tag: YAMLTag?
  var anchor: YAMLAnchor.Opening?

  var isEmpty: Bool { tag == nil && anchor == nil }

  /// Adds the properties that stand after these.
  mutating func merge(_ other: YAMLProperties) throws(SyntaxFailure) {
    if other.isEmpty { return }
    if isEmpty {
      self = other
      return
    }
    guard tag == nil || other.tag == nil, anchor == nil || other.anchor == nil else {
      throw SyntaxFailure(.repeatedProperty, other.range)
    }
    range = range.lowerBound..<other.range.upperBound
    tag = tag ?? other.tag
    anchor = anchor ?? other.anchor
  }
}

/// What a tag means to the reader.
enum YAMLTag {
  /// A tag of the core schema.
  case core(SyntaxNode.Kind)
  /// `!`, or a tag of an application: the scalar is text.
  case other
}

/// A node that aliases may stand for.
struct YAMLAnchor {
  /// 0 while the node is being read: an alias inside of it would never end.
  var node: NodeID = 0
  /// What an alias of it costs.
  var weight = SyntaxTreeBuilder.Weight()
  /// How deep it is nested.
  var height = 0

  /// An anchor whose node was not read yet.
  struct Opening {
    let name: Range<Int>
    let weight: SyntaxTreeBuilder.Weight
    let deepest: Int
  }
}

extension YAMLParser {
  /// Reads a tag or an anchor, its indicator at `position`.
  mutating func readProperty(into properties: inout YAMLProperties, inFlow: Bool = false) throws(SyntaxFailure) {
    let start = position
    var read = YAMLProperties()
    if bytes[position] == .ampersand {
      let name = try readName()
      read.anchor = YAMLAnchor.Opening(name: name, weight: tree.weight, deepest: deepest)
      deepest = depth
      anchors[text(of: name)] = YAMLAnchor()
    } else {
      read.tag = try readTag()
    }
    read.range = start..<position
    guard bytes[position].isWhite || (inFlow && bytes[position].isFlowIndicator) else {
      throw SyntaxFailure(.invalidTag, start..<position + 1)
    }
    try properties.merge(read)
  }

  /// Reads an alias: a node that stands for one before it.
  mutating func alias() throws(SyntaxFailure) -> NodeID {
    let start = position
    let name = try readName()
    guard let anchor = anchors[text(of: name)], anchor.node != 0 else {
      throw SyntaxFailure(.unknownAlias, start..<position)
    }
    deepest = max(deepest, depth + anchor.height)
    tree.weight.nodes += anchor.weight.nodes
    tree.weight.bytes += anchor.weight.bytes
    guard deepest <= limits.depth else { throw SyntaxFailure(.tooDeep, start..<position) }
    guard tree.weight.nodes <= limits.aliasedNodes, tree.weight.bytes <= limits.aliasedBytes else {
      throw SyntaxFailure(.tooManyAliases, start..<position)
    }
    var node = SyntaxNode(.alias, .plain, from: start, to: position)
    node.target = tree.resolved(anchor.node)
    return tree.add(node)
  }

  /// Gives a node its properties.
  mutating func attach(_ properties: YAMLProperties, to node: NodeID) throws(SyntaxFailure) -> NodeID {
    if properties.isEmpty { return node }
    if tree[node].kind == .alias { throw SyntaxFailure(.misplacedProperty, properties.range) }
    tree[node].outerStart = UInt32(truncatingIfNeeded: properties.range.lowerBound)
    if let tag = properties.tag { try apply(tag, to: node, properties.range) }
    if let opening = properties.anchor {
      let weight = SyntaxTreeBuilder.Weight(
        nodes: tree.weight.nodes - opening.weight.nodes, bytes: tree.weight.bytes - opening.weight.bytes)
      anchors[text(of: opening.name)] = YAMLAnchor(node: node, weight: weight, height: deepest - depth)
      deepest = max(deepest, opening.deepest)
    }
    return node
  }

  /// Reads the name behind `&` or `*`.
  private mutating func readName() throws(SyntaxFailure) -> Range<Int> {
    let start = position + 1
    position = start
    while !bytes[position].isWhite && !bytes[position].isFlowIndicator { position += 1 }
    guard position > start else { throw SyntaxFailure(.invalidValue, start - 1..<start) }
    return start..<position
  }

  private func text(of range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private mutating func apply(_ tag: YAMLTag, to node: NodeID, _ range: Range<Int>) throws(SyntaxFailure) {
    guard case .core(let kind) = tag else {
      if !tree[node].isCollection { tree[node].kind = .string }
      return
    }
    let isCollection = kind == .sequence || kind == .mapping
    guard isCollection == tree[node].isCollection else { throw SyntaxFailure(.invalidTag, range) }
    if isCollection || kind == .string {
      guard kind == .string || tree[node].kind == kind else { throw SyntaxFailure(.invalidTag, range) }
      tree[node].kind = kind
      return
    }
    let text = tree[node].text
    let actual = text.isEmpty ? .null : tree[node].isDecoded ? .string : CoreSchema.kind(of: bytes.span, text)
    guard actual == kind || (actual == .integer && kind == .float) else {
      throw SyntaxFailure(.invalidValue, Int(tree[node].start)..<Int(tree[node].end))
    }
    tree[node].kind = kind
  }
}
