/// Which characters count as the same in a name: Simplified, Traditional and variant forms of one Han character,
/// full-width and half-width forms, upper and lower case, Latin letters with and without marks.
///
/// Only compiling a dictionary folds; a compiled dictionary holds the result as a table of classes.
struct CharacterFolding: Sendable {
  /// The folding, worked out once a process (about 0.2 ms).
  static let shared = CharacterFolding()

  /// What each character of the Basic Multilingual Plane folds to, which lies in that plane too.
  let basic: [UInt16]
  /// What characters outside of that plane fold to, where that is not themselves.
  let supplementary: [UInt32: UInt32]

  private init() {
    var basic = (0...UInt16.max).map { $0 }
    var supplementary: [UInt32: UInt32] = [:]
    func add(groups: String) {
      for group in groups.unicodeScalars.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        guard let canonical = group.first else { continue }
        for member in group.dropFirst() {
          if member.value <= 0xFFFF {
            basic[Int(member.value)] = UInt16(canonical.value)
          } else {
            supplementary[member.value] = canonical.value
          }
        }
      }
    }
    add(groups: HanVariants.groups)
    add(groups: Self.markedLetters)
    // Letters of the scripts that have case: Latin, Greek, Cyrillic, Armenian; Roman numerals; circled letters.
    for value in [0x41...0x5A, 0xC0...0x587, 0x1E00...0x1FFF, 0x2160...0x216F, 0x24B6...0x24CF].joined() {
      guard let scalar = Unicode.Scalar(UInt32(value)), basic[value] == UInt16(value) else { continue }
      let lower = scalar.properties.lowercaseMapping.unicodeScalars
      if lower.count == 1, let small = lower.first, small.value <= 0xFFFF {
        basic[value] = basic[Int(small.value)]
      }
    }
    // The full-width forms of ASCII, and the ideographic space.
    for value in 0xFF01...0xFF5E { basic[value] = basic[value - 0xFEE0] }
    basic[0x3000] = 0x20
    self.basic = basic
    self.supplementary = supplementary
  }

  /// What `scalar` folds to.
  func fold(_ scalar: Unicode.Scalar) -> UInt32 {
    scalar.value <= 0xFFFF ? UInt32(basic[Int(scalar.value)]) : supplementary[scalar.value] ?? scalar.value
  }

  /// Latin letters with marks behind the plain letter, and typographic apostrophes behind the plain one. Capitals with
  /// marks follow through their small letter.
  private static let markedLetters = """
    aàáâãäåāăą cçćĉċč dďđ eèéêëēĕėęě gĝğġģ hĥħ iìíîïĩīĭįı jĵ kķ lĺļľŀł nñńņň oòóôõöøōŏő rŕŗř sśŝşš tţťŧ uùúûüũūŭůűų
    wŵ yýÿŷ zźżž '’‘＇
    """
}

extension Unicode.Scalar {
  /// Whether the character belongs to a word that white space ends: letters of the scripts with case, digits, `_`.
  /// A name that begins or ends with one needs a boundary there; Han characters need none.
  var isWordCharacter: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
    case 0xC0...0x24F: value != 0xD7 && value != 0xF7
    case 0x370...0x52F, 0x1E00...0x1FFF, 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
    default: false
    }
  }

  /// Whether the character may stand between the parts of a name, or be left out there: a space, hyphen or middle dot.
  var isNameSeparator: Bool {
    switch value {
    case 0x20, 0x2D, 0xA0, 0xB7, 0x2010, 0x2011, 0x2022, 0x2027, 0x3000, 0x30FB, 0xFF0D: true
    default: false
    }
  }

  /// Whether the character is a digit, half or full width.
  var isDecimalDigit: Bool { (0x30...0x39).contains(value) || (0xFF10...0xFF19).contains(value) }
}
