internal import TextOffsets

/// Divides finished pieces further, into clauses or to a length.
struct ClauseDivider {
  /// Whether every clause becomes a piece.
  let dividesClauses: Bool
  /// The most Unicode scalars of a piece's content; `nil` for no limit.
  let maximumLength: Int?

  /// The divider that a segmenter asks for; `nil` where it wants whole sentences of any length.
  init?(_ segmenter: SentenceSegmenter) {
    guard segmenter.unit == .clause || segmenter.maximumLength != nil else { return nil }
    dividesClauses = segmenter.unit == .clause
    maximumLength = segmenter.maximumLength
  }

  /// A place where a piece may end, and the number of scalars up to it.
  private struct Place {
    let offset: Int
    let length: Int
  }

  /// Appends the parts of the text from `start` to `end` to `ends`, as the ends of their contents.
  ///
  /// A part that is too long ends at its last clause, else at its last enumeration comma or blank, else where the length is
  /// reached. Linear.
  func divide(_ bytes: Bytes, from start: Int, to end: Int, into ends: inout [Int]) {
    var part = Part(start: start)
    // Whether a clause has just ended; closing quotation marks and blanks behind it belong to it.
    var isAtClauseEnd = false
    var depth = 0
    var index = start
    while index < end {
      let (value, count) = bytes.scalar(at: index)
      let next = index + count
      let closing = Pair(closing: value)
      let isBlank = bytes.spaceCount(at: index) != nil
      if isAtClauseEnd, closing?.isQuotation != true, !isBlank {
        isAtClauseEnd = false
        if dividesClauses { part.end(atClause: true, before: index, bytes, &ends) }
      }
      if let maximumLength, part.length == maximumLength {
        part.end(atClause: false, before: index, bytes, &ends)
      }
      part.length += 1
      if let pair = Pair(opening: value), !pair.isQuotation { depth += 1 }
      if let closing, !closing.isQuotation { depth = max(0, depth - 1) }
      let place = Place(offset: next, length: part.length)
      if isAtClauseEnd || depth == 0 && bytes.endsClause(value, next, before: end) {
        part.clause = place
        isAtClauseEnd = true
      } else if value == 0x3001 || isBlank {
        part.word = place
      }
      index = next
    }
    ends.append(end)
  }

  /// The part at hand, and where it can end.
  private struct Part {
    var start: Int
    var length = 0
    var clause: Place?
    var word: Place?

    /// Ends the part at its last clause, or else at the best place there is before `index`.
    mutating func end(atClause: Bool, before index: Int, _ bytes: Bytes, _ ends: inout [Int]) {
      let place = clause ?? (atClause ? nil : word) ?? Place(offset: index, length: length)
      let content = bytes.beforeSpace(place.offset, after: start)
      if content > start { ends.append(content) }
      start = place.offset
      length -= place.length
      clause = nil
      if let last = word {
        word = last.offset > place.offset ? Place(offset: last.offset, length: last.length - place.length) : nil
      }
    }
  }
}

extension Bytes {
  /// Whether a mark that stands before `next` ends a clause: ，；：— and … in Chinese, and their ASCII forms before a blank or
  /// Han text.
  fileprivate func endsClause(_ value: UInt32, _ next: Int, before end: Int) -> Bool {
    switch value {
    case 0xFF0C, 0xFF1B, 0xFF1A: return true
    case 0x2014, 0x2026: return peek(next, before: end) != value
    case 0x2C, 0x3B, 0x3A:
      let following = peek(next, before: end)
      return following == 0x20 || following.isHan || Pair(opening: following) != nil
    default: return value.isTerminator && peek(next, before: end).isHan
    }
  }
}
