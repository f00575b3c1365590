internal import TextOffsets

extension Bytes {
  /// The end of the HTML start or end tag at `index`, by CommonMark's grammar.
  func htmlTagEnd(_ index: Int, before end: Int) -> Int? {
    var place = index + 1
    let isEndTag = byte(place, before: end) == "/"
    if isEndTag { place += 1 }
    guard byte(place, before: end).isASCIILetter else { return nil }
    while place < end, self[place].isASCIILetter || self[place].isASCIIDigit || self[place] == "-" { place += 1 }
    if isEndTag {
      place = afterSpaces(place, before: end)
      return byte(place, before: end) == ">" ? place + 1 : nil
    }
    while true {
      let afterBlanks = afterSpaces(place, before: end)
      switch byte(afterBlanks, before: end) {
      case ">": return afterBlanks + 1
      case "/": return byte(afterBlanks + 1, before: end) == ">" ? afterBlanks + 2 : nil
      default: break
      }
      guard afterBlanks > place, let attribute = attributeEnd(afterBlanks, before: end) else { return nil }
      place = attribute
    }
  }

  /// The end of the attribute, `name` or `name="value"`, at `index`.
  private func attributeEnd(_ index: Int, before end: Int) -> Int? {
    let first = byte(index, before: end)
    guard first.isASCIILetter || first == "_" || first == ":" else { return nil }
    var place = index + 1
    while place < end, self[place].isASCIILetter || self[place].isASCIIDigit || isNameMark(self[place]) { place += 1 }
    let equals = afterSpaces(place, before: end)
    guard byte(equals, before: end) == "=" else { return place }
    let value = afterSpaces(equals + 1, before: end)
    let quote = byte(value, before: end)
    if quote == "\"" || quote == "'" {
      place = value + 1
      while place < end, self[place] != quote { place += 1 }
      return place < end ? place + 1 : nil
    }
    place = value
    while place < end, !self[place].isASCIISpace, !isValueEnd(self[place]) { place += 1 }
    return place > value ? place : nil
  }

  private func isNameMark(_ byte: UInt8) -> Bool { byte == "_" || byte == ":" || byte == "." || byte == "-" }

  private func isValueEnd(_ byte: UInt8) -> Bool {
    byte == "\"" || byte == "'" || byte == "=" || byte == "<" || byte == ">" || byte == "`"
  }
}
