public import TextOffsets

/// A page's text, and how it was found.
public struct DecodedText: Sendable {
  /// The text, without a byte-order mark.
  public let text: String
  /// The encoding the bytes were read in.
  public let encoding: TextEncoding
  /// Whether the bytes began with a byte-order mark.
  public let hasByteOrderMark: Bool
  /// The sequences that stood for no character: `source` in the bytes, `target` the U+FFFD in the text. Empty unless the
  /// policy was ``InvalidSequencePolicy/replace``.
  public let replacements: [Edits.Edit]
  /// How the encoding was found; `nil` where it was given.
  public let detection: EncodingDetection?
}

/// Turns the bytes of a page into text.
///
/// ```swift
/// import TextDecoding
///
/// let bytes: [UInt8] = [0xD6, 0xD0, 0xB9, 0xD8, 0xB4, 0xE5]
/// let page = try TextDecoder().decode(bytes.span)
/// print(page.text, page.encoding)  // 中关村 GB2312
/// ```
public struct TextDecoder: Sendable {
  /// The encoding of the bytes; `nil` where it is to be detected.
  public var encoding: TextEncoding?
  /// What is done with sequences that stand for no character.
  public var policy: InvalidSequencePolicy

  /// Makes the decoder.
  public init(_ encoding: TextEncoding? = nil, policy: InvalidSequencePolicy = .strict) {
    self.encoding = encoding
    self.policy = policy
  }

  /// Decodes a whole page. Linear; valid UTF-8 costs its validation and a copy.
  ///
  /// - Throws: ``TextDecodingError`` with the invalid bytes where the policy is strict, or where no encoding makes sense of
  ///   the bytes.
  public func decode(_ bytes: Span<UInt8>) throws(TextDecodingError) -> DecodedText {
    if encoding == nil || encoding == .utf8, let page = validUTF8(bytes) { return page }
    var detection: EncodingDetection?
    if encoding == nil {
      detection = EncodingDetector.detect(bytes)
      if detection == nil {
        throw TextDecodingError(.unknownEncoding, UTF8Range(start: 0, end: 0), nil)
      }
    }
    guard let encoding = encoding.map({ Self.order(of: $0, in: bytes) }) ?? detection?.encoding else {
      preconditionFailure("an encoding was given or found")
    }

    var stream = TextStreamDecoder(encoding, policy: policy)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 2)
    var replacements: [Edits.Edit] = []
    try stream.decode(bytes, isLast: true, into: &text) { replacements.append($0) }
    return DecodedText(
      text: String(decoding: text, as: UTF8.self), encoding: encoding, hasByteOrderMark: stream.hasByteOrderMark,
      replacements: replacements, detection: detection)
  }

  /// The page where the bytes are UTF-8 beyond doubt, as nearly all are.
  private func validUTF8(_ bytes: Span<UInt8>) -> DecodedText? {
    let hasMark = EncodingDetector.byteOrderMark(of: bytes) == .utf8
    let rest = hasMark ? bytes.extracting(droppingFirst: 3) : bytes
    guard let text = try? UTF8Span(validating: rest) else { return nil }
    if encoding == nil && !hasMark && !EncodingDetector.isBeyondDoubt(text) { return nil }
    return DecodedText(
      text: String(copying: text), encoding: .utf8, hasByteOrderMark: hasMark, replacements: [],
      detection: encoding == nil
        ? EncodingDetection(
          encoding: .utf8, confidence: 1, evidence: hasMark ? .byteOrderMark : .validUTF8,
          declaredLabel: DeclaredLabel.find(in: bytes)) : nil)
  }

  /// UTF-16 in the order its mark tells, where there is one: the label "UTF-16" names both.
  private static func order(of encoding: TextEncoding, in bytes: Span<UInt8>) -> TextEncoding {
    let utf16: [TextEncoding] = [.utf16LittleEndian, .utf16BigEndian]
    guard utf16.contains(encoding), let marked = EncodingDetector.byteOrderMark(of: bytes), utf16.contains(marked)
    else {
      return encoding
    }
    return marked
  }
}
