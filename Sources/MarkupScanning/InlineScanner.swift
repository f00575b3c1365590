internal import TextOffsets

/// Finds the inlines of one block after another.
///
/// Code spans, tags, addresses and shortcodes bind more tightly than links, as in CommonMark; what is looked for ahead and
/// not found is remembered, so that the cost stays linear in the block.
struct InlineScanner {
  /// A `[` or `![` whose `]` has not come yet.
  struct Bracket {
    let start: Int
    let isImage: Bool
    /// The number of inlines found before it.
    let inlines: Int
  }

  /// More open brackets than this are not kept: each link is moved before what its text holds.
  private static let bracketLimit = 256

  private(set) var inlines: [Inline] = []
  let definitions: Set<[UInt8]>
  private var brackets: [Bracket] = []
  /// Where the last of them opened: a label holds no bracket.
  private var lastBracket = 0
  /// `[` before this number cannot open links: links do not hold links.
  private var activeFrom = 0
  /// The last place of each length of backtick runs, once the block was searched for it; its index is the length.
  private var lastBackticks: [Int] = []
  /// No such mark begins from here on to the block's end.
  private var noComment = Int.max
  private var noInstruction = Int.max
  private var noShortcode = Int.max
  private var noTag = Int.max

  /// Makes a scanner that knows the labels of the page's link definitions.
  init(definitions: Set<[UInt8]>) { self.definitions = definitions }

  /// What a block's text is written in.
  enum Language {
    case markdown
    /// Text of an HTML block, where only tags and comments count.
    case tags
  }

  /// Finds the inlines in `range`, the text of one block.
  mutating func scan(_ bytes: Bytes, _ range: UTF8Range, only language: Language) {
    let end = range.end
    var index = range.start
    var isFresh = true
    while true {
      index = bytes.nextMark(from: index, before: end)
      guard index < end else { break }
      if isFresh {
        reset()
        isFresh = false
      }
      if language == .tags, bytes[index] != "<" {
        index += 1
      } else {
        index = scanMark(bytes, index, range)
      }
    }
  }

  private mutating func reset() {
    brackets.removeAll(keepingCapacity: true)
    activeFrom = 0
    lastBackticks.removeAll(keepingCapacity: true)
    noComment = .max
    noInstruction = .max
    noShortcode = .max
    noTag = .max
  }

  /// Reads the mark at `index` and gives the place to go on at.
  private mutating func scanMark(_ bytes: Bytes, _ index: Int, _ range: UTF8Range) -> Int {
    let end = range.end
    switch bytes[index] {
    case "\\": return min(index + (bytes.byte(index + 1, before: end) < 0x80 ? 2 : 1), end)
    case "`": return scanCode(bytes, index, range)
    case "*", "_", "~": return scanEmphasis(bytes, index, range)
    case "<": return scanAngle(bytes, index, end)
    case "[": return openBracket(bytes, index, range)
    case "]": return closeBracket(bytes, index, end)
    case "{":
      guard index < noShortcode else { return index + 1 }
      guard let after = bytes.shortcodeEnd(index, before: end) else {
        if bytes.byte(index + 1, before: end) == "{" || bytes.byte(index + 1, before: end) == "%" {
          noShortcode = bytes.find("}", from: index, before: end) == nil ? index : noShortcode
        }
        return index + 1
      }
      return add(.shortcode, index, after)
    case ":": return scanColon(bytes, index, range)
    case "@": return scanAt(bytes, index, range)
    case "w":
      guard bytes.has("www.", at: index, before: end), index == range.start || !bytes[index - 1].isWordByte,
        let after = bytes.bareURLEnd(index, before: end)
      else { return index + 1 }
      return add(.url, index, after)
    default: return index + 1
    }
  }

  @discardableResult
  private mutating func add(_ kind: Inline.Kind, _ start: Int, _ end: Int) -> Int {
    inlines.append(Inline(kind: kind, range: UTF8Range(start: start, end: end)))
    return end
  }

  // MARK: - Code and emphasis

  private mutating func scanCode(_ bytes: Bytes, _ index: Int, _ range: UTF8Range) -> Int {
    let after = bytes.afterRun(of: UInt8(ascii: "`"), index, before: range.end)
    let length = after - index
    if lastBackticks.isEmpty { lastBackticks = bytes.lastBackticks(range) }
    guard length < lastBackticks.count, lastBackticks[length] >= after else { return after }
    var place = after
    while place < range.end {
      guard bytes[place] == "`" else {
        place += 1
        continue
      }
      let close = bytes.afterRun(of: UInt8(ascii: "`"), place, before: range.end)
      if close - place == length { return add(.code, index, close) }
      place = close
    }
    return after
  }

  private mutating func scanEmphasis(_ bytes: Bytes, _ index: Int, _ range: UTF8Range) -> Int {
    let mark = bytes[index]
    let after = bytes.afterRun(of: mark, index, before: range.end)
    if mark == "~", after - index != 2 { return after }
    let before = index == range.start ? 0x20 : bytes[index - 1]
    let next = bytes.byte(after, before: range.end)
    let isLoose = before.isASCIISpace && (next.isASCIISpace || after == range.end)
    let isInWord = mark == "_" && before.isWordByte && next.isWordByte
    if !isLoose, !isInWord { add(.emphasisMark, index, after) }
    return after
  }

  // MARK: - Tags and addresses

  private mutating func scanAngle(_ bytes: Bytes, _ index: Int, _ end: Int) -> Int {
    let next = bytes.byte(index + 1, before: end)
    switch next {
    case "!":
      if bytes.has("<!--", at: index, before: end) {
        guard index < noComment else { return index + 1 }
        if let close = bytes.find("-->", from: index + 2, before: end) { return add(.html, index, close + 3) }
        noComment = index
      } else if bytes.byte(index + 2, before: end).isASCIILetter, index < noTag {
        if let close = bytes.find(">", from: index, before: end) { return add(.html, index, close + 1) }
        noTag = index
      }
    case "?":
      guard index < noInstruction else { return index + 1 }
      if let close = bytes.find("?>", from: index + 2, before: end) { return add(.html, index, close + 2) }
      noInstruction = index
    default:
      guard index < noTag, next == "/" || next.isASCIILetter || next.isASCIIDigit else { return index + 1 }
      if let address = bytes.angleAddress(index, before: end) {
        return add(address.isEmail ? .email : .url, index, address.end)
      }
      if let after = bytes.htmlTagEnd(index, before: end) { return add(.html, index, after) }
      if bytes.find(">", from: index, before: end) == nil { noTag = index }
    }
    return index + 1
  }

  /// An address such as `https://…` around the colon at `index`.
  private mutating func scanColon(_ bytes: Bytes, _ index: Int, _ range: UTF8Range) -> Int {
    guard bytes.has("://", at: index, before: range.end) else { return index + 1 }
    var start = index
    while start > range.start, bytes[start - 1].isASCIILetter, index - start < 5 { start -= 1 }
    guard start == range.start || !bytes[start - 1].isASCIILetter,
      let after = bytes.bareURLEnd(start, before: range.end), after > index, start >= (inlines.last?.range.end ?? 0)
    else { return index + 1 }
    return add(.url, start, after)
  }

  /// An e-mail address around the `@` at `index`.
  private mutating func scanAt(_ bytes: Bytes, _ index: Int, _ range: UTF8Range) -> Int {
    let floor = max(range.start, inlines.last?.range.end ?? 0)
    var start = index
    while start > floor, index - start < 64, bytes[start - 1].isEmailByte { start -= 1 }
    var after = index + 1
    var hasDot = false
    while after < range.end, bytes[after].isHostByte {
      if bytes[after] == "." { hasDot = true }
      after += 1
    }
    while after > index + 1, bytes[after - 1] == "." || bytes[after - 1] == "-" { after -= 1 }
    guard start < index, after > index + 1, hasDot else { return index + 1 }
    return add(.email, start, after)
  }

  // MARK: - Brackets

  private mutating func openBracket(_ bytes: Bytes, _ index: Int, _ range: UTF8Range) -> Int {
    let end = range.end
    let isImage = index > range.start && bytes[index - 1] == "!"
    let start = isImage ? index - 1 : index
    if bytes.has("[[", at: index, before: end), let close = bytes.wikiLinkEnd(index, before: end) {
      let content = bytes.find("|", from: index, before: close - 2).map { UTF8Range(start: $0 + 1, end: close - 2) }
      inlines.append(
        Inline(kind: .wikiLink, range: UTF8Range(start: start, end: close), content: content))
      return close
    }
    if bytes.has("[^", at: index, before: end), let close = bytes.labelEnd(index + 2, before: end),
      close - index <= 64
    {
      return add(.footnoteReference, index, close + 1)
    }
    if brackets.count == Self.bracketLimit {
      brackets.removeFirst(Self.bracketLimit / 2)
      activeFrom = max(0, activeFrom - Self.bracketLimit / 2)
    }
    brackets.append(Bracket(start: start, isImage: isImage, inlines: inlines.count))
    lastBracket = index
    return index + 1
  }

  private mutating func closeBracket(_ bytes: Bytes, _ index: Int, _ end: Int) -> Int {
    guard let open = brackets.popLast() else { return index + 1 }
    activeFrom = min(activeFrom, brackets.count + 1)
    guard open.isImage || brackets.count >= activeFrom else { return index + 1 }
    let content = UTF8Range(start: open.start + (open.isImage ? 2 : 1), end: index)
    guard let after = bytes.linkTarget(index + 1, before: end) ?? referenceEnd(bytes, content, index, end) else {
      return index + 1
    }
    let link = Inline(
      kind: open.isImage ? .image : .link, range: UTF8Range(start: open.start, end: after), content: content)
    inlines.insert(link, at: open.inlines)
    if !open.isImage { activeFrom = brackets.count }
    return after
  }

  /// The end of the reference link whose text closes at `index`: `[text][label]`, `[label][]` or `[label]`.
  private func referenceEnd(_ bytes: Bytes, _ content: UTF8Range, _ index: Int, _ end: Int) -> Int? {
    guard !definitions.isEmpty, content.count < 1000 else { return nil }
    if bytes.byte(index + 1, before: end) == "[", let close = bytes.labelEnd(index + 2, before: end) {
      let label = UTF8Range(start: index + 2, end: close)
      return definitions.contains(bytes.foldedLabel(label)) ? close + 1 : nil
    }
    guard content.start > lastBracket, definitions.contains(bytes.foldedLabel(content)) else { return nil }
    return bytes.has("[]", at: index + 1, before: end) ? index + 3 : index + 1
  }
}

extension Bytes {
  /// The last place of backtick runs of each length up to 80 in `range`; -1 where there is none.
  fileprivate func lastBackticks(_ range: UTF8Range) -> [Int] {
    var last = [Int](repeating: -1, count: 81)
    var place = range.start
    while place < range.end {
      guard self[place] == "`" else {
        place += 1
        continue
      }
      let after = afterRun(of: UInt8(ascii: "`"), place, before: range.end)
      if after - place <= 80 { last[after - place] = place }
      place = after
    }
    return last
  }

  /// The end of the wiki link `[[…]]` at `index`, on one line and not longer than 512 bytes.
  fileprivate func wikiLinkEnd(_ index: Int, before end: Int) -> Int? {
    var place = index + 2
    let limit = Swift.min(end, index + 512)
    while place < limit {
      switch self[place] {
      case "]": return has("]]", at: place, before: end) && place > index + 2 ? place + 2 : nil
      case "[", "\n": return nil
      default: place += 1
      }
    }
    return nil
  }
}

extension UInt8 {
  fileprivate var isWordByte: Bool { isASCIILetter || isASCIIDigit || self >= 0x80 || self == "_" }

  fileprivate var isHostByte: Bool { isASCIILetter || isASCIIDigit || self == "." || self == "-" }

  fileprivate var isEmailByte: Bool { isHostByte || self == "_" || self == "+" }
}
