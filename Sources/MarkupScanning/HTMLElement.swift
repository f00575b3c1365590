internal import TextOffsets

/// A tag's element, as far as blocks are concerned.
struct HTMLElement {
  enum Kind: Equatable {
    case inline, block, verbatim, list, quotation
    case heading(level: Int)
  }

  let kind: Kind
  let isEndTag: Bool
  /// Where the name stands.
  let name: UTF8Range

  var isBlock: Bool { kind != .inline }
  /// Whether everything up to the end tag is no text to read.
  var isVerbatim: Bool { kind == .verbatim && !isEndTag }

  init(_ bytes: Bytes, _ index: Int, before end: Int) {
    isEndTag = bytes.byte(index + 1, before: end) == "/"
    let start = index + (isEndTag ? 2 : 1)
    var nameEnd = start
    while nameEnd < end, bytes[nameEnd].isASCIILetter || bytes[nameEnd].isASCIIDigit { nameEnd += 1 }
    name = UTF8Range(start: start, end: nameEnd)
    func isNamed(_ names: [StaticString]) -> Bool {
      names.contains {
        $0.utf8CodeUnitCount == nameEnd - start && bytes.has($0, at: start, before: nameEnd, foldingCase: true)
      }
    }
    if name.count == 2, bytes[start] | 0x20 == "h", bytes[start + 1] &- 0x31 < 6 {
      kind = .heading(level: Int(bytes[start + 1] - 0x30))
    } else if isNamed(["ul", "ol", "dl", "menu"]) {
      kind = .list
    } else if isNamed(["blockquote"]) {
      kind = .quotation
    } else if isNamed(["script", "style", "title", "pre", "textarea", "template", "svg", "math", "noscript", "select"])
    {
      kind = .verbatim
    } else if isNamed(Self.inlineNames) || name.isEmpty {
      kind = .inline
    } else {
      kind = .block
    }
  }

  /// The elements of phrasing content; every other one stands by itself.
  private static let inlineNames: [StaticString] = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd",
    "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
    "var", "wbr",
  ]
}

extension Bytes {
  /// The end of the element whose start tag ends at `index`: past its end tag, or `end` where it has none.
  func endOfElement(_ element: HTMLElement, from index: Int, before end: Int) -> Int {
    var place = index
    while let tag = find("</", from: place, before: end) {
      let name = tag + 2
      let isSame =
        name + element.name.count <= end
        && (0..<element.name.count).allSatisfy {
          self[name + $0].lowercasedASCII == self[element.name.start + $0].lowercasedASCII
        }
      if isSame { return find(">", from: name, before: end).map { $0 + 1 } ?? end }
      place = name
    }
    return end
  }
}
