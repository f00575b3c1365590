internal import TextOffsets

extension Segmentation {
  /// What the unit is that ends at `end` without having ended a sentence before.
  func classify(_ bytes: Bytes, _ end: Int, isItem: Bool) -> Sentence.Kind {
    let start = bytes.afterDecoration(pieceStart, before: end)
    let textEnd = bytes.beforeMarks(end, after: start)
    guard start < textEnd, bytes.holdsText(start, textEnd) else { return .other }
    if bytes.has("【", at: start, before: textEnd), bytes.has("】", endingAt: textEnd, after: start) { return .heading }
    let body = bytes.listMarkerEnd(start, before: textEnd)
    if unit.speaker >= 0 { return .sentence }
    let last = bytes.scalar(endingAt: textEnd, after: start).value
    if bytes.isCredit(start, textEnd) { return .label }
    if bytes.hasPredicate(body ?? start, textEnd) { return .sentence }
    if last == 0xFF1A || last == 0x3A { return .label }
    if isItem || body != nil { return .listItem }
    if bytes.isCaption(start, textEnd) || lastKind == .other && unit.followsBlank == false { return .caption }
    return .heading
  }
}

extension Bytes {
  /// The first offset behind marks of emphasis, quotation and blanks.
  fileprivate func afterDecoration(_ index: Int, before end: Int) -> Int {
    var index = index
    while index < end, self[index] == "*" || self[index] == ">" || self[index] == " " || self[index] == "_" {
      index += 1
    }
    return index
  }

  /// Whether a letter, digit or Han character stands between two offsets, outside of an address.
  fileprivate func holdsText(_ start: Int, _ end: Int) -> Bool {
    var index = start
    var hasSpace = false
    var isAddress = false
    var holds = false
    while index < end {
      let (value, count) = scalar(at: index)
      if value == 0x40 || value == 0x3A && has("://", at: index, before: end) { isAddress = true }
      if value == 0x20 { hasSpace = true }
      if value.isHan { return true }
      if value.isLatin || value.isDigit { holds = true }
      index += count
    }
    return holds && !(isAddress && !hasSpace)
  }

  /// Whether the line is a credit: a short label, a bar or colon, a short value.
  fileprivate func isCredit(_ start: Int, _ end: Int) -> Bool {
    guard end - start <= 150 else { return false }
    var index = start
    while index < end, index - start <= 30 {
      let (value, count) = scalar(at: index)
      if value == 0x7C || value == 0xFF5C || value == 0x4E28 { return index > start }
      index += count
    }
    return false
  }

  fileprivate func isCaption(_ start: Int, _ end: Int) -> Bool {
    let words: [StaticString] = ["图", "圖", "▲", "△", "▼", "从左", "從左", "左起"]
    return words.contains { has($0, at: start, before: end) }
  }
}
