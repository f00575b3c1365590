internal import TextOffsets

extension BlockScanner {
  /// Ends the open paragraph: its link definitions, then its lines as one block or several.
  mutating func finishParagraph(_ bytes: Bytes) {
    let first = takeDefinitions(bytes)
    guard first < lines.count else { return }
    if first + 1 == lines.count { return add(bytes.form(of: lines[first], isAlone: true), lines[first], false) }
    let layout = decideLayout(bytes, from: first)
    var continues = false
    var start = first
    while start < lines.count {
      var end = start + 1
      let form = form(ofLine: start, layout, bytes)
      while end < lines.count, !breaks(before: end, form, layout, bytes) { end += 1 }
      add(form, UTF8Range(start: lines[start].start, end: lines[end - 1].end), continues)
      continues = true
      start = end
    }
  }

  /// Ends the open paragraph as a setext heading; not where it was nothing but link definitions.
  mutating func finishSetextHeading(_ bytes: Bytes, level: Int, underline: LineCursor) -> Bool {
    let first = takeDefinitions(bytes)
    guard first < lines.count else {
      lines.removeAll(keepingCapacity: true)
      leaf = .none
      return false
    }
    let content = UTF8Range(start: lines[first].start, end: lines[lines.count - 1].end)
    let end = bytes.beforeBlanks(underline.end, after: underline.content)
    add(.heading, UTF8Range(start: content.start, end: end), content: content, style: .setext, level: level)
    return true
  }

  private mutating func add(_ form: LineForm, _ range: UTF8Range, _ continues: Bool) {
    switch form {
    case .text:
      add(.paragraph, range, continuesBlock: continues)
    case .item(let marker):
      add(.paragraph, range, marker: marker, continuesBlock: continues)
    case .heading(let style, let content):
      add(.heading, range, content: content, style: style, continuesBlock: continues)
    case .reference:
      add(.reference, range, continuesBlock: continues)
    case .shortcode:
      add(.shortcode, range, continuesBlock: continues)
    }
  }

  // MARK: - Soft wraps

  /// How the lines of a paragraph relate to each other.
  enum Layout {
    /// A line end is a space in running text.
    case wrapped
    /// Every line is a paragraph of its own.
    case lines
  }

  /// Tells wrapped text from one-line paragraphs: most of the latter end as sentences do.
  private func decideLayout(_ bytes: Bytes, from first: Int) -> Layout {
    var ended = 0
    var labelled = 0
    for line in lines[first..<(lines.count - 1)] {
      if bytes.endsSentence(line) { ended += 1 }
      if bytes.isCredit(line) { labelled += 1 }
    }
    let count = lines.count - first - 1
    return ended * 2 >= count || labelled == count ? .lines : .wrapped
  }

  private func form(ofLine number: Int, _ layout: Layout, _ bytes: Bytes) -> LineForm {
    let form = bytes.form(of: lines[number], isAlone: layout == .lines)
    if case .heading = form {
      // An emphasised word of running text is no title: the text before it goes on, or the text after it does.
      if number + 1 < lines.count, bytes.continuesClause(lines[number + 1]) { return .text }
    }
    return form
  }

  /// Whether a block ends before the line with the given number; `form` is that of the block's first line.
  private func breaks(before number: Int, _ form: LineForm, _ layout: Layout, _ bytes: Bytes) -> Bool {
    let line = lines[number]
    let previous = lines[number - 1]
    if bytes.continuesClause(line) { return false }
    switch form {
    case .heading, .reference, .shortcode: return true
    case .text, .item: break
    }
    switch bytes.form(of: line, isAlone: layout == .lines) {
    case .item, .shortcode, .reference: return true
    case .heading:
      let isEmphasis = layout == .wrapped && !bytes.endsSentence(previous)
      if !isEmphasis { return true }
    case .text: break
    }
    if bytes.runsOn(previous) { return false }
    if bytes.isCredit(previous) || bytes.isCredit(line) || bytes.isDate(previous) || bytes.isDate(line) { return true }
    if number >= 2, case .reference = bytes.form(of: lines[number - 2], isAlone: false), !bytes.endsSentence(previous) {
      // The line below an image is its caption.
      return true
    }
    return layout == .lines || bytes.hasHardBreak(after: previous)
  }
}
