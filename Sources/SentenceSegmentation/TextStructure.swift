public import TextOffsets

/// What a client knows of the structure of a text: its blocks, and ranges that hold no text.
///
/// MarkupScanning finds both in Markdown pages; any other source of ranges serves as well. Without a structure the
/// segmenter takes blank lines and the shape of lines as its guide.
public struct TextStructure: Sendable {
  /// A part of the text that no sentence crosses.
  public struct Block: Hashable, Sendable {
    /// How a block is segmented.
    public enum Kind: UInt8, Sendable, CaseIterable {
      /// Running text; line ends in it are soft wraps.
      case paragraph
      /// A title: one piece.
      case heading
      /// Running text behind a list marker; it is a list item where it makes no statement.
      case listItem
      /// No text to read: one piece.
      case other
    }

    /// How the block is segmented.
    public let kind: Kind
    /// The bytes of the block, its list marker included. Bytes between blocks belong to the piece before them where they
    /// are white space, and to the piece after them otherwise.
    public let range: UTF8Range

    /// Makes a block of its parts.
    public init(kind: Kind, range: UTF8Range) {
      self.kind = kind
      self.range = range
    }
  }

  /// The blocks, in order; none overlaps another.
  public let blocks: [Block]
  /// Ranges in which nothing ends a sentence, such as code and addresses; in order, and none overlaps another.
  public let opaque: [UTF8Range]

  /// Makes a structure of its parts.
  public init(blocks: [Block], opaque: [UTF8Range] = []) {
    self.blocks = blocks
    self.opaque = opaque
  }
}
