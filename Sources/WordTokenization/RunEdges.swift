/// Tells which runs of ASCII may touch a word of the lexicon, so that all others collapse into single units.
///
/// Every word that contains both Han and ASCII characters passes from one to the other at some place, which a text that
/// contains the word passes too. For each ASCII character there is a row of 64 bits, indexed by the low bits of the
/// neighbour's unit: a Bloom filter without false negatives. Words of ASCII characters only are noticed by `#`, `&` or
/// `+` in them; a user's words may have none of these, and then no run collapses.
struct RunEdges {
  /// 128 rows for a Han character before the ASCII character, 128 rows for one after it.
  var rows = [UInt64](repeating: 0, count: 256)
  /// Whether there is a word that only a look at every ASCII character finds.
  var hasPlainWords = false

  init() {}

  init(rows: [UInt64]) { self.rows = rows }

  /// Makes sure that runs which may touch `word` are noticed.
  mutating func insert(_ word: [UInt16]) {
    let isASCII = { (unit: UInt16) in unit >= UnitID.firstASCII && unit <= UnitID.lastASCII }
    guard word.contains(where: isASCII), word.count > 1 else { return }
    var found = false
    for (left, right) in zip(word, word.dropFirst()) where isASCII(left) != isASCII(right) {
      if isASCII(right) {
        rows[Int(UnitID.ascii[Int(right - UnitID.firstASCII)])] |= 1 << UInt64(left & 63)
      } else {
        rows[128 + Int(UnitID.ascii[Int(left - UnitID.firstASCII)])] |= 1 << UInt64(right & 63)
      }
      found = true
    }
    if !found {
      let marks = Array("#&+".utf8).compactMap(UnitID.ascii)
      if !word.contains(where: marks.contains) { hasPlainWords = true }
    }
  }
}
