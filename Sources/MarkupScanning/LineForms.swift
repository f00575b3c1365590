internal import TextOffsets

/// The forms of lines that open, end or underline a block, as CommonMark and GitHub's tables define them.
extension Bytes {
  /// The level and text of the ATX heading at `index`.
  func atxHeading(_ index: Int, before end: Int) -> (level: Int, content: UTF8Range)? {
    let afterMarks = afterRun(of: UInt8(ascii: "#"), index, before: end)
    let level = afterMarks - index
    guard level <= 6, afterMarks == end || self[afterMarks].isBlank else { return nil }
    let start = afterBlanks(afterMarks, before: end)
    let last = beforeBlanks(end, after: start)
    // Closing marks count only behind a space.
    var contentEnd = last
    while contentEnd > start, self[contentEnd - 1] == "#" { contentEnd -= 1 }
    if contentEnd == start {
      // Where nothing but blanks follow the marks, they are no part of the heading.
      let place = last == start ? afterMarks : start
      return (level, UTF8Range(start: place, end: place))
    }
    contentEnd = self[contentEnd - 1].isBlank ? beforeBlanks(contentEnd, after: start) : last
    return (level, UTF8Range(start: start, end: contentEnd))
  }

  /// The length of the code fence that opens at `index`.
  func openingFence(_ index: Int, before end: Int) -> Int? {
    let fence = self[index]
    let after = afterRun(of: fence, index, before: end)
    guard after - index >= 3 else { return nil }
    // An info string after backticks holds none, or the line is a code span.
    if fence == "`" {
      for rest in after..<end where self[rest] == "`" { return nil }
    }
    return after - index
  }

  /// Whether the line closes the code block whose fence is `length` times `fence`.
  func isClosingFence(_ index: Int, before end: Int, fence: UInt8, length: Int) -> Bool {
    guard byte(index, before: end) == fence else { return false }
    let after = afterRun(of: fence, index, before: end)
    return after - index >= length && afterBlanks(after, before: end) == end
  }

  /// Whether the line is three or more of one of `-`, `*`, `_`, with blanks at most between.
  func isThematicBreak(_ index: Int, before end: Int) -> Bool {
    let mark = self[index]
    var count = 0
    for place in index..<end {
      if self[place] == mark { count += 1 } else if !self[place].isBlank { return false }
    }
    return count >= 3
  }

  /// The level of the heading that the line underlines: 1 for `===`, 2 for `---`.
  func setextUnderline(_ index: Int, before end: Int) -> Int? {
    let mark = self[index]
    guard mark == "=" || mark == "-" else { return nil }
    let after = afterRun(of: mark, index, before: end)
    guard afterBlanks(after, before: end) == end else { return nil }
    return mark == "=" ? 1 : 2
  }

  /// The end of the list marker at `index`. To interrupt a paragraph an item needs text, and an ordered one the number 1.
  func listMarker(_ index: Int, before end: Int, interrupting: Bool) -> Int? {
    var after = index
    switch self[index] {
    case "-", "*", "+":
      after += 1
    case let digit where digit.isASCIIDigit:
      while after < end, self[after].isASCIIDigit { after += 1 }
      guard after - index <= 9, after < end, self[after] == "." || self[after] == ")" else { return nil }
      if interrupting, after - index > 1 || digit != "1" { return nil }
      after += 1
    default:
      return nil
    }
    guard after == end || self[after].isBlank else { return nil }
    if interrupting, afterBlanks(after, before: end) == end { return nil }
    return after
  }

  /// The end of a footnote's `[^label]:` at `index`.
  func footnoteLabel(_ index: Int, before end: Int) -> Int? {
    guard has("[^", at: index, before: end) else { return nil }
    var after = index + 2
    while after < end, self[after] != "]" {
      if self[after].isASCIISpace || self[after] == "[" { return nil }
      after += 1
    }
    guard after > index + 2, has("]:", at: after, before: end) else { return nil }
    return after + 2
  }

  /// Whether the line is a table's delimiter row, such as `| --- | :-: |`.
  func isDelimiterRow(_ index: Int, before end: Int) -> Bool {
    guard self[index] == "|" || self[index] == "-" || self[index] == ":" else { return false }
    var place = index
    var cells = 0
    if self[place] == "|" { place += 1 }
    while true {
      place = afterBlanks(place, before: end)
      if place == end { return cells > 0 }
      if self[place] == ":" { place += 1 }
      let after = afterRun(of: UInt8(ascii: "-"), place, before: end)
      guard after > place else { return false }
      place = after
      if byte(place, before: end) == ":" { place += 1 }
      cells += 1
      place = afterBlanks(place, before: end)
      if place == end { return true }
      guard self[place] == "|" else { return false }
      place += 1
    }
  }

  /// The number of cells of a table row.
  func cellCount(_ line: UTF8Range) -> Int {
    var place = afterBlanks(line.start, before: line.end)
    let end = beforeBlanks(line.end, after: place)
    var count = 1
    if byte(place, before: end) == "|" { place += 1 }
    while place < end {
      if self[place] == "\\" {
        place += 2
        continue
      }
      if self[place] == "|", place + 1 < end { count += 1 }
      place += 1
    }
    return count
  }
}
