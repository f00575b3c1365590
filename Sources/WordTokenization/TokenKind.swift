internal import TextOffsets

/// What a token is made of.
public enum TokenKind: Hashable, Sendable {
  /// Han characters.
  case han
  /// Letters of other scripts, with or without marks between them: `Node.js`, `Denny's`.
  case latin
  /// Digits and what belongs to a number: `3.5`, `20%`, `2026-01-10`.
  case number
  /// Letters or Han with digits or each other: `GPT-4o`, `20万`, `K歌`, a URL, an address, a tag.
  case compound
  /// Marks.
  case punctuation
  /// White space.
  case space
  /// Emoji sequences.
  case emoji
}

extension TokenKind {
  /// The kind of the token at `range`.
  init(of text: String, _ range: UTF8Range) {
    var (hasHan, hasLetter, hasDigit, hasEmoji, isSpace) = (false, false, false, false, true)
    for scalar in text[range].unicodeScalars {
      let properties = scalar.properties
      if !properties.isWhitespace { isSpace = false }
      switch scalar.value {
      case 0x30...0x39, 0xff10...0xff19: hasDigit = true
      case 0x3007, 0x3400...0x4dbf, 0x4e00...0x9fff, 0xf900...0xfaff, 0x20000...0x3ffff: hasHan = true
      case 0xfe0f, 0x1f1e6...0x1f1ff, 0x1f3fb...0x1f3ff: hasEmoji = true
      default:
        if properties.isAlphabetic { hasLetter = true }
        if scalar.value >= 0x203c && (properties.isEmojiPresentation || properties.isEmojiModifierBase) {
          hasEmoji = true
        }
      }
    }
    switch (hasHan, hasLetter, hasDigit) {
    case _ where range.isEmpty: self = .punctuation
    case _ where isSpace: self = .space
    case _ where hasEmoji: self = .emoji
    case (true, false, false): self = .han
    case (false, true, false): self = Self.isPlainLatin(text[range]) ? .latin : .compound
    case (false, false, true): self = .number
    case (false, false, false): self = .punctuation
    default: self = .compound
    }
  }

  /// Whether a token of letters and marks is a word, and no URL, address or tag.
  private static func isPlainLatin(_ token: Substring) -> Bool {
    guard let first = token.utf8.first else { return false }
    if first == UInt8(ascii: "@") || first == UInt8(ascii: "#") { return false }
    return !token.utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "@") }
  }
}
