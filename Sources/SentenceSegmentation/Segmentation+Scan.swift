internal import TextOffsets

extension Segmentation {
  /// Walks the unit from `start` on, ends its sentences, and gives its end.
  ///
  /// Han text is passed three bytes at a time; what can matter begins with one of four lead bytes, or is ASCII punctuation.
  mutating func scan(_ bytes: Bytes, from start: Int) -> Int {
    var index = start
    var stop = nextStop(after: index)
    while true {
      guard index < stop else {
        guard index < unit.limit else { return unit.limit }
        // Nothing ends a sentence in an opaque range.
        index = min(max(index, opaque[nextOpaque].end), unit.limit)
        nextOpaque += 1
        stop = nextStop(after: index)
        continue
      }
      let byte = bytes.unchecked(index)
      if byte &- 0xE4 < 10 {
        index += 3
        while index < stop, bytes.unchecked(index) &- 0xE4 < 10 { index += 3 }
      } else if byte < 0x80 {
        if byte.isPlainASCII {
          index += 1
          while index < stop, bytes.unchecked(index).isPlainASCII { index += 1 }
        } else if byte == "\n" || byte == "\r" {
          guard let next = afterLineEnd(bytes, index) else { return index }
          index = next
        } else {
          index = scanASCII(bytes, index, byte)
        }
      } else if byte == 0xE3 {
        // The enumeration comma and, below, the comma are too frequent to be looked at.
        index =
          bytes.unchecked(index + 1) == 0x80 && bytes.unchecked(index + 2) != 0x81 ? scanMark(bytes, index) : index + 3
      } else if byte == 0xEF {
        index = bytes.unchecked(index + 2) != 0x8C ? scanMark(bytes, index) : index + 3
      } else if byte == 0xE2 {
        index = bytes.unchecked(index + 1) <= 0x81 ? scanMark(bytes, index) : index + 3
      } else {
        index += byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      }
    }
  }

  /// The start of the next opaque range, or the unit's end.
  private mutating func nextStop(after index: Int) -> Int {
    while nextOpaque < opaque.count, opaque[nextOpaque].end <= index { nextOpaque += 1 }
    guard nextOpaque < opaque.count else { return unit.limit }
    return min(opaque[nextOpaque].start, unit.limit)
  }

  /// Reads the mark of three bytes at `index`.
  private mutating func scanMark(_ bytes: Bytes, _ index: Int) -> Int {
    let value = bytes.scalar(at: index).value
    if value.isTerminator { return scanTerminator(bytes, index) }
    if value == 0x2026 { return scanEllipsis(bytes, index) }
    if value == 0xFF1A { noteSpeaker(bytes, colon: index) }
    if let pair = Pair(opening: value) {
      open(bytes, pair, index)
    } else if let pair = Pair(closing: value) {
      return close(bytes, pair, index, after: index + 3)
    }
    return index + 3
  }

  private mutating func scanASCII(_ bytes: Bytes, _ index: Int, _ byte: UInt8) -> Int {
    switch byte {
    case "!", "?": return scanASCIITerminator(bytes, index)
    case ".": return scanPoint(bytes, index)
    case ":": noteSpeaker(bytes, colon: index)
    case "\"":
      if let top = frames.lastIndex(where: { $0.pair == .straight }) {
        _ = top
        return close(bytes, .straight, index, after: index + 1)
      }
      open(bytes, .straight, index)
    case "*":
      let after = bytes.afterRun(of: byte, index, before: unit.limit)
      if (after - index) / 2 % 2 == 1 { unit.isBold.toggle() }
      return after
    default:
      let value = UInt32(byte)
      if let pair = Pair(opening: value) {
        open(bytes, pair, index)
      } else if let pair = Pair(closing: value) {
        return close(bytes, pair, index, after: index + 1)
      }
    }
    return index + 1
  }

  // MARK: - Frames

  /// 着著写寫叫念喊
  private static let shows: Set<UInt32> = [0x7740, 0x8457, 0x5199, 0x5BEB, 0x53EB, 0x5FF5, 0x558A]

  private func holds(_ pair: Pair) -> Bool { !pair.isQuotation || quotations == .atomic }

  /// Opens a bracket or quotation.
  private mutating func open(_ bytes: Bytes, _ pair: Pair, _ index: Int) {
    if !pair.nests, let stray = frames.lastIndex(where: { $0.pair == pair }) {
      drop(framesFrom: stray, bytes)
    }
    guard frames.count < Self.depthLimit else { return }
    var before = bytes.beforeMarks(index, after: pieceStart)
    let (previous, count) = bytes.scalar(endingAt: before, after: pieceStart)
    var isIntroduced = previous == 0xFF1A || previous == 0x3A
    if pair.isQuotation, before > pieceStart, !isIntroduced {
      if previous == 0xFF0C || previous == 0x2C { before -= count }
      isIntroduced = bytes.endsInSpeech(before, after: pieceStart)
    }
    // 墙上写着“……”: words shown rather than said.
    if Self.shows.contains(previous) { isIntroduced = true }
    let opensClause = before == pieceStart || previous.isPause || previous.isTerminator || previous.isDash
    frames.append(
      Frame(
        pair: pair, start: index, opensClause: opensClause || isIntroduced, isIntroduced: isIntroduced,
        opensPiece: index == pieceStart, pending: pending.count))
    if holds(pair) { closedFrames += 1 }
  }

  /// Forgets the frames from the one with the given number on: their opening marks were strays.
  private mutating func drop(framesFrom number: Int, _ bytes: Bytes) {
    while frames.count > number {
      let frame = frames.removeLast()
      if holds(frame.pair) { closedFrames -= 1 }
    }
    if closedFrames == 0 { flushPending(bytes) }
  }

  /// Closes the innermost frame of `pair`, and gives it; `nil` for a stray closing mark.
  mutating func closeFrame(_ bytes: Bytes, _ pair: Pair) -> Frame? {
    guard let number = frames.lastIndex(where: { $0.pair == pair }) else { return nil }
    drop(framesFrom: number + 1, bytes)
    let frame = frames.removeLast()
    if holds(pair) {
      closedFrames -= 1
      if frame.pending < pending.count { pending.removeSubrange(frame.pending...) }
    }
    return frame
  }

  /// Passes a closing mark in the middle of text. A bracket that stands after a finished sentence is a piece of its own.
  private mutating func close(_ bytes: Bytes, _ pair: Pair, _ index: Int, after: Int) -> Int {
    guard let frame = closeFrame(bytes, pair) else { return after }
    if pair == .round, frame.opensPiece, unit.pieces > 0, frame.start == pieceStart, frames.isEmpty,
      !bytes.isNumbering(from: frame.start, to: after), !bytes.continuesSentence(after, before: unit.limit)
    {
      endPiece(bytes, at: after)
    }
    return after
  }
}

extension UInt8 {
  /// Whether it is an ASCII character of no interest to the scan: any but line ends and `! " ( ) * . : ? [ ] { }`.
  @inline(__always)
  fileprivate var isPlainASCII: Bool {
    let low: UInt64 =
      1 << 0x0A | 1 << 0x0D | 1 << 0x21 | 1 << 0x22 | 1 << 0x28 | 1 << 0x29 | 1 << 0x2A | 1 << 0x2E
      | 1 << 0x3A | 1 << 0x3F
    let high: UInt64 = 1 << (0x5B - 0x40) | 1 << (0x5D - 0x40) | 1 << (0x7B - 0x40) | 1 << (0x7D - 0x40)
    return self < 0x80 && (self < 0x40 ? low : high) >> UInt64(self & 0x3F) & 1 == 0
  }
}

extension Bytes {
  /// The end of the run of `byte` that begins at `index`.
  func afterRun(of byte: UInt8, _ index: Int, before end: Int) -> Int {
    var index = index
    while index < end, self[index] == byte { index += 1 }
    return index
  }

  /// The end of what is left when blanks and marks of emphasis at the end are dropped.
  func beforeMarks(_ end: Int, after start: Int) -> Int {
    var end = end
    while end > start, self[end - 1] == "*" || self[end - 1] == "_" || self[end - 1] == " " { end -= 1 }
    return end
  }

  /// Whether the bracket holds nothing but a number: `（1）`, `(二)`.
  func isNumbering(from start: Int, to end: Int) -> Bool {
    var index = start + scalar(at: start).count
    var count = 0
    while index < end {
      let (value, width) = scalar(at: index)
      if index + width == end { break }
      guard value.isDigit || value.isHanNumeral || value.isLatin else { return false }
      count += 1
      index += width
    }
    return count <= 3
  }

  /// Whether what stands at `index`, behind a closing mark, goes on with the sentence.
  func continuesSentence(_ index: Int, before end: Int) -> Bool {
    guard index < end else { return false }
    let value = scalar(at: index).value
    return value.isPause || value.isTerminator || value == 0x7684 || Pair(closing: value) != nil
  }
}

extension UInt32 {
  var isHanNumeral: Bool {
    switch self {
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E: true  // 一…十百
    default: false
    }
  }
}
