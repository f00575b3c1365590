/// Where a text can be divided so that its parts are read one after the other, with the same result however it arrives.
extension Bytes {
  /// The end of the part that begins at `start`, which is where a paragraph begins; `nil` where the text at hand is no longer
  /// than `window` and all of it can be read.
  ///
  /// A part ends at the last blank line in the window. A paragraph longer than the window is cut by force: at its last line
  /// end, else behind its last full stop, else between two scalars. O(window).
  func windowEnd(from start: Int, before end: Int, window: Int) -> Int? {
    guard end - start > window else { return nil }
    let limit = start + window
    return lastParagraph(from: start, before: limit) ?? forcedEnd(from: start, limit)
  }

  /// The start of the last paragraph that begins behind a blank line between two offsets. White space that reaches `end` is not
  /// known to be whole, and begins none.
  func lastParagraph(from start: Int, before end: Int) -> Int? {
    var index = end
    while index > start {
      index -= 1
      guard self[index] == "\n" || self[index] == "\r" else { continue }
      let textEnd = beforeSpace(index, after: start)
      let next = afterSpace(index, before: end)
      if next < end, holdsBlankLine(from: textEnd, to: next) { return next }
      index = textEnd
    }
    return nil
  }

  private func forcedEnd(from start: Int, _ limit: Int) -> Int {
    let floor = limit - (limit - start) / 16
    var index = limit
    while index > floor {
      if self[index - 1] == "\n" { return index }
      index -= 1
    }
    index = limit
    while index > floor {
      if has("。", endingAt: index, after: floor) || has("！", endingAt: index, after: floor)
        || has("？", endingAt: index, after: floor)
      {
        return index
      }
      index -= 1
    }
    index = limit
    while index > start + 1, self[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }
}
