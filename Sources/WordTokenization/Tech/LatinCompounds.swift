internal import CTokenizerKernels

/// Latin words, numbers, and what is written together with them: `GPT-4o`, `Node.js`, `C++`, `v1.5.2`, `2026-01-10`, `20%`,
/// `R&D`, `Denny's`, URLs, addresses, `@handle`, `#tag`.
enum LatinCompounds {
  /// Where the compound at `start` ends; `start` where none starts there.
  static func end(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    let first = unsafe bytes[start]
    if !(unsafe isWord(bytes, start, end)) {
      guard start + 1 < end, start == 0 || !ASCIIClass.isAlnum(unsafe bytes[start - 1]) else { return start }
      switch first {
      case UInt8(ascii: "@"): return unsafe Mentions.handleEnd(bytes, start, end) ?? start
      case UInt8(ascii: "#"): return unsafe Mentions.tagEnd(bytes, start, end) ?? start
      case UInt8(ascii: ".") where unsafe isLetter(bytes[start + 1]): return unsafe wordEnd(bytes, start + 1, end)
      default: return start
      }
    }
    // Most words end where their letters and digits do.
    let place = unsafe endOfAlnum(bytes, start, end)
    if place == end || !(unsafe mayContinue(bytes[place])) { return place }
    if let addressEnd = unsafe WebAddresses.end(bytes, start, end) { return addressEnd }
    return unsafe wordEnd(bytes, start, end)
  }

  /// Where the letters and digits of ASCII from `start` on end.
  @inline(__always)
  private static func endOfAlnum(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var place = start
    while place + 16 <= end {
      let others = unsafe ~ztk_classify_16(bytes + place).alnum & 0xffff
      if others != 0 { return place + others.trailingZeroBitCount }
      place += 16
    }
    while place < end, unsafe ASCIIClass.isAlnum(bytes[place]) { place += 1 }
    return place
  }

  /// Whether a compound may go on with the byte, which is no letter and no digit of ASCII.
  @inline(__always)
  private static func mayContinue(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "+"),
      UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "@"),
      UInt8(ascii: "_"), 0xc3...0xd4, 0xe2:
      true
    default: false
    }
  }

  /// Where the word with a letter or digit at `start` ends.
  static func wordEnd(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var place = start
    while place < end {
      let byte = unsafe bytes[place]
      if ASCIIClass.isAlnum(byte) || byte == UInt8(ascii: "_") {
        place += 1
      } else if unsafe isWord(bytes, place, end) {
        place += 2
      } else if place > start, let next = unsafe behindJoiner(bytes, start, place, end) {
        place = next
      } else {
        break
      }
    }
    return place
  }

  /// Where the word goes on behind the mark at `place`; `nil` where it ends before it.
  private static func behindJoiner(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ place: Int, _ end: Int) -> Int? {
    let mark = unsafe bytes[place]
    let before = unsafe bytes[place - 1]
    let after = place + 1 < end ? unsafe bytes[place + 1] : 0
    let joinsAlnum = ASCIIClass.isAlnum(after)
    switch mark {
    case UInt8(ascii: "-"), UInt8(ascii: "&"): return joinsAlnum ? place + 1 : nil
    case UInt8(ascii: "."):
      if joinsAlnum {
        return unsafe isListNumber(bytes, start, place) && after < 0x5b && isLetter(after) ? nil : place + 1
      }
      return unsafe isAbbreviation(bytes, start, place) ? place + 1 : nil
    case UInt8(ascii: "/"): return unsafe dateEnd(bytes, start, place, end)
    case 0xe2: return unsafe isApostrophe(bytes, place, end) && isLetter(before) ? place + 3 : nil
    case UInt8(ascii: "'"): return isLetter(after) && isLetter(before) ? place + 1 : nil
    case UInt8(ascii: ":"): return ASCIIClass.isDigit(before) && ASCIIClass.isDigit(after) ? place + 1 : nil
    case UInt8(ascii: ","): return unsafe isThousands(bytes, start, place, end) ? place + 4 : nil
    case UInt8(ascii: "%"): return ASCIIClass.isDigit(before) ? place + 1 : nil
    case UInt8(ascii: "#"): return isLetter(before) && place - start == 1 && !joinsAlnum ? place + 1 : nil
    case UInt8(ascii: "+"):
      if after == mark { return isLetter(before) ? place + 2 : nil }
      return !joinsAlnum && after < 0x80 && isLetter(before) ? place + 1 : nil
    default: return nil
    }
  }

  /// Whether the comma stands between one to three digits and exactly three.
  private static func isThousands(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ comma: Int, _ end: Int) -> Bool {
    guard comma + 3 < end, unsafe ASCIIClass.isDigit(bytes[comma - 1]) else { return false }
    for place in comma + 1...comma + 3 where !ASCIIClass.isDigit(unsafe bytes[place]) { return false }
    return unsafe comma + 4 >= end || !ASCIIClass.isAlnum(bytes[comma + 4])
  }

  /// Whether only one or two digits stand before the full stop, as in `3.AI`.
  private static func isListNumber(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ stop: Int) -> Bool {
    stop - start <= 2 && (start..<stop).allSatisfy { ASCIIClass.isDigit(unsafe bytes[$0]) }
  }

  /// Whether the full stop ends letters with full stops between them: `U.S.`, `e.g.`.
  private static func isAbbreviation(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ stop: Int) -> Bool {
    unsafe stop - start >= 3 && isLetter(bytes[stop - 1]) && bytes[stop - 2] == UInt8(ascii: ".")
      && isLetter(bytes[stop - 3])
  }

  /// Where a date such as `2026/1/10` ends whose year stands before the slash.
  private static func dateEnd(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ slash: Int, _ end: Int) -> Int? {
    guard slash - start == 4, (start..<slash).allSatisfy({ ASCIIClass.isDigit(unsafe bytes[$0]) }) else { return nil }
    var place = slash
    for _ in 0..<2 {
      guard place < end, unsafe bytes[place] == UInt8(ascii: "/") else { return nil }
      let first = place + 1
      place = first
      while place < end, place - first < 3, unsafe ASCIIClass.isDigit(bytes[place]) { place += 1 }
      guard place - first == 1 || place - first == 2 else { return nil }
    }
    return place
  }

  /// Whether `’` stands between letters.
  private static func isApostrophe(_ bytes: UnsafePointer<UInt8>, _ place: Int, _ end: Int) -> Bool {
    unsafe place + 3 < end && bytes[place + 1] == 0x80 && bytes[place + 2] == 0x99 && isLetter(bytes[place + 3])
  }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// Whether a letter or digit is at `place`: ASCII, or one of the two-byte letters of Latin, Greek and Cyrillic.
  private static func isWord(_ bytes: UnsafePointer<UInt8>, _ place: Int, _ end: Int) -> Bool {
    let byte = unsafe bytes[place]
    if byte < 0x80 { return ASCIIClass.isAlnum(byte) }
    guard byte >= 0xc3, byte <= 0xd4, place + 1 < end else { return false }
    return unsafe byte > 0xc3 || bytes[place + 1] != 0x97 && bytes[place + 1] != 0xb7
  }
}
