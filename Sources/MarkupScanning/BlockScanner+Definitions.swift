internal import TextOffsets

extension BlockScanner {
  /// Records the link definitions that the open paragraph begins with, and gives the number of the line after them.
  mutating func takeDefinitions(_ bytes: Bytes) -> Int {
    var first = 0
    while first < lines.count, bytes[lines[first].start] == "[",
      let definition = bytes.linkDefinition(lines, first)
    {
      definitions.insert(bytes.foldedLabel(definition.label))
      add(.linkDefinition, UTF8Range(start: lines[first].start, end: lines[definition.nextLine - 1].end))
      first = definition.nextLine
    }
    return first
  }
}

extension Bytes {
  /// The label as links are matched by it: ASCII letters in lower case, runs of white space as one space.
  func foldedLabel(_ label: UTF8Range) -> [UInt8] {
    var folded: [UInt8] = []
    for index in label.offsets {
      let byte = self[index]
      if byte.isASCIISpace {
        if !folded.isEmpty, folded[folded.count - 1] != " " { folded.append(0x20) }
      } else {
        folded.append(byte.lowercasedASCII)
      }
    }
    if folded.last == 0x20 { folded.removeLast() }
    return folded
  }

  /// The definition that begins in the line with the given number: its destination and title may stand on the next lines.
  fileprivate func linkDefinition(_ lines: [UTF8Range], _ number: Int) -> (label: UTF8Range, nextLine: Int)? {
    let line = lines[number]
    guard let close = labelEnd(line.start + 1, before: line.end), byte(close + 1, before: line.end) == ":",
      close > line.start + 1
    else { return nil }
    let label = UTF8Range(start: line.start + 1, end: close)
    var current = number
    var place = afterBlanks(close + 2, before: line.end)
    if place == line.end {
      current += 1
      guard current < lines.count else { return nil }
      place = lines[current].start
    }
    guard let destination = linkDestination(place, before: lines[current].end), destination > place else { return nil }
    place = afterBlanks(destination, before: lines[current].end)
    if place == lines[current].end {
      // A title may follow on the next line; a line that merely looks like one belongs to the text.
      if current + 1 < lines.count, let title = linkTitle(lines[current + 1].start, before: lines[current + 1].end),
        title == lines[current + 1].end
      {
        return (label, current + 2)
      }
      return (label, current + 1)
    }
    guard place > destination, let title = linkTitle(place, before: lines[current].end), title == lines[current].end
    else { return nil }
    return (label, current + 1)
  }

  /// The offset of the `]` that ends the label which begins at `index`.
  func labelEnd(_ index: Int, before end: Int) -> Int? {
    var place = index
    while place < end, place - index < 1000 {
      switch self[place] {
      case "\\": place += 1
      case "[": return nil
      case "]": return afterBlanks(index, before: place) < place ? place : nil
      default: break
      }
      place += 1
    }
    return nil
  }
}
