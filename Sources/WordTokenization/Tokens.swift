public import TextOffsets

/// The tokens of a text: a collection of ranges in UTF-8 bytes, kept as packed ends.
///
/// In the precise mode they tile what was looked at. Kinds and strings are made when asked for.
public struct Tokens: RandomAccessCollection, Sendable {
  /// The text.
  public let text: String
  /// The part of it that was looked at.
  public let scope: UTF8Range
  private let ends: TokenEnds
  private let tokenCount: Int
  private let overlaps: Bool

  /// Takes the tokens out of the workspace.
  init(text: String, scope: UTF8Range, _ workspace: inout Workspace) {
    self.text = text
    self.scope = scope
    tokenCount = workspace.tokenCount
    overlaps = workspace.overlaps
    ends = workspace.takeEnds()
  }

  /// 0.
  public var startIndex: Int { 0 }
  /// The number of tokens.
  public var endIndex: Int { tokenCount }

  /// The range of a token in the text. O(1).
  public subscript(position: Int) -> UTF8Range {
    precondition(position >= 0 && position < tokenCount, "there is no such token")
    return unsafe TokenEnds.range(position, ends.values, overlaps).shifted(by: scope.start)
  }

  /// The kind of a token. O(its length).
  public func kind(at position: Int) -> TokenKind { TokenKind(of: text, self[position]) }

  /// The tokens as parts of the text, made one by one as they are asked for, 27 ns each.
  public var words: LazyMapSequence<Tokens, Substring> { lazy.map { [text] in text[$0] } }

  /// The tokens as strings. Allocates each longer than 15 bytes.
  public var strings: [String] { map { String(text[$0]) } }
}
