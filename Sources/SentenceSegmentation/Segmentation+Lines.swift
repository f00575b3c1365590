internal import TextOffsets

extension Segmentation {
  /// What follows the line end at `index`: the place where the unit goes on in the next line, or `nil` where it ends.
  mutating func afterLineEnd(_ bytes: Bytes, _ index: Int) -> Int? {
    let next = bytes.afterSpace(index, before: unit.limit)
    guard next < unit.limit else { return nil }
    if unit.isWrapped { return afterQuoteMarks(bytes, next) }
    guard !bytes.holdsBlankLine(from: index, to: next) else { return nil }
    guard joins(bytes, index, next) else { return nil }
    unit.joinedLines += 1
    unit.lineStart = next
    return next
  }

  /// In a structure, the marks of a block quotation at the start of a line count as white space.
  private func afterQuoteMarks(_ bytes: Bytes, _ index: Int) -> Int {
    var index = index
    while index < unit.limit, bytes[index] == ">" || bytes[index] == " " { index += 1 }
    return index
  }

  /// Whether the clause runs over the end of the line from `index` to the next line's text at `next`.
  private func joins(_ bytes: Bytes, _ index: Int, _ next: Int) -> Bool {
    let value = bytes.scalar(at: next).value
    if value.isPause || value.isTerminator && value > 0x80 || Pair(closing: value) != nil && value > 0x80 {
      return true
    }
    // The line ended a sentence.
    if pieceStart == next || bytes.beginsBlock(next, before: unit.limit) { return false }
    let end = bytes.beforeSpace(index, after: unit.lineStart)
    let last = bytes.scalar(endingAt: bytes.beforeMarks(end, after: unit.lineStart), after: unit.lineStart).value
    if last == 0xFF0C || last == 0x3001 || last == 0x2C || last.isDash && last > 0x80 { return true }
    if last == 0xFF1A || last == 0x3A || bytes.has("  ", at: end, before: next) { return false }
    if bytes.endsOpen(end, after: unit.lineStart) { return true }

    let nextEnd = bytes.lineEnd(next, before: unit.limit)
    if bytes.isFragment(next, nextEnd, before: unit.limit) { return true }

    let isFirst = unit.joinedLines == 0
    let isTitle = isFirst && bytes.isBareTitle(unit.lineStart, end)
    let mayJoin =
      // A word on a line of its own, as editors leave it where the word was emphasised.
      !isFirst && bytes.isLatinWord(unit.lineStart, end) || !isTitle && bytes.isLatinWord(next, nextEnd)
      // Lines of one width were wrapped by a program.
      || bytes.haveOneWidth(unit.lineStart, end, next, nextEnd) || unit.followsBlank && !isTitle
    return mayJoin && !bytes.isNumber(unit.lineStart, end)
      && !bytes.isCredit(unit.lineStart, end) && !bytes.isCredit(next, nextEnd)
  }
}

extension Bytes {
  /// Whether the line between two offsets is a number, the title of a section, or a date.
  fileprivate func isNumber(_ start: Int, _ end: Int) -> Bool {
    end - start <= 20 && (start..<end).allSatisfy { self[$0] < 0x80 && !self[$0].isASCIILetter }
  }

  /// Whether the line between two offsets is one to three Latin words without a mark.
  fileprivate func isLatinWord(_ start: Int, _ end: Int) -> Bool {
    guard end > start, end - start <= 40 else { return false }
    var spaces = 0
    var letters = 0
    for index in start..<end {
      let byte = self[index]
      if byte == " " { spaces += 1 } else if byte.isASCIILetter { letters += 1 }
      if byte >= 0x80 || byte == "," || byte == ";" || byte == ":" { return false }
    }
    return letters > 0 && spaces <= 2 && self[end - 1] != "." && self[end - 1] != "!" && self[end - 1] != "?"
  }

  /// Whether the line between two offsets is as short as a title, and neither pauses nor states anything.
  fileprivate func isBareTitle(_ start: Int, _ end: Int) -> Bool {
    guard end - start <= 60 else { return false }
    var index = start
    while index < end {
      let (value, count) = scalar(at: index)
      if value.isPause || value == 0x3002 { return false }
      index += count
    }
    return !Statement(self, from: start, to: end).hasPredicate
  }

  /// Whether two lines are as wide as each other, and wider than a title; the second does not end a sentence.
  fileprivate func haveOneWidth(_ start: Int, _ end: Int, _ next: Int, _ nextEnd: Int) -> Bool {
    guard end - start >= 40, end - start <= 400, abs((end - start) - (nextEnd - next)) <= 24 else { return false }
    let width = columns(start, end)
    return width >= 40 && abs(width - columns(next, nextEnd)) <= 4
      && !scalar(endingAt: nextEnd, after: next).value.isTerminator
  }

  /// The columns that the line between two offsets takes: two for a wide character.
  private func columns(_ start: Int, _ end: Int) -> Int {
    var index = start
    var columns = 0
    while index < end {
      let (value, count) = scalar(at: index)
      columns += value < 0x1100 ? 1 : 2
      index += count
    }
    return columns
  }

  /// Whether the line from `index` to `lineEnd` is a few words with which no clause ends: the next line goes on with a comma or
  /// full stop.
  fileprivate func isFragment(_ index: Int, _ lineEnd: Int, before end: Int) -> Bool {
    guard lineEnd - index <= 36, !scalar(endingAt: lineEnd, after: index).value.isTerminator else { return false }
    let next = afterSpace(lineEnd, before: end)
    guard next < end, !holdsBlankLine(from: lineEnd, to: next) else { return false }
    switch scalar(at: next).value {
    case 0xFF0C, 0x3001, 0x3002, 0xFF1B: return true
    default: return false
    }
  }

  /// The end of the line at `index`, white space at its end not counted.
  func lineEnd(_ index: Int, before end: Int) -> Int {
    var place = index
    while place < end, self[place] != "\n", self[place] != "\r" { place += 1 }
    return beforeSpace(place, after: index)
  }

  /// Whether a line that holds nothing but white space lies between two offsets.
  func holdsBlankLine(from start: Int, to end: Int) -> Bool {
    var ends = 0
    var index = start
    while index < end {
      if self[index] == "\n" || self[index] == "\r" && byte(index + 1, before: end) != "\n" { ends += 1 }
      index += 1
    }
    return ends > 1
  }

  /// Whether the text before `end` stops in the middle of a clause: behind a preposition, a conjunction, 的.
  func endsOpen(_ end: Int, after start: Int) -> Bool {
    let (last, count) = scalar(endingAt: end, after: start)
    switch last {
    // 的从從在是和与與或把被
    case 0x7684, 0x4ECE, 0x5F9E, 0x5728, 0x662F, 0x548C, 0x4E0E, 0x8207, 0x6216, 0x628A, 0x88AB: return true
    // 向對对而但让讓及
    case 0x5411, 0x5C0D, 0x5BF9, 0x800C, 0x4F46, 0x8BA9, 0x8B93, 0x53CA: return true
    case 0x5982:  // 比如, 例如
      let before = scalar(endingAt: end - count, after: start).value
      return before == 0x6BD4 || before == 0x4F8B || before == 0x8B6C
    default: return false
    }
  }
}
