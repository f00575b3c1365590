/// Finds the unit of a Latin word that is part of longer words of the lexicon, whatever its case.
struct LatinIndex: Sendable {
  /// Open addressing: index of the word plus one, or 0.
  private var slots: [UInt16] = []
  private var hashes: [UInt32] = []
  /// The lengths that words with the first byte have, as bits.
  private var lengths = [UInt64](repeating: 0, count: 256)
  private let latin: LatinUnits?
  /// The first of the numbers for words that only a user's lexicon may have; 0 where there is none.
  private let firstBucket: UInt16

  /// An index that knows no word.
  init() { (latin, firstBucket) = (nil, 0) }

  init(_ lexicon: Lexicon, hasBuckets: Bool) {
    latin = lexicon.latin
    firstBucket = hasBuckets ? UInt16(lexicon.unitCount) : 0
    var size = 64
    while size < 2 * lexicon.latin.count { size *= 2 }
    slots = Array(repeating: 0, count: size)
    hashes = Array(repeating: 0, count: lexicon.latin.count)
    for index in 0..<lexicon.latin.count {
      let word = unsafe lexicon.latin[index]
      guard let base = word.baseAddress else { continue }
      unsafe lengths[Int(base[0])] |= 1 << UInt64(word.count & 63)
      hashes[index] = unsafe Self.hash(base, word.count)
      var slot = Int(hashes[index]) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt16(index + 1)
    }
  }

  /// The unit of the word of `count` bytes.
  func unit(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt16 {
    guard let latin else { return UnitID.detachedRun }
    if firstBucket == 0, unsafe lengths[Int(Self.folded(bytes[0]))] >> UInt64(count & 63) & 1 == 0 {
      return UnitID.detachedRun
    }
    let hash = unsafe Self.hash(bytes, count)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if hashes[index] == hash, unsafe Self.isEqual(bytes, latin[index], count) { return latin.first + UInt16(index) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return firstBucket == 0 ? UnitID.detachedRun : firstBucket + UInt16(hash >> 16) % TechUnits.latinBuckets
  }

  /// Folds ASCII capitals; other letters stand for themselves.
  @inline(__always)
  private static func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  private static func hash(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt32 {
    var hash: UInt32 = 0x811c_9dc5
    for place in 0..<count { hash = unsafe (hash ^ UInt32(folded(bytes[place]))) &* 0x0100_0193 }
    return hash ^ hash >> 15
  }

  private static func isEqual(_ bytes: UnsafePointer<UInt8>, _ word: UnsafeBufferPointer<UInt8>, _ count: Int) -> Bool {
    word.count == count && (0..<count).allSatisfy { unsafe folded(bytes[$0]) == word[$0] }
  }
}
