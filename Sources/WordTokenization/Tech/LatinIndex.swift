/// Finds the unit of a Latin word that is part of longer words of the lexicon, or of a user's words, whatever its case.
struct LatinIndex: Sendable {
  private struct Word {
    var hash: UInt32
    var start: UInt32
    var count: UInt32
    var unit: UInt16
  }

  /// Open addressing: index of the word plus one, or 0.
  private var slots: [UInt32] = []
  private var words: [Word] = []
  /// The words, folded, one behind the other.
  private var text: [UInt8] = []
  /// The lengths that words with the first byte have, as bits.
  private var lengths = [UInt64](repeating: 0, count: 256)

  /// An index that knows no word.
  init() {}

  /// - Parameter userWords: further words, folded, and their units.
  init(_ lexicon: Lexicon, adding userWords: [[UInt8]: UInt16]) {
    var size = 64
    while size < 2 * (lexicon.latin.count + userWords.count) { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for index in 0..<lexicon.latin.count {
      unsafe insert(lexicon.latin[index], lexicon.latin.first + UInt16(index))
    }
    for (word, unit) in userWords { unsafe word.withUnsafeBufferPointer { unsafe insert($0, unit) } }
  }

  private mutating func insert(_ word: UnsafeBufferPointer<UInt8>, _ unit: UInt16) {
    guard let base = word.baseAddress, !word.isEmpty else { return }
    let hash = unsafe Self.hash(base, word.count)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    words.append(Word(hash: hash, start: UInt32(text.count), count: UInt32(word.count), unit: unit))
    slots[slot] = UInt32(words.count)
    unsafe text += word
    unsafe lengths[Int(Self.folded(base[0]))] |= 1 << UInt64(word.count & 63)
  }

  /// The unit of the word of `count` bytes.
  func unit(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt16 {
    if unsafe lengths[Int(Self.folded(bytes[0]))] >> UInt64(count & 63) & 1 == 0 { return UnitID.detachedRun }
    let hash = unsafe Self.hash(bytes, count)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let word = words[Int(slots[slot]) - 1]
      if word.hash == hash, unsafe isEqual(bytes, word, count) { return word.unit }
      slot = (slot + 1) & (slots.count - 1)
    }
    return UnitID.detachedRun
  }

  /// Folds ASCII capitals; other letters stand for themselves.
  @inline(__always)
  private static func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  private static func hash(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt32 {
    var hash: UInt32 = 0x811c_9dc5
    for place in 0..<count { hash = unsafe (hash ^ UInt32(folded(bytes[place]))) &* 0x0100_0193 }
    return hash ^ hash >> 15
  }

  private func isEqual(_ bytes: UnsafePointer<UInt8>, _ word: Word, _ count: Int) -> Bool {
    Int(word.count) == count && (0..<count).allSatisfy { unsafe Self.folded(bytes[$0]) == text[Int(word.start) + $0] }
  }
}
