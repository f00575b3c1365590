/// Where a name that begins or ends with a word character (a letter with case, a digit, `_`) may begin and end.
///
/// It may not begin or end inside a word. What belongs to a word: further word characters; a full stop or `@` between
/// word characters (`Node.js`, `openai.com`, `3.5`, `me@kimi.ai`). One thing may follow a letter directly: a version
/// number that ends there (`FlagOS1.6`, but not `AI4S`).
enum NameBoundary {
  /// Whether a name may end at `offset`, where the character before is a word character.
  static func holds(behind offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let next = unsafe scalar(at: offset, in: text) else { return true }
    if next.isWordCharacter {
      guard next.isDecimalDigit, let last = unsafe scalar(before: offset, in: text) else { return false }
      return unsafe !last.isDecimalDigit && last != "_" && isEndOfWord(afterVersion: offset, in: text)
    }
    return unsafe !isJoint(at: offset, in: text)
  }

  /// Whether a name may begin at `offset`, where a word character is, as far as joints are concerned; that no word
  /// character stands before it is the scanner's business.
  static func holds(before offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard offset > 0 else { return true }
    let last = unsafe text[offset - 1]
    if last == UInt8(ascii: "@") { return false }
    return unsafe last != UInt8(ascii: ".") || !isWord(before: offset - 1, in: text)
  }

  /// Whether at `offset` a full stop or `@` joins what is before to a word character behind.
  private static func isJoint(at offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let byte = unsafe text[offset]
    return unsafe (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "@")) && isWord(at: offset + 1, in: text)
  }

  /// Whether digits, with full stops between them, begin at `offset`, and no letter follows them.
  private static func isEndOfWord(afterVersion offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var offset = offset
    while let next = unsafe scalar(at: offset, in: text) {
      if next.isDecimalDigit {
        offset += UTF8.width(next)
      } else if next == ".", let digit = unsafe scalar(at: offset + 1, in: text), digit.isDecimalDigit {
        offset += 1
      } else {
        return !next.isWordCharacter
      }
    }
    return true
  }

  private static func isWord(at offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    unsafe scalar(at: offset, in: text)?.isWordCharacter ?? false
  }

  /// Whether a word character ends at `offset`.
  static func isWord(before offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    unsafe scalar(before: offset, in: text)?.isWordCharacter ?? false
  }

  /// The scalar that starts at `offset`, or `nil` at the end.
  static func scalar(at offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    guard offset < text.count else { return nil }
    let first = unsafe text[offset]
    if first < 0x80 { return Unicode.Scalar(first) }
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard offset + width <= text.count else { return nil }
    var value = UInt32(first) & (0x7F >> UInt32(width))
    for place in 1..<width { value = unsafe value << 6 | UInt32(text[offset + place] & 0x3F) }
    return Unicode.Scalar(value)
  }

  /// The scalar that ends at `offset`, or `nil` at the start.
  static func scalar(before offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    guard offset > 0 else { return nil }
    var start = offset - 1
    while start > 0, unsafe text[start] & 0xC0 == 0x80 { start -= 1 }
    return unsafe scalar(at: start, in: text)
  }
}
