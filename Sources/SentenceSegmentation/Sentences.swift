public import TextOffsets

/// The pieces of a text, in order: their ranges tile the part that was segmented.
///
/// A piece takes 20 bytes; ``Sentence`` values are made when asked for.
public struct Sentences: Sendable {
  /// What is kept of a piece; its range begins where the one before it ends.
  struct Piece: Sendable {
    /// The end of the piece's bytes without white space behind it.
    let contentEnd: Int
    /// The end with white space.
    let end: Int
    let kind: Sentence.Kind
    /// The number of the speaker label of the piece's paragraph; negative for none.
    let speaker: Int32
  }

  /// The part of the text that was segmented.
  public let scope: UTF8Range
  /// White space before the first piece's content.
  let leading: Int
  let pieces: [Piece]
  let speakers: [UTF8Range]
}

extension Sentences: RandomAccessCollection {
  /// The position of the first piece: 0.
  public var startIndex: Int { 0 }

  /// The number of pieces.
  public var endIndex: Int { pieces.count }

  /// The piece at `position`.
  public subscript(position: Int) -> Sentence {
    let piece = pieces[position]
    let start = position == 0 ? scope.start : pieces[position - 1].end
    return Sentence(
      range: UTF8Range(start: start, end: piece.end),
      content: UTF8Range(start: Swift.min(position == 0 ? leading : start, piece.contentEnd), end: piece.contentEnd),
      kind: piece.kind,
      speaker: piece.speaker < 0 ? nil : speakers[Int(piece.speaker)])
  }
}
