/// How keys begin: the whole of keys of two classes, the first three classes of longer ones. Nearly all places of a text
/// where no name begins are told from it, with one load and no branch.
///
/// A Bloom filter of one word for each hash of the first two classes: one bit of the word says that the two are a key,
/// another that some key goes on with the third class. A separator may stand in the text behind the first class (`X AI`)
/// or the second, so those beginnings are in it too. Keys of one class are not: the numbering of classes tells them.
struct PrefixFilter {
  /// The words; their number is a power of two.
  private(set) var words: [UInt64]

  /// Collects the beginnings of the sorted keys.
  init(labels: [UInt32], ends: [Int]) {
    let separator = UInt32(CharacterClass.separator)
    // A word for each key, so that a bit in thirty is set and few places pass by chance; no more than two megabytes.
    var count = 16
    while count < 1 << 18, count < ends.count { count *= 2 }
    words = Array(repeating: 0, count: count)
    var start = 0
    for end in ends {
      defer { start = end }
      guard end - start > 1 else { continue }
      let pair = Self.hash(labels[start] << 16 | labels[start + 1])
      insert(Self.hash(labels[start] << 16 | separator))
      if end - start == 2 {
        insert(pair)
      } else {
        insert(pair, third: labels[start + 2])
        insert(pair, third: separator)
      }
    }
  }

  private mutating func insert(_ pair: UInt32) { words[Self.word(pair, words.count - 1)] |= 1 &<< UInt64(pair) }

  private mutating func insert(_ pair: UInt32, third: UInt32) {
    words[Self.word(pair, words.count - 1)] |= 1 &<< UInt64(Self.bit(pair, third: third))
  }

  /// The hash of two classes: multiplicative, by the golden ratio. Its low six bits number the bit of the two alone.
  @inline(__always)
  static func hash(_ pair: UInt32) -> UInt32 { pair &* 0x9E37_79B1 }

  /// The index of the word of two classes, where `mask` is the number of words less one.
  @inline(__always)
  static func word(_ pair: UInt32, _ mask: Int) -> Int { Int(pair &>> 12) & mask }

  /// The bit of three classes in that word.
  @inline(__always)
  static func bit(_ pair: UInt32, third: UInt32) -> UInt32 { (pair &+ third &* 0x85EB_CA6B) &>> 26 }
}
