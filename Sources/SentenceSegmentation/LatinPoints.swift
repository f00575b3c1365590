/// What a Latin point stands behind.
extension Bytes {
  /// Whether the point at `index` stands behind an abbreviation or initial, or a number that opens a line.
  func isAbbreviation(before index: Int, after start: Int, isAtEnd: Bool) -> Bool {
    var wordStart = index
    while wordStart > start,
      self[wordStart - 1].isASCIILetter || self[wordStart - 1].isASCIIDigit
        || self[wordStart - 1] == "."
    {
      wordStart -= 1
    }
    guard wordStart < index else { return false }
    // A number with a point at the start of a piece is a list marker.
    if self[wordStart].isASCIIDigit {
      let isNumber = (wordStart..<index).allSatisfy { self[$0].isASCIIDigit }
      return isNumber && beforeMarks(wordStart, after: start) == start && !isAtEnd
    }
    if isAtEnd { return false }
    // An initial (`J.`), or letters with points between them (`U.S.`, `e.g.`).
    if index - wordStart == 1 { return self[wordStart].isASCIIUppercase }
    if index - wordStart >= 3, self[index - 2] == "." { return true }
    return Self.abbreviations.contains {
      has($0, at: wordStart, before: index) && $0.utf8CodeUnitCount == index - wordStart
    }
  }

  /// Abbreviations that a capital may follow.
  private static let abbreviations: [StaticString] = [
    "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Jr", "Sr", "vs", "No", "Fig", "Vol", "Inc", "Ltd", "Co", "Corp", "etc",
    "cf",
    "al", "approx", "Gen", "Gov", "Sen", "Rep", "Rev", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept",
    "Oct", "Nov", "Dec", "Dept", "Univ", "Eq", "Sec", "Ch", "pp", "ed", "eds",
  ]

  /// Whether the text between two offsets asks something: it holds an interrogative, or a verb beside its negation.
  func asks(from start: Int, to end: Int) -> Bool {
    var index = Swift.max(start, end - 180)
    while index < end, self[index] & 0xC0 == 0x80 { index += 1 }
    var previous: UInt32 = 0
    var negated: UInt32 = 0
    while index < end {
      let (value, count) = scalar(at: index)
      if value.isInterrogative { return true }
      // 是不是, 有没有, 要不要
      if negated != 0, negated == value { return true }
      negated = value == 0x4E0D || value == 0x6CA1 || value == 0x6C92 ? previous : 0
      if value.isHan { previous = value }
      index += count
    }
    return false
  }
}

extension UInt32 {
  /// A character that questions are made with.
  fileprivate var isInterrogative: Bool {
    switch self {
    case 0x4EC0, 0x751A, 0x5417, 0x55CE, 0x5462, 0x8C01, 0x8AB0, 0x54EA, 0x51E0, 0x5E7E, 0x5982, 0x600E, 0x4F55: true
    case 0x5426, 0x5427, 0x5565, 0x5440, 0x554A, 0x4E48, 0x9EBC, 0x9EBD, 0x591A, 0x561B: true  // 否吧啥呀啊么麼麽多嘛
    default: false
    }
  }
}
