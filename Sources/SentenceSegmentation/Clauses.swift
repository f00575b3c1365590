internal import TextOffsets

/// Divides finished pieces further, into clauses or to a length.
struct ClauseDivider {
  /// Whether every clause becomes a piece.
  let dividesClauses: Bool
  /// The most Unicode scalars of a piece's content; `nil` for no limit.
  let maximumLength: Int?

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
    var partStart = start
    var length = 0
    var strong: Place?
    var weak: Place?
    var depth = 0
    var index = start
    func cut(_ place: Place) {
      let content = bytes.beforeSpace(place.offset, after: partStart)
      if content > partStart { ends.append(content) }
      partStart = place.offset
      length -= place.length
      if let mark = strong {
        strong = mark.offset > place.offset ? Place(offset: mark.offset, length: mark.length - place.length) : nil
      }
      if let mark = weak {
        weak = mark.offset > place.offset ? Place(offset: mark.offset, length: mark.length - place.length) : nil
      }
    }
    while index < end {
      let (value, count) = bytes.scalar(at: index)
      let next = index + count
      length += 1
      if let maximumLength, length > maximumLength {
        cut(strong ?? weak ?? Place(offset: index, length: length - 1))
      }
      if let pair = Pair(opening: value), !pair.isQuotation { depth += 1 }
      if let pair = Pair(closing: value), !pair.isQuotation { depth = max(0, depth - 1) }
      if bytes.endsClause(value, at: index, next, before: end) {
        // The blanks and closing marks behind it belong to the clause.
        let (after, passed) = bytes.afterClauseEnd(next, before: end)
        let place = Place(offset: after, length: length + passed)
        if depth == 0, after < end {
          length += passed
          index = after
          if let maximumLength, length > maximumLength, let earlier = strong ?? weak {
            cut(earlier)
            strong = Place(offset: after, length: length)
          } else {
            strong = place
          }
          if dividesClauses { cut(Place(offset: after, length: length)) }
          continue
        }
        weak = Place(offset: next, length: length)
      } else if value == 0x3001 || value == 0x20 || value == 0x3000 {
        weak = Place(offset: next, length: length)
      }
      index = next
    }
    ends.append(end)
  }
}

extension Bytes {
  /// Whether the mark at `index` ends a clause: ，；：— and … in Chinese, and their ASCII forms before a blank or Han text.
  fileprivate func endsClause(_ value: UInt32, at index: Int, _ next: Int, before end: Int) -> Bool {
    switch value {
    case 0xFF0C, 0xFF1B, 0xFF1A: return true
    case 0x2014, 0x2026: return peek(next, before: end) != value
    case 0x2C, 0x3B, 0x3A:
      let following = peek(next, before: end)
      return following == 0x20 || following.isHan || Pair(opening: following) != nil && following != 0x2F
    default: return value.isTerminator && peek(next, before: end).isHan
    }
  }

  /// The end of the closing quotation marks and white space behind a clause, and the number of scalars passed.
  fileprivate func afterClauseEnd(_ index: Int, before end: Int) -> (end: Int, scalars: Int) {
    var index = index
    var scalars = 0
    while index < end {
      let (value, count) = scalar(at: index)
      guard Pair(closing: value)?.isQuotation == true || spaceCount(at: index) != nil else { break }
      index += count
      scalars += 1
    }
    return (index, scalars)
  }
}
