/// What a name is looked up by: its folded characters without separators, and the places where a separator may stand.
///
/// `Claude Code`, `ClaudeCode` and `claude-code` have one key. A separator may stand in the text where the name has one,
/// between Han and other characters, before a digit behind a letter, and before a capital behind a small letter.
struct NameKey {
  /// The folded characters.
  private(set) var characters: [UInt32] = []
  /// Bit *i* is set where a separator may stand before character *i*. Names beyond 64 characters take none there.
  private(set) var breaks: UInt64 = 0
  /// For each character, whether it is one that needs a boundary at either end of a name.
  private(set) var isWord: [Bool] = []

  /// The key of `name`.
  init(_ name: some StringProtocol) {
    let folding = CharacterFolding.shared
    var last: Unicode.Scalar?
    var separated = false
    for scalar in name.unicodeScalars {
      if scalar.isNameSeparator {
        separated = true
        continue
      }
      if let last, characters.count < 64, separated || Self.isBreak(between: last, and: scalar) {
        breaks |= 1 << UInt64(characters.count)
      }
      characters.append(folding.fold(scalar))
      isWord.append(scalar.isWordCharacter)
      last = scalar
      separated = false
    }
  }

  private static func isBreak(between left: Unicode.Scalar, and right: Unicode.Scalar) -> Bool {
    if left.isWordCharacter != right.isWordCharacter {
      // Not before or behind punctuation inside of a name, as in `Node.js`.
      return left.isIdeograph || right.isIdeograph
    }
    guard left.isWordCharacter, !left.isDecimalDigit else { return false }
    return right.isDecimalDigit || (left.properties.isLowercase && right.properties.isUppercase)
  }
}

extension Unicode.Scalar {
  /// Whether the character is a Han character.
  var isIdeograph: Bool {
    switch value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF, 0x3007: true
    default: false
    }
  }
}
