/// Lines that are units by their form alone, told apart without a structure.
extension Bytes {
  /// The end and kind of the one-line unit at `index`: a heading of Markdown, an image, a rule, a row of a table.
  func singleLineUnit(_ index: Int, before limit: Int) -> (end: Int, kind: Sentence.Kind)? {
    let byte = self[index]
    guard byte < 0x80 else { return nil }
    switch byte {
    case "#":
      let after = afterRun(of: byte, index, before: limit)
      guard after - index <= 6, self.byte(after, before: limit) == " " else { return nil }
      return (lineEnd(index, before: limit), .heading)
    case "|":
      let end = lineEnd(index, before: limit)
      return self[end - 1] == "|" && end > index + 1 ? (end, .other) : nil
    case "!", "[", "<", "h", "{":
      let end = lineEnd(index, before: limit)
      return isReferenceOnly(index, end) ? (end, .other) : nil
    case "-", "*", "=", "_", "`", "~":
      let end = lineEnd(index, before: limit)
      if isBoldQuestion(index, end) { return (end, .heading) }
      guard end - index >= 3, self[index + 1] == byte || self[index + 1] == " " else { return nil }
      for place in index..<end where self[place] != byte && self[place] != 0x20 {
        return byte == "`" && self[index + 2] == byte ? (end, .other) : nil
      }
      return (end, .other)
    default:
      return nil
    }
  }

  /// Whether the line is in bold throughout, asks or exclaims, and no speaker is named in it: a title.
  private func isBoldQuestion(_ index: Int, _ end: Int) -> Bool {
    guard end - index <= 180, has("**", at: index, before: end), has("**", endingAt: end, after: index + 4) else {
      return false
    }
    let last = scalar(endingAt: end - 2, after: index).value
    guard last.isTerminator, last != 0x3002, find("**", from: index + 2, before: end) == end - 2 else { return false }
    return find("：", from: index, before: Swift.min(end, index + 40)) == nil
  }

  /// Whether what begins at `index` is a unit of its own after any line: a marker of a list, a heading, an image.
  func beginsBlock(_ index: Int, before limit: Int) -> Bool {
    if singleLineUnit(index, before: limit) != nil { return true }
    return listMarkerEnd(index, before: limit) != nil || has("【", at: index, before: limit)
      || self[index] == ">"
      || has("**", at: index, before: limit) && isEmphasisOnly(index, lineEnd(index, before: limit))
  }

  private func isEmphasisOnly(_ start: Int, _ end: Int) -> Bool {
    end - start > 4 && self[end - 1] == "*" && self[end - 2] == "*"
  }

  /// Whether the line holds images, links, wiki links, tags and addresses only.
  private func isReferenceOnly(_ start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end {
      let opening = self[index] == "!" ? index + 1 : index
      switch byte(opening, before: end) {
      case "[":
        if has("[[", at: opening, before: end) {
          guard let close = find("]]", from: opening, before: end) else { return false }
          index = close + 2
        } else {
          guard let close = find("](", from: opening, before: end) else { return false }
          guard let target = find(")", from: close, before: end) else { return false }
          index = target + 1
        }
      case "<":
        guard let close = find(">", from: opening, before: end) else { return false }
        index = close + 1
      case "{":
        guard let close = find("}}", from: opening, before: end), has("{{", at: opening, before: end) else {
          return false
        }
        index = close + 2
      case "h":
        guard has("http://", at: opening, before: end) || has("https://", at: opening, before: end) else {
          return false
        }
        index = opening
        while index < end, self[index] > 0x20, self[index] < 0x80 { index += 1 }
      default:
        return false
      }
      index = afterSpace(index, before: end)
    }
    return true
  }

  /// The offset of the first `word` from `index` on.
  func find(_ word: StaticString, from index: Int, before end: Int) -> Int? {
    let first = word.withUTF8Buffer { unsafe $0[0] }
    var index = index
    while index < end {
      if self[index] == first, has(word, at: index, before: end) { return index }
      index += 1
    }
    return nil
  }

  /// The end of the list marker at `index`, with the blanks behind it: `-`, `1.`, `2)`, `（1）`, `①`, `一、`.
  func listMarkerEnd(_ index: Int, before end: Int) -> Int? {
    guard index < end else { return nil }
    let (value, count) = scalar(at: index)
    switch value {
    case 0x2D, 0x2A, 0x2B, 0x2022, 0x25CF, 0x25AA, 0x25E6, 0x1F449, 0x1F539, 0x1F538, 0x2705:  // - * + • ● ▪ ◦ 👉 🔹 🔸 ✅
      let after = index + count
      guard after < end, value > 0x80 || spaceCount(at: after) != nil else { return nil }
      return afterSpace(after, before: end)
    case 0x2460...0x2473, 0x2776...0x277F, 0x2474...0x2487:
      return afterSpace(index + count, before: end)
    case 0xFF08, 0x28:
      guard let digits = numeralEnd(index + count, before: end), digits < end else { return nil }
      let (close, width) = scalar(at: digits)
      return close == 0xFF09 || close == 0x29 ? afterSpace(digits + width, before: end) : nil
    default:
      guard let digits = numeralEnd(index, before: end), digits < end else { return nil }
      let (mark, width) = scalar(at: digits)
      switch mark {
      case 0x3001, 0x29, 0xFF09: return afterSpace(digits + width, before: end)
      case 0x2E, 0xFF0E:
        return byte(digits + width, before: end).isASCIIDigit ? nil : afterSpace(digits + width, before: end)
      default: return nil
      }
    }
  }

  private func numeralEnd(_ index: Int, before end: Int) -> Int? {
    var place = index
    var length = 0
    while place < end, length < 4 {
      let (value, count) = scalar(at: place)
      guard value.isDigit || value.isHanNumeral else { break }
      place += count
      length += 1
    }
    return length > 0 ? place : nil
  }
}
