/// Handles and tags, in Latin or Han: `@handle`, `@机器之心`, `#tag`, `#人工智能#`.
enum Mentions {
  /// The most Han characters a handle has; a longer run is text that only follows the sign.
  private static let longestHandle = 10

  /// Where the handle whose `@` is at `start` ends; `nil` where there is none.
  static func handleEnd(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    if unsafe LatinCompounds.isLetter(bytes[start + 1]) { return unsafe LatinCompounds.wordEnd(bytes, start + 1, end) }
    let hanEnd = unsafe self.hanEnd(bytes, start + 1, end)
    return hanEnd > start + 1 && hanEnd - start - 1 <= 3 * longestHandle ? hanEnd : nil
  }

  /// Where the tag whose `#` is at `start` ends, with its closing `#` where it has one; `nil` where there is none.
  static func tagEnd(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var place = start + 1
    while place < end {
      let next = unsafe isTag(bytes[place]) ? place + 1 : hanEnd(bytes, place, end)
      if next == place { break }
      place = next
    }
    if place > start + 1, place < end, unsafe bytes[place] == UInt8(ascii: "#") { return place + 1 }
    if unsafe LatinCompounds.isLetter(bytes[start + 1]) { return unsafe LatinCompounds.wordEnd(bytes, start + 1, end) }
    let hanEnd = unsafe self.hanEnd(bytes, start + 1, end)
    return hanEnd > start + 1 ? hanEnd : nil
  }

  private static func isTag(_ byte: UInt8) -> Bool { ASCIIClass.isAlnum(byte) || byte == UInt8(ascii: "_") }

  /// Where the Han characters of the basic plane from `start` on end.
  private static func hanEnd(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var place = start
    while place + 3 <= end,
      unsafe bytes[place] >= 0xe4 && bytes[place] <= 0xe9 || bytes[place] == 0xe3 && bytes[place + 1] >= 0x90
    {
      place += 3
    }
    return place
  }
}
