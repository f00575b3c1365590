import TextOffsets

/// What to do with bytes that stand for no character.
public enum InvalidSequencePolicy: Sendable {
  /// Stop with an error that tells which they are.
  case strict
  /// Put U+FFFD in the place of each invalid sequence, and keep a list.
  case replace
}

/// Decodes a stream, chunk by chunk, in an encoding that is known.
///
/// The chunks' texts, put together, are the text of the whole for every way to cut it. A byte-order mark at the start is
/// no part of the text. Memory is bounded by the longest chunk. The conversion is ICU's.
public struct TextStreamDecoder: ~Copyable {
  /// The encoding the bytes are read in.
  public let encoding: TextEncoding
  /// What is done with invalid sequences.
  public let policy: InvalidSequencePolicy
  /// The bytes read so far.
  public private(set) var byteCount = 0
  /// The length of the text so far, in UTF-8 bytes.
  public private(set) var textCount = 0
  /// The number of invalid sequences replaced so far.
  public private(set) var replacementCount = 0
  /// Whether the stream began with a byte-order mark.
  public private(set) var hasByteOrderMark = false

  private var converter: ConverterHandle
  private var isAtStart = true

  /// Makes the decoder of one stream.
  public init(_ encoding: TextEncoding, policy: InvalidSequencePolicy = .strict) {
    self.encoding = encoding
    self.policy = policy
    converter = ConverterHandle(encoding)
  }

  /// The text of the next bytes. A character cut by the chunk's end comes with the next chunk.
  ///
  /// - Throws: The first invalid sequence, with its place in the stream, where the policy is strict.
  public mutating func decode(_ chunk: Span<UInt8>) throws(TextDecodingError) -> String {
    var text: [UInt8] = []
    try decode(chunk, isLast: false, into: &text) { _ in }
    return String(decoding: text, as: UTF8.self)
  }

  /// The text of what was kept back: nothing, unless the stream ends within a character, which is an invalid sequence.
  public mutating func finish() throws(TextDecodingError) -> String {
    var text: [UInt8] = []
    try decode([UInt8]().span, isLast: true, into: &text) { _ in }
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends the text of the next bytes to `text`, and tells of each replacement.
  mutating func decode(
    _ chunk: Span<UInt8>, isLast: Bool, into text: inout [UInt8], _ replaced: (Edits.Edit) -> Void
  ) throws(TextDecodingError) {
    var used = 0
    while true {
      let start = text.count
      let step = converter.convert(chunk.extracting(droppingFirst: used), isLast: isLast, into: &text)
      used += step.used
      byteCount += step.used
      dropByteOrderMark(of: &text, from: start)
      textCount += text.count - start
      if step.invalid == 0 { return }
      let invalid = UTF8Range(start: byteCount - step.invalid, end: byteCount)
      if policy == .strict { throw TextDecodingError(.invalidSequence, invalid, encoding) }
      replaced(Edits.Edit(source: invalid, target: UTF8Range(start: textCount, end: textCount + 3)))
      text.append(contentsOf: "\u{FFFD}".utf8)
      textCount += 3
      replacementCount += 1
      isAtStart = false
    }
  }

  /// Every mark, in whichever encoding, is the character U+FEFF at the very start.
  private mutating func dropByteOrderMark(of text: inout [UInt8], from start: Int) {
    guard isAtStart, text.count > start else { return }
    isAtStart = false
    if text[start...].starts(with: "\u{FEFF}".utf8) {
      hasByteOrderMark = true
      text.removeSubrange(start..<start + 3)
    }
  }
}
