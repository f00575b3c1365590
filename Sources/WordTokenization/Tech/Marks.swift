/// Marks of several code points that are one token: `……`, `——`, emoji sequences, and full-width words: `ＧＰＴ４`.
enum Marks {
  /// Where the mark at `start`, which is no Han and not ASCII, ends.
  static func end(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    let lead = unsafe bytes[start]
    if lead == 0xe2, unsafe isRepeatable(bytes, start) {
      var place = start + 3
      while unsafe place + 3 <= end && bytes[place] == lead && bytes[place + 1] == bytes[start + 1]
        && bytes[place + 2] == bytes[start + 2]
      { place += 3 }
      return place
    }
    if lead == 0xef {
      var place = start
      while unsafe isFullWidthAlnum(bytes, place, end) { place += 3 }
      if place > start { return place }
    }
    return unsafe Emoji.end(bytes, start, end)
  }

  /// Ｆ, ｆ and ２.
  private static func isFullWidthAlnum(_ bytes: UnsafePointer<UInt8>, _ place: Int, _ end: Int) -> Bool {
    guard place + 3 <= end, unsafe bytes[place] == 0xef else { return false }
    switch unsafe (bytes[place + 1], bytes[place + 2]) {
    case (0xbc, 0x90...0x99), (0xbc, 0xa1...0xba), (0xbd, 0x81...0x9a): return true
    default: return false
    }
  }

  /// `…`, `—` and `─`.
  private static func isRepeatable(_ bytes: UnsafePointer<UInt8>, _ start: Int) -> Bool {
    switch unsafe (bytes[start + 1], bytes[start + 2]) {
    case (0x80, 0xa6), (0x80, 0x94), (0x94, 0x80): true
    default: false
    }
  }
}

/// Emoji sequences: an emoji with its skin tone and variation selector, joined ones, flags, keycaps.
enum Emoji {
  /// Whether the code point of four bytes at `start` is a Han character.
  static func isHan(_ bytes: UnsafePointer<UInt8>, _ start: Int) -> Bool {
    unsafe bytes[start] == 0xf0 && bytes[start + 1] >= 0xa0 && bytes[start + 1] <= 0xbf
  }

  /// Where the sequence at `start` ends.
  static func end(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var place = start + (unsafe bytes[start] >= 0xf0 ? 4 : 3)
    if unsafe isFlagLetter(bytes, start, end) {
      return unsafe isFlagLetter(bytes, place, end) ? place + 4 : place
    }
    while place < end {
      if unsafe isSelector(bytes, place, end) {
        place += 3
      } else if unsafe isSkinTone(bytes, place, end) {
        place += 4
      } else if unsafe isJoiner(bytes, place, end), place + 3 < end, unsafe bytes[place + 3] >= 0xe2 {
        place += unsafe 3 + (bytes[place + 3] >= 0xf0 ? 4 : 3)
      } else {
        break
      }
    }
    return place
  }

  private static func isFlagLetter(_ bytes: UnsafePointer<UInt8>, _ place: Int, _ end: Int) -> Bool {
    unsafe place + 4 <= end && bytes[place] == 0xf0 && bytes[place + 1] == 0x9f && bytes[place + 2] == 0x87
      && bytes[place + 3] >= 0xa6
  }

  private static func isSelector(_ bytes: UnsafePointer<UInt8>, _ place: Int, _ end: Int) -> Bool {
    unsafe place + 3 <= end && bytes[place] == 0xef && bytes[place + 1] == 0xb8 && bytes[place + 2] == 0x8f
  }

  private static func isSkinTone(_ bytes: UnsafePointer<UInt8>, _ place: Int, _ end: Int) -> Bool {
    unsafe place + 4 <= end && bytes[place] == 0xf0 && bytes[place + 1] == 0x9f && bytes[place + 2] == 0x8f
      && bytes[place + 3] >= 0xbb
  }

  private static func isJoiner(_ bytes: UnsafePointer<UInt8>, _ place: Int, _ end: Int) -> Bool {
    unsafe place + 3 <= end && bytes[place] == 0xe2 && bytes[place + 1] == 0x80 && bytes[place + 2] == 0x8d
  }
}
