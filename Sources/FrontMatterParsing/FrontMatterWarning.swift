public import TextOffsets

extension FrontMatter {
  /// Something in a block that reads well and is probably not meant.
  public struct Warning: Hashable, Sendable {
    /// What is suspicious.
    public let code: Code
    /// The suspicious bytes, in offsets of the text that was read.
    public let range: UTF8Range
    /// A change of the text that would remove the cause.
    public let fix: Fix?

    /// What can be suspicious.
    public enum Code: String, Hashable, Sendable, CaseIterable {
      /// A key that was given before; the last value counts.
      case duplicateKey
      /// A whole value in curly quotes, which are part of its text.
      case curlyQuotes
      /// A full-width colon after what looks like a key, inside of a text.
      case fullWidthColon
      /// A closing bracket that is not indented, which strict readers refuse.
      case unindentedBracket
    }

    /// What is suspicious and what to do, in one sentence.
    public var message: String {
      switch code {
      case .duplicateKey: "this key is given again below, and the later value counts; remove this one"
      case .curlyQuotes: "curly quotes are part of the text; write straight ones if they delimit it"
      case .fullWidthColon: "a full-width colon does not end a key, so this line continues the text above; write `: `"
      case .unindentedBracket: "strict readers refuse a closing bracket that is not indented; indent it"
      }
    }
  }

  /// A change of the text that repairs an error or removes the cause of a warning.
  public struct Fix: Hashable, Sendable {
    /// The bytes to replace, in offsets of the text that was read.
    public let range: UTF8Range
    /// What to write instead.
    public let replacement: String
  }
}
