internal import TextOffsets

extension Segmentation {
  /// What closed behind a terminator.
  private struct Closed {
    /// The outermost frame that closed.
    var frame: Frame?
    /// Whether a terminator stands behind the last closing mark.
    var isTerminated = true
  }

  /// Ends a sentence at the run of terminators at `index`, with everything behind it that belongs to it, unless the
  /// sentence goes on. Gives the place to go on at.
  mutating func scanTerminator(_ bytes: Bytes, _ index: Int) -> Int {
    var closed = Closed()
    let end = absorbClosers(bytes, bytes.afterTerminators(index, before: unit.limit), &closed)
    if goesOn(bytes, at: end, closed) {
      unit.goesOn = true
    } else {
      endSentence(bytes, at: end)
    }
    return end
  }

  /// Passes closing marks, marks of emphasis, footnotes and further terminators behind a terminator.
  private mutating func absorbClosers(_ bytes: Bytes, _ index: Int, _ closed: inout Closed) -> Int {
    var end = index
    while end < unit.limit {
      // A closing mark belongs to the sentence also behind stray blanks, or at the start of the next line.
      let place = nextInUnit(bytes, end)
      guard place < unit.limit else { break }
      let (value, count) = bytes.scalar(at: place)
      if place == end, value.isTerminator || value == 0x2026 {
        end = bytes.afterTerminators(place, before: unit.limit)
        closed.isTerminated = true
      } else if let pair = Pair(closing: value) {
        if place > end, !bytes.holdsNoLineEnd(from: end, to: place) && !frames.contains(where: { $0.pair == pair }) {
          break
        }
        closed.frame = closeFrame(bytes, pair) ?? closed.frame
        closed.isTerminated = false
        end = bytes.afterLinkTarget(place + count, before: unit.limit)
      } else if value == 0x22, place == end, frames.contains(where: { $0.pair == .straight }) {
        closed.frame = closeFrame(bytes, .straight)
        closed.isTerminated = false
        end = place + 1
      } else if place == end, let after = bytes.afterClosingMark(place, before: unit.limit, isBold: unit.isBold) {
        if value == 0x2A, after - place >= 2 { unit.isBold = false }
        end = after
      } else if place == end, value.isEmoji {
        end += count
      } else {
        break
      }
    }
    return end
  }

  /// Whether the sentence goes on behind a terminator and what closed after it.
  private func goesOn(_ bytes: Bytes, at end: Int, _ closed: Closed) -> Bool {
    let next = bytes.peek(end, before: unit.limit)
    if next.isPause { return true }
    guard let frame = closed.frame, !closed.isTerminated else { return false }
    if next == 0x7684 { return true }  // 的
    guard frame.pair.isQuotation else { return !frame.opensPiece || frame.pair != .round }
    let rest = bytes.afterSpace(end, before: unit.limit)
    guard bytes.holdsNoLineEnd(from: end, to: rest) || unit.isWrapped, rest < unit.limit else { return false }
    if bytes.scalar(at: rest).value.isDash { return true }
    if !frame.opensClause || bytes.namesQuotation(rest, before: unit.limit) { return true }
    return !frame.isIntroduced && bytes.attributionFollows(rest, before: unit.limit)
  }

  /// The next text from `index` on, or the unit's limit where a blank line stands before it: what comes then is of another
  /// unit, and a stream may not have it yet.
  private func nextInUnit(_ bytes: Bytes, _ index: Int) -> Int {
    let next = bytes.afterSpace(index, before: unit.limit)
    return next - index > 1 && bytes.holdsBlankLine(from: index, to: next) ? unit.limit : next
  }

  // MARK: - ASCII

  /// ASCII `!` and `?`: behind Han text as 。, otherwise as the Latin point.
  mutating func scanASCIITerminator(_ bytes: Bytes, _ index: Int) -> Int {
    let after = bytes.afterTerminators(index, before: unit.limit)
    let next = bytes.peek(after, before: unit.limit)
    if next == 0x5B, bytes[index] == "!" { return after }  // an image
    let previous = bytes.scalar(endingAt: index, after: pieceStart).value
    guard previous != 0 else { return after }
    if previous.isHan {
      // A question mark between Han characters may stand for a lost one.
      if bytes[index] == "?", after == index + 1, next.isHan, !bytes.asks(from: pieceStart, to: index) { return after }
      return scanTerminator(bytes, index)
    }
    if next.isHan, !bytes.asks(from: pieceStart, to: index) { return after }
    let rest = nextInUnit(bytes, after)
    if previous.isLatin, bytes.byte(rest, before: unit.limit) &- 0x61 < 26 { return after }  // Yahoo! is
    if next.isLatin || next.isDigit || next == 0x3D || next == 0x26 || next == 0x2F { return after }
    return scanTerminator(bytes, index)
  }

  /// The Latin point: it ends a sentence before white space and a capital or Han character, or at the end of a line.
  mutating func scanPoint(_ bytes: Bytes, _ index: Int) -> Int {
    let after = bytes.afterRun(of: 0x2E, index, before: unit.limit)
    if after - index >= 3 { return scanEllipsis(bytes, index) }
    var closers = after
    while closers < unit.limit, bytes[closers] == ")" || bytes[closers] == "\"" || bytes[closers] == "*" {
      closers += 1
    }
    if bytes.has("”", at: closers, before: unit.limit) { closers += 3 }
    let next = bytes.afterSpace(closers, before: unit.limit)
    let isAtEnd = next == unit.limit || !bytes.holdsNoLineEnd(from: closers, to: next)
    if !isAtEnd {
      guard next > closers else { return after }
      let value = bytes.scalar(at: next).value
      guard value.isHan || value.isLatin && value < 0x5B || value == 0x22 || Pair(opening: value) != nil else {
        return after
      }
    }
    guard index > pieceStart, !bytes.isAbbreviation(before: index, after: pieceStart, isAtEnd: isAtEnd) else {
      return after
    }
    return scanTerminator(bytes, index)
  }
}

extension Bytes {
  /// The end of the run of terminators and ellipses that begins at `index`.
  func afterTerminators(_ index: Int, before end: Int) -> Int {
    var index = index
    while index < end {
      let (value, count) = scalar(at: index)
      guard value.isTerminator || value == 0x2026 || value == 0x2E || value == 0xFF5E else { break }
      index += count
    }
    return index
  }

  /// Whether what stands behind a quotation makes a noun of it: `“……？”是一首歌`, `“……？”这个问题`, `“……！”一文`.
  func namesQuotation(_ index: Int, before end: Int) -> Bool {
    let (first, count) = scalar(at: index)
    let second = peek(index + count, before: end)
    switch Unicode.Scalar(first) {
    case "是": return !second.isOne(of: "的啊呀吗嗎")
    case "等", "之": return true
    case "这", "這": return second.isOne(of: "句个個一样樣种種段番")
    case "一": return second.isOne(of: "文书書句词詞诗詩语語类類")
    case "成": return second.isOne(of: "为為了")
    default: return false
    }
  }

  /// Whether no line ends between two offsets.
  func holdsNoLineEnd(from start: Int, to end: Int) -> Bool {
    for index in start..<Swift.max(start, end) where self[index] == "\n" || self[index] == "\r" { return false }
    return true
  }

  /// The end of the link target `](…)` whose `]` ends at `index`.
  func afterLinkTarget(_ index: Int, before end: Int) -> Int {
    guard byte(index, before: end) == "(", self[index - 1] == "]" else { return index }
    var place = index + 1
    let limit = Swift.min(end, index + 2048)
    while place < limit, self[place] != "\n" {
      if self[place] == ")" { return place + 1 }
      place += 1
    }
    return index
  }

  /// The end of a closing mark of emphasis, an end tag or a footnote's mark at `index`.
  func afterClosingMark(_ index: Int, before end: Int, isBold: Bool) -> Int? {
    switch self[index] {
    case "*":
      let after = afterRun(of: 0x2A, index, before: end)
      if isBold, after - index >= 2 { return index + 2 }
      return after == end || spaceCount(at: after) != nil ? after : nil
    case "_", "~":
      let after = afterRun(of: self[index], index, before: end)
      return after == end || spaceCount(at: after) != nil ? after : nil
    case "<":
      guard byte(index + 1, before: end) == "/" else { return nil }
      var place = index + 2
      while place < end, self[place].isASCIILetter || self[place].isASCIIDigit { place += 1 }
      return byte(place, before: end) == ">" ? place + 1 : nil
    case "[":
      guard byte(index + 1, before: end) == "^" else { return nil }
      var place = index + 2
      while place < end, place - index < 32, self[place] > 0x20, self[place] != "]" { place += 1 }
      return byte(place, before: end) == "]" ? place + 1 : nil
    default:
      return nil
    }
  }
}
