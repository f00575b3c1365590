internal import TextOffsets

extension BlockScanner {
  /// Records the metadata block that `scope` begins with, and gives the start of the line after it.
  ///
  /// A text that begins with a rule is told apart: the line after the fence has to begin as metadata does. What the block
  /// holds is for FrontMatterParsing to say.
  mutating func scanFrontMatter(_ bytes: Bytes, scope: UTF8Range) -> Int {
    var start = scope.start
    if bytes.has("\u{FEFF}", at: start, before: scope.end) { start += 3 }
    if let end = bytes.objectEnd(start, before: scope.end) {
      add(.frontMatter, UTF8Range(start: start, end: end))
      return bytes.lineStart(after: bytes.lineEnd(from: end, before: scope.end), before: scope.end)
    }
    guard bytes.has("---", at: start, before: scope.end) || bytes.has("+++", at: start, before: scope.end) else {
      return start
    }
    let fence = bytes[start]
    let opening = bytes.lineEnd(from: start, before: scope.end)
    guard bytes.afterBlanks(start + 3, before: opening) == opening else { return start }
    var line = bytes.lineStart(after: opening, before: scope.end)
    guard bytes.beginsAsMetadata(line, before: scope.end) else { return start }
    while line < scope.end {
      let end = bytes.lineEnd(from: line, before: scope.end)
      let isFence = fence == bytes[line] && bytes.afterRun(of: fence, line, before: end) == line + 3
      let isDocumentEnd = fence == "-" && bytes.has("...", at: line, before: end)
      if isFence || isDocumentEnd, bytes.afterBlanks(line + 3, before: end) == end {
        add(.frontMatter, UTF8Range(start: start, end: line + 3))
        return bytes.lineStart(after: end, before: scope.end)
      }
      line = bytes.lineStart(after: end, before: scope.end)
    }
    return start
  }
}

extension Bytes {
  /// The end of the JSON object that stands at the start of a text on lines of its own: `{`, members, `}`.
  fileprivate func objectEnd(_ index: Int, before end: Int) -> Int? {
    guard has("{\n", at: index, before: end) || has("{\r\n", at: index, before: end) else { return nil }
    var line = index
    while line < end {
      let lineEnd = lineEnd(from: line, before: end)
      if self[line] == "}", afterBlanks(line + 1, before: lineEnd) == lineEnd { return line + 1 }
      let first = afterBlanks(line, before: lineEnd)
      // An object does not go on over a blank line or plain text.
      guard first < lineEnd, self[first].isASCIIPunctuation || self[first].isASCIIDigit || first > line else {
        return nil
      }
      line = lineStart(after: lineEnd, before: end)
    }
    return nil
  }

  /// Whether the line at `index` is a key with a value, a table's name, a comment, a list item, or a closing fence.
  fileprivate func beginsAsMetadata(_ index: Int, before limit: Int) -> Bool {
    let end = lineEnd(from: index, before: limit)
    guard index < end else { return false }
    switch self[index] {
    case "#", "[", "{", "\"", "'": return true
    case "-", "+", ".": return end - index >= 3 && self[index] == self[index + 1]
    default: break
    }
    for place in index..<end {
      if self[place] == "=" { return true }
      if self[place] == ":" { return place + 1 == end || self[place + 1].isBlank }
    }
    return false
  }
}
