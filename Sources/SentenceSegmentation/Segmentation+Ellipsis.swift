internal import TextOffsets

extension Segmentation {
  /// An ellipsis ends a sentence before a line end, before closing marks that end one, and between two whole clauses; it
  /// ends none where a speaker hesitates, or behind an enumeration.
  mutating func scanEllipsis(_ bytes: Bytes, _ index: Int) -> Int {
    let end = bytes.afterEllipsis(index, before: unit.limit)
    if bytes.peek(end, before: unit.limit).isTerminator { return scanTerminator(bytes, index) }
    let rest = bytes.afterSpace(end, before: unit.limit)
    if rest == unit.limit || !bytes.holdsNoLineEnd(from: end, to: rest) {
      return index > pieceStart ? scanTerminator(bytes, index) : end
    }
    if let pair = Pair(closing: bytes.scalar(at: rest).value) {
      // Behind a quotation the sentence mostly goes on, unless the words before it had introduced it.
      let frame = frames.last(where: { $0.pair == pair })
      let after = bytes.afterSpace(rest + bytes.scalar(at: rest).count, before: unit.limit)
      let isLast = after == unit.limit || !bytes.holdsNoLineEnd(from: rest, to: after)
      return pair.isQuotation && (isLast || frame?.isIntroduced ?? false) ? scanTerminator(bytes, index) : end
    }
    if bytes.isWholeClause(before: index, after: pieceStart), bytes.isWholeClause(after: rest, before: unit.limit) {
      endSentence(bytes, at: end)
    }
    return end
  }
}

extension Bytes {
  /// The end of the run of ellipses and points at `index`.
  fileprivate func afterEllipsis(_ index: Int, before end: Int) -> Int {
    var index = index
    while index < end {
      let (value, count) = scalar(at: index)
      guard value == 0x2026 || value == 0x2E else { break }
      index += count
    }
    return index
  }

  /// Whether the text before `end` ends in a clause long enough to be whole, and not in an enumeration.
  fileprivate func isWholeClause(before end: Int, after start: Int) -> Bool {
    var index = end
    var length = 0
    while index > start, length < 24 {
      let (value, count) = scalar(endingAt: index, after: start)
      if value == 0x3001 { return false }  // 、
      if value.isPause || value.isTerminator { return length >= 8 }
      if value.isHan { length += 1 }
      index -= count
    }
    return length >= 8
  }

  /// Whether a clause long enough to be whole begins at `index`.
  fileprivate func isWholeClause(after index: Int, before end: Int) -> Bool {
    var index = index
    var length = 0
    if peek(index, before: end) == 0x7684 || peek(index, before: end) == 0x7B49 { return false }  // 的, 等
    while index < end, length < 24 {
      let (value, count) = scalar(at: index)
      if value.isPause || value.isTerminator || value == 0x0A || value == 0x2026 { break }
      if value.isHan { length += 1 }
      index += count
    }
    return length >= 6
  }
}
