/// The marks that sentences are made of, by Unicode scalar.
extension UInt32 {
  /// A mark that ends a sentence: 。！？｡ and ASCII `!` and `?`.
  var isTerminator: Bool {
    switch self {
    case 0x3002, 0xFF01, 0xFF1F, 0xFF61, 0x21, 0x3F, 0x203C, 0x2047...0x2049: true
    default: false
    }
  }

  /// A mark after which a sentence goes on.
  var isPause: Bool {
    switch self {
    case 0xFF0C, 0x3001, 0xFF1B, 0xFF1A, 0x2C, 0x3B, 0x3A: true
    default: false
    }
  }

  /// Whether the scalar is one of `characters`.
  func isOne(of characters: String) -> Bool { characters.unicodeScalars.contains { $0.value == self } }

  /// A Han character.
  var isHan: Bool {
    switch self {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x20000...0x323AF, 0x3007: true
    default: false
    }
  }

  /// A Latin letter, with or without a diacritic.
  var isLatin: Bool {
    switch self {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: true
    default: false
    }
  }

  /// A digit, ASCII or full-width.
  var isDigit: Bool { self &- 0x30 < 10 || self &- 0xFF10 < 10 }

  /// A pictograph, a variation selector or a joiner of pictographs.
  var isEmoji: Bool {
    switch self {
    case 0x1F300...0x1FAFF, 0x2600...0x27BF, 0xFE0F, 0x200D, 0x1F1E6...0x1F1FF: true
    default: false
    }
  }

  /// A dash.
  var isDash: Bool {
    switch self {
    case 0x2D, 0x2013...0x2015, 0x2500, 0xFF0D: true
    default: false
    }
  }
}

/// A bracket or quotation mark, by its pair.
enum Pair: UInt8 {
  case double, single, corner, whiteCorner, straight
  case round, square, lenticular, title, angle, curly

  /// Whether it encloses somebody's words.
  var isQuotation: Bool { rawValue <= Pair.straight.rawValue }

  /// Whether the opening mark, met again before its closing mark, replaces the first, which was a stray.
  var nests: Bool { self != .double && self != .single && self != .straight }

  /// The pair that a scalar opens.
  @inline(__always)
  init?(opening value: UInt32) {
    switch value {
    case 0x201C: self = .double
    case 0x2018: self = .single
    case 0x300C, 0xFF62: self = .corner
    case 0x300E: self = .whiteCorner
    case 0xFF08, 0x28: self = .round
    case 0x5B, 0xFF3B: self = .square
    case 0x3010, 0x3014: self = .lenticular
    case 0x300A: self = .title
    case 0x3008: self = .angle
    case 0x7B, 0xFF5B: self = .curly
    default: return nil
    }
  }

  /// The pair that a scalar closes.
  @inline(__always)
  init?(closing value: UInt32) {
    switch value {
    case 0x201D: self = .double
    case 0x2019: self = .single
    case 0x300D, 0xFF63: self = .corner
    case 0x300F: self = .whiteCorner
    case 0xFF09, 0x29: self = .round
    case 0x5D, 0xFF3D: self = .square
    case 0x3011, 0x3015: self = .lenticular
    case 0x300B: self = .title
    case 0x3009: self = .angle
    case 0x7D, 0xFF5D: self = .curly
    default: return nil
    }
  }
}
