internal import TextOffsets

/// Divides text that arrives in chunks, with the same pieces as the whole text would give.
///
/// ```swift
/// import SentenceSegmentation
///
/// var stream = SentenceStream(SentenceSegmenter())
/// for chunk in ["第一句。第", "二句。\n\n第三", "句。"] {
///   stream.append(chunk) { sentence, text in print(sentence.range, text) }
/// }
/// stream.finish { sentence, text in print(sentence.range, text) }
/// ```
///
/// Pieces are given out when the paragraph after them begins. Kept are the paragraph at hand, at most a mebibyte of it, and the
/// last chunk.
public struct SentenceStream: Sendable {
  private let segmenter: SentenceSegmenter
  private var segmentation: Segmentation
  private var buffer = ""
  /// The offset of the buffer in the stream.
  private var base = 0
  /// The bytes of the buffer in which no paragraph begins.
  private var searched = 0

  /// Makes a stream of plain text.
  public init(_ segmenter: SentenceSegmenter) {
    self.segmenter = segmenter
    segmentation = Segmentation(quotations: segmenter.quotations, opaque: [], window: segmenter.window)
  }

  /// Takes the next chunk, and gives each piece that is complete to `body`, with its text: the bytes of its `range`.
  ///
  /// Ranges count from the start of the stream. Amortised linear.
  public mutating func append(_ chunk: String, _ body: (Sentence, Substring) throws -> Void) rethrows {
    buffer += chunk
    while let end = readyEnd() {
      try emit(upTo: end, body)
    }
  }

  /// Ends the text, and gives the remaining pieces to `body`. The stream can begin again then, with offset 0.
  public mutating func finish(_ body: (Sentence, Substring) throws -> Void) rethrows {
    try emit(upTo: buffer.utf8.count, body)
    self = SentenceStream(segmenter)
  }

  /// The end of what can be divided now.
  private mutating func readyEnd() -> Int? {
    buffer.makeContiguousUTF8()
    let bytes = buffer.utf8.span
    let start = bytes.afterSpace(0, before: bytes.count)
    if let end = bytes.windowEnd(from: start, before: bytes.count, window: segmenter.window) {
      // The white space behind a forced end belongs to the piece before it: it has to be whole.
      let next = bytes.afterSpace(end, before: bytes.count)
      return next < bytes.count ? next : nil
    }
    // The white space before the new bytes may be a part of a blank line.
    let from = bytes.beforeSpace(min(searched, bytes.count), after: 0)
    let end = bytes.lastParagraph(from: max(start, from), before: bytes.count)
    searched = bytes.count
    return end
  }

  private mutating func emit(upTo end: Int, _ body: (Sentence, Substring) throws -> Void) rethrows {
    let sentences = segmentation.sentences(in: buffer, UTF8Range(start: 0, end: end), segmenter)
    for sentence in sentences {
      try body(sentence.shifted(by: base), buffer[sentence.range])
    }
    buffer = String(buffer[UTF8Range(start: end, end: buffer.utf8.count)])
    base += end
    searched = 0
  }
}

extension Sentence {
  fileprivate func shifted(by distance: Int) -> Sentence {
    Sentence(
      range: range.shifted(by: distance), content: content.shifted(by: distance), kind: kind,
      speaker: speaker?.shifted(by: distance))
  }
}
