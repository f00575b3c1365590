internal import TextOffsets

/// The state of one pass over a text.
///
/// The text is read unit by unit. A unit is what a blank line, a line end or a block of the structure bounds: brackets and
/// quotations never reach over its end, so nothing is looked for further ahead.
struct Segmentation {
  /// A bracket or quotation whose closing mark has not come yet.
  struct Frame {
    let pair: Pair
    let start: Int
    /// Whether the opening mark stands where a clause begins, rather than inside one.
    let opensClause: Bool
    /// Whether words such as `他说：` introduce it.
    let isIntroduced: Bool
    /// Whether it stands at the start of a piece.
    let opensPiece: Bool
    /// The number of pending ends when it opened.
    let pending: Int
  }

  /// What the pass knows about the unit at hand.
  struct Unit {
    var start = 0
    var limit = 0
    /// Whether line ends in it are soft wraps for sure.
    var isWrapped = false
    /// Whether a blank line stands before it.
    var followsBlank = false
    /// The start of the current line.
    var lineStart = 0
    /// The number of line ends passed.
    var joinedLines = 0
    /// The number of pieces ended in it.
    var pieces = 0
    /// Whether a sentence in it goes on behind a terminator.
    var goesOn = false
    /// Whether a `**` stands open.
    var isBold = false
    /// The number of its speaker's label.
    var speaker: Int32 = -1
  }

  /// Deeper nesting is read as text, so that hostile input costs no more than its length.
  static let depthLimit = 16

  let quotations: SentenceSegmenter.Quotations
  /// The most bytes of plain text that are read as one.
  let window: Int
  let opaque: [UTF8Range]
  var nextOpaque = 0

  var pieces: [Sentences.Piece] = []
  var speakers: [UTF8Range] = []
  /// Where the current piece begins.
  var pieceStart = 0
  var unit = Unit()
  var frames: [Frame] = []
  /// The number of frames in which nothing ends a sentence.
  var closedFrames = 0
  /// Ends inside such frames, which count only if the frame is never closed.
  var pending: [Int] = []
  /// The names of the speakers so far, by their hashes.
  var knownSpeakers: Set<UInt64> = []
  /// Whether the unit before was somebody's turn.
  var followsTurn = false
  /// Whether the piece before was an image, which captions stand below.
  var followsImage = false

  /// Whether a blank line stands before what is read next.
  private var followsBlank = false

  init(quotations: SentenceSegmenter.Quotations, opaque: [UTF8Range], window: Int) {
    self.quotations = quotations
    self.window = window
    self.opaque = opaque
  }

  // MARK: - Units

  /// Reads `scope` as plain text.
  private mutating func segment(_ bytes: Bytes, scope: UTF8Range) {
    var start = bytes.afterSpace(scope.start, before: scope.end)
    while start < scope.end {
      let limit = bytes.windowEnd(from: start, before: scope.end, window: window) ?? scope.end
      while start < limit {
        pieceStart = start
        unit = Unit(start: start, limit: limit, followsBlank: followsBlank, lineStart: start)
        let end = segmentUnit(bytes, .paragraph)
        start = bytes.afterSpace(end, before: scope.end)
        followsBlank = bytes.holdsBlankLine(from: end, to: start)
      }
    }
  }

  /// Reads `scope` by its blocks; text outside of blocks joins the block after it.
  private mutating func segment(_ bytes: Bytes, scope: UTF8Range, blocks: [TextStructure.Block]) {
    var start = bytes.afterSpace(scope.start, before: scope.end)
    var previousEnd = scope.start
    for block in blocks {
      let end = min(block.range.end, scope.end)
      guard block.range.end > start, end > start else { continue }
      pieceStart = start
      let followsBlank = bytes.holdsBlankLine(from: previousEnd, to: start)
      unit = Unit(start: start, limit: end, isWrapped: true, followsBlank: followsBlank, lineStart: start)
      previousEnd = end
      switch block.kind {
      case .paragraph, .listItem: _ = segmentUnit(bytes, block.kind)
      case .heading: endPiece(bytes, at: bytes.beforeSpace(end, after: start), .heading)
      case .other: endPiece(bytes, at: bytes.beforeSpace(end, after: start), .other)
      }
      start = bytes.afterSpace(end, before: scope.end)
    }
    guard start < scope.end else { return }
    pieceStart = start
    unit = Unit(start: start, limit: scope.end, isWrapped: true, lineStart: start)
    _ = segmentUnit(bytes, .paragraph)
  }

  /// Reads the unit that begins at `unit.start`, and gives its end.
  private mutating func segmentUnit(_ bytes: Bytes, _ kind: TextStructure.Block.Kind) -> Int {
    frames.removeAll(keepingCapacity: true)
    closedFrames = 0
    pending.removeAll(keepingCapacity: true)
    let end: Int
    if !unit.isWrapped, let single = bytes.singleLineUnit(unit.start, before: unit.limit) {
      endPiece(bytes, at: single.end, single.kind)
      return single.end
    }
    end = scan(bytes, from: unit.start)
    flushPending(bytes)
    followsTurn = unit.speaker >= 0
    let contentEnd = bytes.beforeSpace(end, after: pieceStart)
    if contentEnd > pieceStart {
      endPiece(bytes, at: contentEnd, classify(bytes, contentEnd, isItem: kind == .listItem))
    }
    return end
  }

  // MARK: - Pieces

  /// Ends the current piece; the next begins behind the white space after it.
  mutating func endPiece(_ bytes: Bytes, at contentEnd: Int, _ kind: Sentence.Kind = .sentence) {
    guard contentEnd > pieceStart else { return }
    pieces.append(
      Sentences.Piece(start: pieceStart, end: contentEnd, speaker: unit.speaker, kind: kind))
    followsImage = kind == .other && bytes.isImage(pieceStart, contentEnd)
    pieceStart = bytes.afterSpace(contentEnd, before: unit.limit)
    unit.pieces += 1
  }

  /// Ends a sentence at `end`, at once or when the frames around it turn out to be none.
  mutating func endSentence(_ bytes: Bytes, at end: Int) {
    if closedFrames > 0 {
      pending.append(end)
    } else {
      endPiece(bytes, at: end)
    }
  }

  /// Ends sentences where no frame is left that would keep them together.
  mutating func flushPending(_ bytes: Bytes) {
    for end in pending { endPiece(bytes, at: end) }
    pending.removeAll(keepingCapacity: true)
  }

  /// Divides the pieces that are text with `divider`.
  private mutating func divide(_ bytes: Bytes, scope: UTF8Range, _ divider: ClauseDivider) {
    var divided: [Sentences.Piece] = []
    divided.reserveCapacity(pieces.count * 2)
    var ends: [Int] = []
    for piece in pieces {
      ends.removeAll(keepingCapacity: true)
      if piece.kind == .other {
        ends.append(piece.end)
      } else {
        divider.divide(bytes, from: piece.start, to: piece.end, into: &ends)
      }
      var start = piece.start
      for end in ends {
        divided.append(Sentences.Piece(start: start, end: end, speaker: piece.speaker, kind: piece.kind))
        start = bytes.afterSpace(end, before: scope.end)
      }
    }
    pieces = divided
  }

  /// The pieces of `scope` in `text`. What the pass knows of the text before it is kept for the next.
  mutating func sentences(
    in text: String, _ scope: UTF8Range, _ segmenter: SentenceSegmenter, blocks: [TextStructure.Block]? = nil
  ) -> Sentences {
    let bytes = text.utf8.span
    pieces.removeAll()
    pieces.reserveCapacity(scope.count / 96)
    speakers.removeAll()
    if let blocks {
      segment(bytes, scope: scope, blocks: blocks)
    } else {
      segment(bytes, scope: scope)
    }
    if let divider = ClauseDivider(segmenter) { divide(bytes, scope: scope, divider) }
    if pieces.isEmpty, !scope.isEmpty {
      pieces.append(Sentences.Piece(start: scope.end, end: scope.end, speaker: -1, kind: .other))
    }
    return Sentences(scope: scope, pieces: pieces, speakers: speakers)
  }
}
