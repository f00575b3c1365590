public import TextOffsets

/// Divides Chinese text, with English in it or not, into sentences.
///
/// ```swift
/// import SentenceSegmentation
/// import TextOffsets
///
/// let text = "“真的吗？”他问。她说：“真的。我看见了。”"
/// let segmenter = SentenceSegmenter()
/// for sentence in segmenter.sentences(in: text) { print(text[sentence.content]) }
/// // “真的吗？”他问。
/// // 她说：“真的。
/// // 我看见了。”
/// ```
///
/// Segmenting is linear in the text, also on hostile input, and allocates nothing per sentence.
public struct SentenceSegmenter: Sendable {
  /// How sentences inside quotations are treated.
  public enum Quotations: Sendable, CaseIterable {
    /// A sentence inside a quotation is a sentence.
    case split
    /// A quotation stays in one piece with the sentence it stands in.
    case atomic
  }

  /// What a piece of running text is.
  public enum Unit: Sendable, CaseIterable {
    case sentence
    /// A part of a sentence that ends in a comma, semicolon, colon, dash or ellipsis, or with the sentence.
    case clause
  }

  /// How sentences inside quotations are treated.
  public let quotations: Quotations
  /// What a piece of running text is.
  public let unit: Unit
  /// The most Unicode scalars of a piece without the white space around it; `nil` for no limit. A longer piece is divided at
  /// clauses, else at enumeration commas and blanks, else anywhere between scalars. Code and other pieces that are no text
  /// stay whole.
  public let maximumLength: Int?

  /// The most bytes of plain text without a blank line that are read as one paragraph; tests make it small.
  package var window = 1 << 20

  /// Makes a segmenter.
  ///
  /// - Precondition: `maximumLength` is at least 1.
  public init(quotations: Quotations = .split, unit: Unit = .sentence, maximumLength: Int? = nil) {
    precondition(maximumLength ?? 1 >= 1, "a piece has room for a scalar")
    self.quotations = quotations
    self.unit = unit
    self.maximumLength = maximumLength
  }

  /// The pieces of `text`, or of the part of it in `range`, in absolute offsets.
  ///
  /// With a `structure` no piece crosses the blocks it names.
  public func sentences(
    in text: String, within range: UTF8Range? = nil, structure: TextStructure? = nil
  ) -> Sentences {
    let scope = text.scope(of: range)
    var segmentation = Segmentation(quotations: quotations, opaque: structure?.opaque ?? [], window: window)
    return segmentation.sentences(in: text, scope, self, blocks: structure?.blocks)
  }
}
