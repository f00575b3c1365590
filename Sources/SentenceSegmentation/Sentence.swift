public import TextOffsets

/// A piece of a text: a sentence, or something that stands between sentences, such as a heading.
public struct Sentence: Hashable, Sendable {
  /// What a piece is. Only `sentence` says something by itself; extractors of sentences drop the others.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// A sentence, with or without a mark at its end.
    case sentence
    /// A title.
    case heading
    /// A label or credit without a statement: `作者 | 王博`, `中国的机会：`.
    case label
    /// A list item without a predicate.
    case listItem
    /// The line below an image.
    case caption
    /// Anything that is no text to read: images, rules, code, addresses, ornaments.
    case other
  }

  /// The bytes of the piece, with the white space behind it: the ranges of a text's pieces tile it.
  public let range: UTF8Range
  /// The bytes of the piece without white space around it.
  public let content: UTF8Range
  /// What the piece is.
  public let kind: Kind
  /// The name of who speaks, where a label (`李广密：`) begins the paragraph the piece stands in.
  public let speaker: UTF8Range?

  /// Makes a piece of its parts.
  public init(range: UTF8Range, content: UTF8Range, kind: Kind, speaker: UTF8Range? = nil) {
    self.range = range
    self.content = content
    self.kind = kind
    self.speaker = speaker
  }
}
