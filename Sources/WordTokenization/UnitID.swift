internal import CTokenizerKernels

/// The number of a unit of text: a Han character, a collapsed run of Latin letters, a mark.
///
/// Both profiles walk the lexicon in units. The first numbers have fixed meanings; the others are given by the compiled
/// lexicon, the commonest characters first, so that what is often used lies together in memory.
package enum UnitID {
  /// What belongs to no word: punctuation, white space, characters outside the tables.
  static let separator: UInt16 = 0
  /// Several ASCII characters that are one token, where nothing before them in the block can see their score.
  static let detachedRun: UInt16 = 1
  /// The same, after a Han character of the same block.
  static let attachedRun = UInt16(ZTK_LAST_RUN)
  /// The first of the single ASCII characters that jieba counts as part of words.
  package static let firstASCII: UInt16 = 3
  /// Those characters, in the order of their numbers.
  package static let ascii = Array("#%&+-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz".utf8)
  // Literals, here and below, since a number computed from an array is made at run time and asked for each time it is read.
  static let lastASCII = UInt16(ZTK_LAST_ASCII)
  /// A Han character that no word and no table knows.
  package static let unknownHan: UInt16 = 72
  /// The first of the Han numerals, which rules recognise by their range of numbers.
  package static let firstNumeral: UInt16 = 73
  package static let numerals = Array("〇零一二两三四五六七八九十百千万亿兆".unicodeScalars)
  static let lastNumeral: UInt16 = 90
  /// The first number that the compiled lexicon hands out: Han characters, spare numbers for more of them, and at the
  /// end marks and Latin words that are parts of words.
  package static let firstCompiled: UInt16 = 91
  /// Numbers stay below this, so that vectors may compare them as signed ones and no number is `LexiconNode.noLabel`.
  static let limit: UInt16 = 0x7000

  /// The number of an ASCII byte that jieba counts as part of words; `nil` for the others.
  static func ascii(_ byte: UInt8) -> UInt16? {
    ascii.firstIndex(of: byte).map { firstASCII + UInt16($0) }
  }
}
