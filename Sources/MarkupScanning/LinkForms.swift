internal import TextOffsets

/// The parts of links and addresses. Each function gives the offset just past the part that begins at `index`, or `nil`.
extension Bytes {
  /// `(destination "title")`
  func linkTarget(_ index: Int, before end: Int) -> Int? {
    guard byte(index, before: end) == "(" else { return nil }
    var place = afterSpaces(index + 1, before: end)
    if byte(place, before: end) == ")" { return place + 1 }
    guard let destination = linkDestination(place, before: end) else { return nil }
    place = afterSpaces(destination, before: end)
    if place > destination, let title = linkTitle(place, before: end) {
      place = afterSpaces(title, before: end)
    }
    return byte(place, before: end) == ")" ? place + 1 : nil
  }

  /// `<any text>`, or text without spaces whose parentheses balance.
  func linkDestination(_ index: Int, before end: Int) -> Int? {
    var place = index
    if byte(place, before: end) == "<" {
      place += 1
      while place < end {
        switch self[place] {
        case ">": return place + 1
        case "<", "\n", "\r": return nil
        case "\\": place += 2
        default: place += 1
        }
      }
      return nil
    }
    var depth = 0
    while place < end {
      let byte = self[place]
      switch byte {
      case "(":
        depth += 1
        if depth > 32 { return nil }
      case ")":
        if depth == 0 { return place }
        depth -= 1
      case "\\":
        if self.byte(place + 1, before: end).isASCIIPunctuation { place += 1 }
      default:
        if byte <= 0x20 || byte == 0x7F { return depth == 0 ? place : nil }
      }
      place += 1
    }
    return depth == 0 ? end : nil
  }

  /// `"title"`, `'title'` or `(title)`
  func linkTitle(_ index: Int, before end: Int) -> Int? {
    let open = byte(index, before: end)
    guard open == "\"" || open == "'" || open == "(" else { return nil }
    let close: UInt8 = open == "(" ? 0x29 : open
    var place = index + 1
    while place < end {
      let byte = self[place]
      if byte == close { return place + 1 }
      if byte == "(", open == "(" { return nil }
      place += byte == "\\" ? 2 : 1
    }
    return nil
  }

  /// `<scheme:address>` or `<mail@example.org>`
  func angleAddress(_ index: Int, before end: Int) -> (end: Int, isEmail: Bool)? {
    var place = index + 1
    var isEmail = false
    var hasScheme = false
    while place < end {
      let byte = self[place]
      switch byte {
      case ">":
        guard hasScheme || isEmail else { return nil }
        return (place + 1, !hasScheme)
      case "<": return nil
      case "@": if !hasScheme { isEmail = place > index + 1 }
      case ":":
        if !hasScheme, !isEmail { hasScheme = isScheme(index + 1, place) }
        if !hasScheme { return nil }
      default:
        if byte <= 0x20 { return nil }
      }
      place += 1
    }
    return nil
  }

  private func isScheme(_ start: Int, _ end: Int) -> Bool {
    guard end - start >= 2, end - start <= 32, self[start].isASCIILetter else { return false }
    for index in start..<end {
      let byte = self[index]
      guard byte.isASCIILetter || byte.isASCIIDigit || byte == "+" || byte == "." || byte == "-" else { return false }
    }
    return true
  }

  /// An address that begins with `http://`, `https://`, `ftp://` or `www.`
  func bareURLEnd(_ index: Int, before end: Int) -> Int? {
    for prefix in ["http://", "https://", "ftp://", "www."] as [StaticString]
    where has(prefix, at: index, before: end, foldingCase: true) {
      let body = index + prefix.utf8CodeUnitCount
      let after = urlEnd(body, from: index, before: end)
      return after > body ? after : nil
    }
    return nil
  }

  /// The end of the address that goes on at `index`: ASCII only, so that Han text may follow without a space, and marks
  /// that end a sentence or close a bracket outside of the address are left to the text.
  func urlEnd(_ index: Int, from start: Int, before end: Int) -> Int {
    var place = index
    var open = 0
    while place < end {
      let byte = self[place]
      if byte <= 0x20 || byte >= 0x7F || byte == "<" || byte == ">" || byte == "\"" || byte == "`" { break }
      if byte == "(" { open += 1 }
      if byte == ")" {
        if open == 0 { break }
        open -= 1
      }
      if byte == "]" || byte == "[" || byte == "|" { break }
      place += 1
    }
    while place > index {
      switch self[place - 1] {
      case ".", ",", ":", ";", "!", "?", "'", "*", "_", "~": place -= 1
      default: return place
      }
    }
    return place
  }

  /// `{{< … >}}`, `{{% … %}}`, `{{ … }}` or `{% … %}`, on one line
  func shortcodeEnd(_ index: Int, before end: Int) -> Int? {
    guard byte(index, before: end) == "{" else { return nil }
    let close: StaticString
    switch byte(index + 1, before: end) {
    case "{": close = "}}"
    case "%": close = "%}"
    default: return nil
    }
    var place = index + 2
    let limit = Swift.min(end, index + 2048)
    while place < limit, self[place] != "\n" {
      if has(close, at: place, before: end) { return place + 2 }
      place += 1
    }
    return nil
  }

  /// The first offset from `index` on that is no space, tab or line end.
  func afterSpaces(_ index: Int, before end: Int) -> Int {
    var index = index
    while index < end, self[index].isASCIISpace { index += 1 }
    return index
  }
}
