public import TextOffsets

extension FrontMatter {
  /// A value of a block, with its place: a view of the tree, made in O(1) and cheap to copy.
  ///
  /// An alias is seen as what it stands for, in the range of what it stands for.
  public struct Node: Sendable {
    let tree: SyntaxTree
    let id: NodeID

    init(tree: SyntaxTree, id: NodeID) {
      self.tree = tree
      self.id = tree.resolved(id)
    }

    var syntax: SyntaxNode { tree[id] }

    /// The types of values.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      case null, boolean, integer, float, string, timestamp, sequence, mapping
    }

    /// The type of the value.
    public var kind: Kind {
      switch syntax.kind {
      case .null, .alias: .null
      case .boolean: .boolean
      case .integer: .integer
      case .float: .float
      case .string: .string
      case .timestamp: .timestamp
      case .sequence: .sequence
      case .mapping: .mapping
      }
    }

    /// Where the value stands, quotes and brackets included, tags and anchors not; empty where nothing is written.
    public var range: UTF8Range { tree.range(of: syntax) }

    /// The line and column of the value's start. O(content before it).
    public var position: LineTable.Position { tree.position(of: syntax) }

    // MARK: Scalars

    /// The text of a scalar of any type, quotes and escapes resolved: `1.10` stays `1.10`. `nil` for null and collections.
    public var string: String? {
      let node = syntax
      return node.isCollection || node.kind == .null ? nil : tree.string(of: node)
    }

    /// The value of `true` and `false`.
    public var boolean: Bool? {
      let node = syntax
      return node.kind == .boolean ? tree.bytes(of: node).first.map { $0 | 0x20 == UInt8(ascii: "t") } : nil
    }

    /// The value of an integer that fits.
    public var integer: Int? { syntax.kind == .integer ? Number.integer(tree.bytes(of: syntax)) : nil }

    /// The value of a number, rounded to the nearest.
    public var double: Double? {
      let node = syntax
      guard node.kind == .integer || node.kind == .float else { return nil }
      return Number.double(tree.bytes(of: node))
    }

    /// The value of a date or time, and of a text that is one.
    public var timestamp: Timestamp? {
      let node = syntax
      guard node.kind == .timestamp || node.kind == .string else { return nil }
      return Timestamp(tree.string(of: node))
    }

    // MARK: Collections

    /// The number of elements of a sequence or entries of a mapping; 0 for scalars.
    public var count: Int {
      let node = syntax
      switch node.kind {
      case .sequence: return node.childCount
      case .mapping: return node.hasHiddenKeys ? entries.reduce(0) { count, _ in count + 1 } : node.childCount / 2
      default: return 0
      }
    }

    /// The value of a mapping under `key`; the last one where the key is given twice. O(entries).
    public subscript(key: String) -> Node? { entry(key)?.value }

    /// The element of a sequence at `index`; `nil` past its end. O(index).
    public subscript(index: Int) -> Node? {
      guard syntax.kind == .sequence, index >= 0, index < count else { return nil }
      var child = syntax.firstChild
      for _ in 0..<index { child = tree[child].next }
      return Node(tree: tree, id: child)
    }

    /// The entry of a mapping under `key`; the last one where the key is given twice. O(entries).
    public func entry(_ key: String) -> Entry? {
      guard syntax.kind == .mapping else { return nil }
      let bytes = key.utf8.span
      let hash = keyHash(bytes, 0..<bytes.count)
      var child = syntax.firstChild
      while child != 0 {
        let node = tree[tree.resolved(child)]
        let value = tree[child].next
        if node.keyHash == hash && !tree[child].isHidden && !node.isCollection && tree.isText(of: node, equalTo: bytes)
        {
          return Entry(key: Node(tree: tree, id: child), value: Node(tree: tree, id: value))
        }
        child = tree[value].next
      }
      return nil
    }

    /// The elements of a sequence in order; empty for everything else.
    public var elements: Elements { Elements(tree: tree, child: syntax.kind == .sequence ? syntax.firstChild : 0) }

    /// The entries of a mapping in order; empty for everything else. Of a key that is given twice only the last entry counts.
    public var entries: Entries { Entries(tree: tree, child: syntax.kind == .mapping ? syntax.firstChild : 0) }
  }
}

extension FrontMatter.Node {
  /// A key and its value.
  public struct Entry: Sendable {
    /// The key: a text in nearly every block.
    public let key: FrontMatter.Node
    /// The value.
    public let value: FrontMatter.Node
  }

  /// Walks the elements of a sequence.
  public struct Elements: Sequence, IteratorProtocol, Sendable {
    let tree: SyntaxTree
    var child: NodeID

    /// The next element.
    public mutating func next() -> FrontMatter.Node? {
      guard child != 0 else { return nil }
      defer { child = tree[child].next }
      return FrontMatter.Node(tree: tree, id: child)
    }
  }

  /// Walks the entries of a mapping.
  public struct Entries: Sequence, IteratorProtocol, Sendable {
    let tree: SyntaxTree
    var child: NodeID

    /// The next entry.
    public mutating func next() -> Entry? {
      while child != 0 && tree[child].isHidden { child = tree[tree[child].next].next }
      guard child != 0 else { return nil }
      let value = tree[child].next
      defer { child = tree[value].next }
      return Entry(key: FrontMatter.Node(tree: tree, id: child), value: FrontMatter.Node(tree: tree, id: value))
    }
  }
}

extension SyntaxTree {
  /// Whether a scalar's text is `other`, byte for byte.
  func isText(of node: SyntaxNode, equalTo other: Span<UInt8>) -> Bool {
    let range = node.text
    guard range.count == other.count else { return false }
    let bytes = node.isDecoded ? decoded : content
    for index in 0..<range.count where bytes[range.lowerBound + index] != other[index] { return false }
    return true
  }
}
