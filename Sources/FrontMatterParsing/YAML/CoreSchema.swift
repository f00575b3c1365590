/// The types of plain scalars by the core schema of YAML 1.2.2 (section 10.3.2), and dates and times, which it lacks.
enum CoreSchema {
  /// The type of the plain scalar `range` of `bytes`, which is not empty.
  static func kind(of bytes: Span<UInt8>, _ range: Range<Int>) -> SyntaxNode.Kind {
    let first = bytes[range.lowerBound]
    switch first {
    case .zero...UInt8(ascii: "9"), .plus, .hyphen, .dot: return number(bytes, range)
    case UInt8(ascii: "~"): return range.count == 1 ? .null : .string
    case UInt8(ascii: "n"), UInt8(ascii: "N"): return isWord("null", bytes, range) ? .null : .string
    case UInt8(ascii: "t"), UInt8(ascii: "T"): return isWord("true", bytes, range) ? .boolean : .string
    case UInt8(ascii: "f"), UInt8(ascii: "F"): return isWord("false", bytes, range) ? .boolean : .string
    default: return .string
    }
  }

  /// Whether the text is `word` in lower case, in upper case, or with an initial capital.
  private static func isWord(_ word: StaticString, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    let isCapital = bytes[range.lowerBound] & 0x20 == 0
    let isUpper = isCapital && bytes[range.lowerBound + 1] & 0x20 == 0
    var offset = range.lowerBound
    return word.withUTF8Buffer { letters in
      for index in letters.indices {
        let upper = index == 0 ? isCapital : isUpper
        if bytes[offset] != (unsafe letters[index]) ^ (upper ? 0x20 : 0) { return false }
        offset += 1
      }
      return true
    }
  }

  private static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> SyntaxNode.Kind {
    var offset = range.lowerBound
    let end = range.upperBound
    if bytes[offset] == .zero && range.count > 2 {
      if bytes[offset + 1] == UInt8(ascii: "o") {
        return (offset + 2..<end).allSatisfy { bytes[$0] &- .zero < 8 } ? .integer : .string
      }
      if bytes[offset + 1] == UInt8(ascii: "x") {
        return (offset + 2..<end).allSatisfy { bytes[$0].hexadecimalValue != nil } ? .integer : .string
      }
    }
    let isSigned = bytes[offset] == .plus || bytes[offset] == .hyphen
    if isSigned { offset += 1 }
    let digits = offset
    while offset < end && bytes[offset].isDigit { offset += 1 }
    let wholeDigits = offset - digits
    if offset == end { return wholeDigits > 0 ? .integer : .string }
    if wholeDigits == 4 && bytes[offset] == .hyphen && !isSigned {
      return FrontMatter.Timestamp.scan(bytes, range) == nil ? .string : .timestamp
    }
    var fractionDigits = 0
    if bytes[offset] == .dot {
      offset += 1
      let fraction = offset
      while offset < end && bytes[offset].isDigit { offset += 1 }
      fractionDigits = offset - fraction
      if wholeDigits + fractionDigits == 0 {
        let rest = offset..<end
        if rest.count == 3 && isWord("inf", bytes, rest) { return .float }
        let isNaN = rest.count == 3 && !isSigned && bytes[offset + 1] | 0x20 == UInt8(ascii: "a")
        return isNaN && (bytes[offset] == bytes[offset + 2])
          && (bytes[offset] == UInt8(ascii: "N")
            || (bytes[offset] == UInt8(ascii: "n") && bytes[offset + 1] & 0x20 != 0))
          ? .float : .string
      }
      if offset == end { return .float }
    }
    guard wholeDigits + fractionDigits > 0, bytes[offset] | 0x20 == UInt8(ascii: "e") else { return .string }
    offset += 1
    if offset < end && (bytes[offset] == .plus || bytes[offset] == .hyphen) { offset += 1 }
    guard offset < end else { return .string }
    return (offset..<end).allSatisfy { bytes[$0].isDigit } ? .float : .string
  }
}
