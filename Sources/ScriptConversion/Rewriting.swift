public import TextOffsets

/// A rewritten text, and how its ranges map to those of the text it came from.
public struct Rewriting: Sendable {
  /// The new text.
  public let text: String
  /// Every change, in order; see `Edits/sourceRange(of:)`.
  public let edits: Edits
}
