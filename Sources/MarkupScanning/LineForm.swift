internal import TextOffsets

/// What a line of a paragraph is by the conventions of Chinese pages, which CommonMark does not know.
enum LineForm {
  /// Running text.
  case text
  /// Text behind a Chinese list marker: `（1）`, `①`, `一、`.
  case item(marker: UTF8Range)
  /// A title.
  case heading(Block.HeadingStyle, content: UTF8Range)
  /// Images, links and addresses only.
  case reference
  /// Shortcodes only.
  case shortcode
}

extension Bytes {
  /// The longest title, in bytes: sixty Han characters. A longer bold line is emphasised text.
  private static var longestTitle: Int { 180 }

  /// What the line is; `isAlone` where it is a paragraph by itself.
  func form(of line: UTF8Range, isAlone: Bool) -> LineForm {
    var line = line
    while has("\u{3000}", at: line.start, before: line.end - 1) { line.start += 3 }
    switch self[line.start] {
    case "*", "_":
      if let content = boldContent(line), line.count <= Self.longestTitle, !isBoldSentence(content) {
        return .heading(.bold, content: content)
      }
    case "!", "[", "<", "h", "w", "(":
      if isReferenceOnly(line) { return .reference }
    case "{":
      if isShortcodeOnly(line) { return .shortcode }
    case 0x30...0x39, 0xE2, 0xE3, 0xE4, 0xE5, 0xE7, 0xEF, 0xF0:
      return conventionalForm(line, isAlone: isAlone)
    default:
      break
    }
    return .text
  }

  private func conventionalForm(_ line: UTF8Range, isAlone: Bool) -> LineForm {
    if has("【", at: line.start, before: line.end), has("】", at: line.end - 3, before: line.end),
      find("】", from: line.start, before: line.end) == line.end - 3
    {
      return .heading(.bracketed, content: UTF8Range(start: line.start + 3, end: line.end - 3))
    }
    if isNumber(line) { return .heading(.numbered, content: line) }
    guard let (end, isTitle) = chineseMarker(line) else { return .text }
    if isTitle, isAlone, isTitleText(UTF8Range(start: end, end: line.end)) {
      return .heading(.numbered, content: line)
    }
    return .item(marker: UTF8Range(start: line.start, end: end))
  }

  /// Whether the line is a number of up to three digits: the title of a section.
  private func isNumber(_ line: UTF8Range) -> Bool {
    line.count <= 3 && line.offsets.allSatisfy { self[$0].isASCIIDigit }
  }

  /// Whether the text is as short as a title, and neither ends nor pauses as a sentence does.
  private func isTitleText(_ text: UTF8Range) -> Bool {
    guard text.count > 0, text.count <= Self.longestTitle / 2 else { return false }
    guard !endsSentence(text), !runsOn(text) else { return false }
    return find("，", from: text.start, before: text.end) == nil && find("；", from: text.start, before: text.end) == nil
  }

  /// What stands between the marks of a line in bold, glued fragments (`**1.****徐新**`) included; `nil` where
  /// something stands outside of them.
  private func boldContent(_ line: UTF8Range) -> UTF8Range? {
    let mark = self[line.start]
    guard byte(line.start + 1, before: line.end) == mark, line.count > 4, self[line.end - 1] == mark,
      self[line.end - 2] == mark
    else { return nil }
    var place = line.start
    var isBold = false
    var first: Int?
    var last = line.start
    while place < line.end {
      if self[place] == mark {
        let after = afterRun(of: mark, place, before: line.end)
        if (after - place) / 2 % 2 == 1 { isBold.toggle() }
        place = after
      } else {
        guard isBold || self[place].isBlank else { return nil }
        first = first ?? place
        place += 1
        last = place
      }
    }
    guard let first else { return nil }
    return UTF8Range(start: first, end: last)
  }

  /// Whether bold text is a sentence rather than a title: it ends in a full stop, or is what a named speaker asks.
  private func isBoldSentence(_ content: UTF8Range) -> Bool {
    guard endsSentence(content) else { return false }
    let end = scalar(endingAt: content.end, after: content.start).value
    if end == 0x3002 || end == 0x2E { return true }
    let colon = find("：", from: content.start, before: content.end)
    return colon.map { $0 - content.start <= 36 } ?? false
  }

  /// Whether the line holds shortcodes only.
  private func isShortcodeOnly(_ line: UTF8Range) -> Bool {
    var place = line.start
    while place < line.end {
      guard let end = shortcodeEnd(place, before: line.end) else { return false }
      place = afterBlanks(end, before: line.end)
    }
    return true
  }

  /// Whether the line holds images, links, wiki links and addresses only.
  private func isReferenceOnly(_ line: UTF8Range) -> Bool {
    var place = line.start
    while place < line.end {
      guard let end = referenceEnd(place, before: line.end) else { return false }
      place = afterBlanks(end, before: line.end)
    }
    return true
  }

  /// The end of the image, link or address at `index`. Only one image is looked for in a link.
  private func referenceEnd(_ index: Int, before end: Int, inLink: Bool = false) -> Int? {
    let start = self[index] == "!" ? index + 1 : index
    if has("[[", at: start, before: end) {
      return find("]]", from: start, before: end).map { $0 + 2 }
    }
    if byte(start, before: end) == "[" {
      if !inLink, has("[![", at: start, before: end) {
        // An image that is a link.
        guard let image = referenceEnd(start + 1, before: end, inLink: true), byte(image, before: end) == "]" else {
          return nil
        }
        return linkTarget(image + 1, before: end)
      }
      guard let close = find("]", from: start, before: end) else { return nil }
      return linkTarget(close + 1, before: end)
    }
    if self[index] == "<" { return angleAddress(index, before: end)?.end }
    return bareURLEnd(index, before: end)
  }
}
