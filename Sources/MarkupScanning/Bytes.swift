/// The bytes of a text, as everything in this module walks them.
typealias Bytes = Span<UInt8>

/// Matches a byte against an ASCII character in a `case`.
@inline(__always)
func ~= (character: Unicode.Scalar, byte: UInt8) -> Bool { byte == UInt8(truncatingIfNeeded: character.value) }

/// Compares a byte with an ASCII character.
@inline(__always)
func == (byte: UInt8, character: Unicode.Scalar) -> Bool { byte == UInt8(truncatingIfNeeded: character.value) }

/// Compares a byte with an ASCII character.
@inline(__always)
func != (byte: UInt8, character: Unicode.Scalar) -> Bool { byte != UInt8(truncatingIfNeeded: character.value) }

extension UInt8 {
  @inline(__always)
  var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

  @inline(__always)
  var isASCIIDigit: Bool { self &- 0x30 < 10 }

  @inline(__always)
  var isASCIIPunctuation: Bool {
    self > 0x20 && self < 0x7F && !isASCIILetter && !isASCIIDigit
  }

  @inline(__always)
  var isBlank: Bool { self == 0x20 || self == 0x09 }

  /// Space, tab, or the end of a line.
  @inline(__always)
  var isASCIISpace: Bool { self == 0x20 || self &- 0x09 < 5 }

  @inline(__always)
  var lowercasedASCII: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}

extension Bytes {
  /// The byte at `index`, or 0 from `end` on.
  @inline(__always)
  func byte(_ index: Int, before end: Int) -> UInt8 { index < end ? self[index] : 0 }

  /// The first offset from `index` on that is not a space or tab.
  func afterBlanks(_ index: Int, before end: Int) -> Int {
    var index = index
    while index < end, self[index].isBlank { index += 1 }
    return index
  }

  /// The end of the range that is left when spaces and tabs at its end are dropped.
  func beforeBlanks(_ end: Int, after start: Int) -> Int {
    var end = end
    while end > start, self[end - 1].isBlank || self[end - 1] == "\r" { end -= 1 }
    return end
  }

  /// The end of the run of `byte` that begins at `index`.
  func afterRun(of byte: UInt8, _ index: Int, before end: Int) -> Int {
    var index = index
    while index < end, self[index] == byte { index += 1 }
    return index
  }

  /// Whether `word` stands at `index`, in any letter case when `foldingCase`; `word` is lowercase then.
  func has(_ word: StaticString, at index: Int, before end: Int, foldingCase: Bool = false) -> Bool {
    let count = word.utf8CodeUnitCount
    guard index >= 0, index + count <= end else { return false }
    return word.withUTF8Buffer { expected in
      for offset in 0..<count {
        let byte = self[index + offset]
        guard unsafe (foldingCase ? byte.lowercasedASCII : byte) == expected[offset] else { return false }
      }
      return true
    }
  }

  /// The offset of the first `word` from `index` on.
  func find(_ word: StaticString, from index: Int, before end: Int, foldingCase: Bool = false) -> Int? {
    let first = word.withUTF8Buffer { unsafe $0[0] }
    var index = index
    while index < end {
      let byte = self[index]
      if (foldingCase ? byte.lowercasedASCII : byte) == first,
        has(word, at: index, before: end, foldingCase: foldingCase)
      {
        return index
      }
      index += 1
    }
    return nil
  }

  /// The Unicode scalar that begins at `index`, and its length in bytes; the bytes are valid UTF-8.
  @inline(__always)
  func scalar(at index: Int) -> (value: UInt32, count: Int) {
    let lead = self[index]
    if lead < 0x80 { return (UInt32(lead), 1) }
    if lead & 0xF0 == 0xE0 {
      return (UInt32(lead & 0x0F) << 12 | UInt32(self[index + 1] & 0x3F) << 6 | UInt32(self[index + 2] & 0x3F), 3)
    }
    return rareScalar(at: index)
  }

  private func rareScalar(at index: Int) -> (value: UInt32, count: Int) {
    let lead = self[index]
    if lead < 0xE0 { return (UInt32(lead & 0x1F) << 6 | UInt32(self[index + 1] & 0x3F), 2) }
    let upper = UInt32(lead & 0x07) << 18 | UInt32(self[index + 1] & 0x3F) << 12
    return (upper | UInt32(self[index + 2] & 0x3F) << 6 | UInt32(self[index + 3] & 0x3F), 4)
  }

  /// The Unicode scalar that ends at `end`, and its length in bytes.
  func scalar(endingAt end: Int, after start: Int) -> (value: UInt32, count: Int) {
    var index = end - 1
    while index > start, self[index] & 0xC0 == 0x80 { index -= 1 }
    return scalar(at: index)
  }
}
