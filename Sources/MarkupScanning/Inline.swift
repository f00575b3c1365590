public import TextOffsets

/// A part of a block that is no plain text: code, an image, a link, an address, a tag, a mark.
public struct Inline: Hashable, Sendable {
  /// What an inline is.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// Code between backticks, the backticks included.
    case code
    /// `![alternative text](target)`; `content` is the alternative text.
    case image
    /// `[text](target)` or `[text][label]`; `content` is the text.
    case link
    /// `[[target]]` or `[[target|shown text]]`; `content` is the shown text, empty where only the target is written.
    case wikiLink
    /// An address in the text: `https://…`, `www.…`, or between angle brackets.
    case url
    /// An e-mail address, bare or between angle brackets.
    case email
    /// An HTML tag or comment.
    case html
    /// A template's mark: `{{< … >}}`, `{{% … %}}`, `{% … %}`.
    case shortcode
    /// A reference to a footnote: `[^1]`.
    case footnoteReference
    /// A run of `*`, `_` or `~~` that stands where emphasis can open or close.
    case emphasisMark
    /// The `>` marks at the start of a continued line in a block quotation.
    case quoteMark
  }

  /// What the inline is.
  public let kind: Kind
  /// All bytes of the inline.
  public let range: UTF8Range
  /// The part of `range` that is text to read; empty where there is none.
  public let content: UTF8Range

  /// Makes an inline of its parts.
  public init(kind: Kind, range: UTF8Range, content: UTF8Range? = nil) {
    self.kind = kind
    self.range = range
    self.content = content ?? UTF8Range(start: range.end, end: range.end)
  }
}
