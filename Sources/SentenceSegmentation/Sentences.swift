public import TextOffsets

/// The pieces of a text, in order: their ranges tile the part that was segmented.
///
/// A piece takes 24 bytes; ``Sentence`` values are made when asked for.
public struct Sentences: Sendable {
  /// What is kept of a piece; its range reaches to the start of the next.
  struct Piece: Sendable {
    /// The start of the piece's bytes without white space before it.
    let start: Int
    /// The end of the piece's bytes without white space behind it.
    let end: Int
    /// The number of the speaker label of the piece's paragraph; negative for none.
    let speaker: Int32
    let kind: Sentence.Kind
  }

  /// The part of the text that was segmented.
  public let scope: UTF8Range
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
    let start = position == 0 ? scope.start : piece.start
    let end = position + 1 < pieces.count ? pieces[position + 1].start : scope.end
    return Sentence(
      range: UTF8Range(start: start, end: end), content: UTF8Range(start: piece.start, end: piece.end),
      kind: piece.kind, speaker: piece.speaker < 0 ? nil : speakers[Int(piece.speaker)])
  }
}
