/// The number of a node in its tree; 0 stands for none.
typealias NodeID = UInt32

/// A node of the concrete syntax tree: 32 bytes, with offsets relative to the block's content.
///
/// A mapping's children alternate between keys and values. The three private words hold what the kind of the node needs;
/// the properties below name them.
struct SyntaxNode: Sendable {
  /// What a node means.
  enum Kind: UInt8, Sendable {
    case null, boolean, integer, float, string, timestamp, sequence, mapping, alias
  }

  /// How a node is written.
  enum Style: UInt8, Sendable {
    /// A scalar without quotes; an empty node has this style and an empty range.
    case plain
    /// `'…'`: a YAML single-quoted scalar or a TOML literal string.
    case singleQuoted
    /// `"…"`.
    case doubleQuoted
    /// `|`.
    case literal
    /// `>`.
    case folded
    /// `"""…"""` and `'''…'''`.
    case multilineBasic, multilineLiteral
    /// A YAML collection told by indentation.
    case block
    /// A collection in brackets or braces.
    case flow
    /// A TOML table with a header of its own, and one that only longer headers or dotted keys imply.
    case table, impliedTable, dottedTable
    /// A TOML array of `[[…]]` tables.
    case arrayOfTables
  }

  /// The first byte of the node, without its YAML properties.
  var start: UInt32
  /// The byte after the node.
  var end: UInt32
  /// The first byte of the node's YAML tag or anchor; `start` where it has none.
  var outerStart: UInt32
  /// The next child of the same collection.
  var next: NodeID = 0
  private var first: UInt32 = 0
  private var second: UInt32 = 0
  private var third: UInt32 = 0
  var kind: Kind
  var style: Style
  /// Whether a later key of the same mapping hides this one.
  var isHidden = false
  private var flag = false

  init(_ kind: Kind, _ style: Style, from start: Int, to end: Int) {
    self.kind = kind
    self.style = style
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
    outerStart = self.start
  }

  var isCollection: Bool { kind == .sequence || kind == .mapping }

  // MARK: Collections

  var firstChild: NodeID {
    get { first }
    set { first = newValue }
  }

  var lastChild: NodeID {
    get { second }
    set { second = newValue }
  }

  /// The number of children; a mapping has two for each entry.
  var childCount: Int {
    get { Int(third) }
    set { third = UInt32(truncatingIfNeeded: newValue) }
  }

  /// Whether a mapping has keys that later ones hide.
  var hasHiddenKeys: Bool {
    get { flag }
    set { flag = newValue }
  }

  // MARK: Scalars

  /// Whether the text was decoded (escapes, folding) and lies in the tree's `decoded` bytes, not in the content.
  var isDecoded: Bool {
    get { flag }
    set { flag = newValue }
  }

  /// Where the text lies, in the content or in the decoded bytes.
  var text: Range<Int> {
    get { Int(first)..<Int(second) }
    set {
      first = UInt32(truncatingIfNeeded: newValue.lowerBound)
      second = UInt32(truncatingIfNeeded: newValue.upperBound)
    }
  }

  /// The hash of a key's text, compared before its bytes.
  var keyHash: UInt32 {
    get { third }
    set { third = newValue }
  }

  // MARK: Aliases

  /// The node an alias stands for.
  var target: NodeID {
    get { first }
    set { first = newValue }
  }
}
