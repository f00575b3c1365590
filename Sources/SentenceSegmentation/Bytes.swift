/// The bytes of a text, as everything in this module walks them.
typealias Bytes = Span<UInt8>

/// Compares a byte with an ASCII character.
@inline(__always)
func == (byte: UInt8, character: Unicode.Scalar) -> Bool { byte == UInt8(truncatingIfNeeded: character.value) }

/// Compares a byte with an ASCII character.
@inline(__always)
func != (byte: UInt8, character: Unicode.Scalar) -> Bool { byte != UInt8(truncatingIfNeeded: character.value) }

/// Matches a byte against an ASCII character in a `case`.
@inline(__always)
func ~= (character: Unicode.Scalar, byte: UInt8) -> Bool { byte == UInt8(truncatingIfNeeded: character.value) }

extension UInt8 {
  @inline(__always)
  var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

  @inline(__always)
  var isASCIIUppercase: Bool { self &- 0x41 < 26 }

  @inline(__always)
  var isASCIIDigit: Bool { self &- 0x30 < 10 }
}

extension Bytes {
  /// The byte at `index`, or 0 from `end` on.
  @inline(__always)
  func byte(_ index: Int, before end: Int) -> UInt8 { index < end ? self[index] : 0 }

  /// The byte at `index`, without a check.
  ///
  /// The only unchecked access of this module. It is sound where the caller has compared `index` with the count, or reads on in
  /// a scalar whose lead byte it has read: a string's bytes are valid UTF-8, so a scalar is never cut off.
  @safe @inline(__always)
  func unchecked(_ index: Int) -> UInt8 {
    assert(index >= 0 && index < count)
    return unsafe self[unchecked: index]
  }

  /// The Unicode scalar that begins at `index`, and its length in bytes; the bytes are valid UTF-8.
  @inline(__always)
  func scalar(at index: Int) -> (value: UInt32, count: Int) {
    let lead = self[index]
    if lead < 0x80 { return (UInt32(lead), 1) }
    if lead & 0xF0 == 0xE0 {
      let value =
        UInt32(lead & 0x0F) << 12 | UInt32(unchecked(index + 1) & 0x3F) << 6 | UInt32(unchecked(index + 2) & 0x3F)
      return (value, 3)
    }
    return rareScalar(at: index)
  }

  private func rareScalar(at index: Int) -> (value: UInt32, count: Int) {
    let lead = self[index]
    if lead < 0xE0 { return (UInt32(lead & 0x1F) << 6 | UInt32(self[index + 1] & 0x3F), 2) }
    let upper = UInt32(lead & 0x07) << 18 | UInt32(self[index + 1] & 0x3F) << 12
    return (upper | UInt32(self[index + 2] & 0x3F) << 6 | UInt32(self[index + 3] & 0x3F), 4)
  }

  /// The Unicode scalar that begins at `index`, or 0 from `end` on.
  @inline(__always)
  func peek(_ index: Int, before end: Int) -> UInt32 { index < end ? scalar(at: index).value : 0 }

  /// The Unicode scalar that ends at `end`, and its length in bytes.
  func scalar(endingAt end: Int, after start: Int) -> (value: UInt32, count: Int) {
    guard end > start else { return (0, 0) }
    let last = self[end - 1]
    if last < 0x80 { return (UInt32(last), 1) }
    var index = end - 1
    while index > start, self[index] & 0xC0 == 0x80 { index -= 1 }
    return scalar(at: index)
  }

  /// The first offset from `index` on that holds no white space: NBSP, the ideographic space and line ends included.
  @inline(__always)
  func afterSpace(_ index: Int, before end: Int) -> Int {
    var index = index
    while index < end, let count = spaceCount(at: index) { index += count }
    return Swift.min(index, end)
  }

  /// The length of the white space character at `index`.
  @inline(__always)
  func spaceCount(at index: Int) -> Int? {
    let byte = self[index]
    if byte <= 0x20 { return byte == 0x20 || byte &- 0x09 < 5 ? 1 : nil }
    if byte != 0xC2, byte != 0xE2, byte != 0xE3 { return nil }
    return wideSpaceCount(at: index)
  }

  private func wideSpaceCount(at index: Int) -> Int? {
    switch scalar(at: index).value {
    case 0x85, 0xA0: return 2
    case 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return 3
    default: return nil
    }
  }

  /// The end of what is left when white space at the end is dropped.
  func beforeSpace(_ end: Int, after start: Int) -> Int {
    var end = end
    while end > start {
      let (_, count) = scalar(endingAt: end, after: start)
      guard spaceCount(at: end - count) != nil else { break }
      end -= count
    }
    return end
  }

  /// Whether `word` stands at `index`.
  func has(_ word: StaticString, at index: Int, before end: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard index >= 0, index + count <= end else { return false }
    return word.withUTF8Buffer { expected in
      for offset in 0..<count where unsafe self[index + offset] != expected[offset] { return false }
      return true
    }
  }

  /// Whether the bytes before `end` are `word`.
  func has(_ word: StaticString, endingAt end: Int, after start: Int) -> Bool {
    let index = end - word.utf8CodeUnitCount
    return index >= start && has(word, at: index, before: end)
  }
}
