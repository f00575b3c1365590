// Escapes that the three syntaxes share.

extension SyntaxTreeBuilder {
  /// Adds a scalar to the decoded text.
  mutating func appendDecoded(_ scalar: Unicode.Scalar) { decoded.append(contentsOf: UTF8.encode(scalar)!) }

  /// Decodes `\xXX`, `\uXXXX` or `\UXXXXXXXX`, whose backslash is at `offset`, into the decoded text: the byte after it.
  ///
  /// Two escapes that make a surrogate pair are one character, as in JSON, if `joiningSurrogates`.
  mutating func decodeHexadecimal(
    at offset: Int, digits: Int, joiningSurrogates: Bool = true
  ) throws(SyntaxFailure) -> Int {
    let value = try hexadecimal(at: offset, digits: digits)
    var end = offset + 2 + digits
    if let scalar = Unicode.Scalar(value) {
      appendDecoded(scalar)
      return end
    }
    let isHigh = value & 0xFFFF_FC00 == 0xD800
    guard joiningSurrogates, isHigh, content[end] == .backslash, content[end + 1] == UInt8(ascii: "u") else {
      throw SyntaxFailure(value <= 0xFFFF ? .loneSurrogate : .invalidEscape, offset..<end)
    }
    let low = try hexadecimal(at: end, digits: 4)
    guard low & 0xFFFF_FC00 == 0xDC00, let scalar = Unicode.Scalar(0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF))
    else {
      throw SyntaxFailure(.loneSurrogate, offset..<end)
    }
    end += 6
    appendDecoded(scalar)
    return end
  }

  /// The value of the digits of the escape at `offset`.
  private func hexadecimal(at offset: Int, digits: Int) throws(SyntaxFailure) -> UInt32 {
    var value: UInt32 = 0
    for index in offset + 2..<offset + 2 + digits {
      // The NUL behind the content is no digit, so the loop ends there.
      guard let digit = content[index].hexadecimalValue else { throw SyntaxFailure(.invalidEscape, offset..<index) }
      value = value << 4 | digit
    }
    return value
  }
}
