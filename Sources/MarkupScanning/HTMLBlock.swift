internal import TextOffsets

/// The seven ways in which HTML takes over whole lines, by CommonMark's numbering.
enum HTMLBlock: Equatable {
  /// 1: `<script`, `<pre`, `<style`, `<textarea`, up to its end tag.
  case verbatim
  /// 2: `<!--` up to `-->`.
  case comment
  /// 3: `<?` up to `?>`.
  case instruction
  /// 4: `<!X` up to `>`.
  case declaration
  /// 5: `<![CDATA[` up to `]]>`.
  case characterData
  /// 6: a tag of a block element, up to a blank line.
  case blockTag
  /// 7: a line that is one tag of any name, up to a blank line.
  case tag

  /// Whether a blank line ends the block.
  var endsAtBlankLine: Bool { self == .blockTag || self == .tag }

  /// The block that begins at `index`, where a `<` stands. A lone tag of type 7 does not interrupt a paragraph.
  init?(_ bytes: Bytes, _ index: Int, before end: Int, interrupting: Bool) {
    let next = bytes.byte(index + 1, before: end)
    switch next {
    case "!":
      if bytes.has("<!--", at: index, before: end) {
        self = .comment
      } else if bytes.has("<![CDATA[", at: index, before: end) {
        self = .characterData
      } else if bytes.byte(index + 2, before: end).isASCIILetter {
        self = .declaration
      } else {
        return nil
      }
    case "?":
      self = .instruction
    case let byte where byte == "/" || byte.isASCIILetter:
      let isEndTag = byte == "/"
      let start = index + (isEndTag ? 2 : 1)
      var nameEnd = start
      while nameEnd < end, bytes[nameEnd].isASCIILetter || bytes[nameEnd].isASCIIDigit { nameEnd += 1 }
      let after = bytes.byte(nameEnd, before: end)
      let isDelimited = nameEnd == end || after.isASCIISpace || after == ">"
      if !isEndTag, isDelimited,
        Self.verbatimNames.contains(where: { bytes.isName($0, UTF8Range(start: start, end: nameEnd)) })
      {
        self = .verbatim
      } else if isDelimited || bytes.has("/>", at: nameEnd, before: end),
        Self.blockNames.contains(where: { bytes.isName($0, UTF8Range(start: start, end: nameEnd)) })
      {
        self = .blockTag
      } else if !interrupting, let tagEnd = bytes.htmlTagEnd(index, before: end),
        bytes.afterBlanks(tagEnd, before: end) == end
      {
        self = .tag
      } else {
        return nil
      }
    default:
      return nil
    }
  }

  /// Whether the line holds what ends the block.
  func ends(_ bytes: Bytes, _ line: UTF8Range) -> Bool {
    func holds(_ word: StaticString) -> Bool {
      bytes.find(word, from: line.start, before: line.end, foldingCase: self == .verbatim) != nil
    }
    switch self {
    case .verbatim: return holds("</script>") || holds("</pre>") || holds("</style>") || holds("</textarea>")
    case .comment: return holds("-->")
    case .instruction: return holds("?>")
    case .declaration: return holds(">")
    case .characterData: return holds("]]>")
    case .blockTag, .tag: return false
    }
  }

  private static let verbatimNames: [StaticString] = ["script", "pre", "style", "textarea"]
  private static let blockNames: [StaticString] = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup",
    "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame",
    "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link",
    "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "section", "source",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
  ]
}

extension Bytes {
  /// Whether the bytes in `range` are `name` in any letter case.
  fileprivate func isName(_ name: StaticString, _ range: UTF8Range) -> Bool {
    range.count == name.utf8CodeUnitCount && has(name, at: range.start, before: range.end, foldingCase: true)
  }
}
