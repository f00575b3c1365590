internal import CTokenizerKernels

/// A perfect hash table of pairs of units, the beginnings of all words of two or more units.
///
/// A pair is looked up at every place of a text, mostly in vain, so one probe must tell. The hash of a pair, a bijection of
/// 32 bits, falls into a bucket (16 bits) and a place (16 bits); each bucket has a displacement, found by the compiler,
/// that moves the places of its pairs to slots which no other pair has (D. Belazzougui, F. Botelho and M. Dietzfelbinger,
/// "Hash, displace, and compress", 2009). A slot's label is its pair's bucket: with the bucket given, the slot determines
/// the place, and both determine the pair, so that 16 bits suffice to compare.
///
/// Against a double array this halves the table (which has some large families that cannot interleave) so that it stays
/// in the second-level cache.
struct PairTable {
  static let slotCount = 1 << 18
  static let bucketCount = 1 << 16

  private(set) var slots = [LexiconNode](repeating: .empty, count: slotCount)
  private(set) var displacements = [UInt16](repeating: 0, count: bucketCount)

  /// Places the pairs; each node gets its bucket as label.
  init(_ pairs: [(first: UInt16, second: UInt16, node: (_ label: UInt16) -> LexiconNode)]) {
    var buckets = [[Int]](repeating: [], count: Self.bucketCount)
    let hashes = pairs.map { ztk_pair_hash(UInt32($0.first), UInt32($0.second)) }
    for (pair, hash) in hashes.enumerated() { buckets[Int(hash >> 16)].append(pair) }
    var used = [Bool](repeating: false, count: Self.slotCount)
    // The fullest first, while there is room.
    for bucket in buckets.indices.sorted(by: { (-buckets[$0].count, $0) < (-buckets[$1].count, $1) }) {
      let places = buckets[bucket].map { Int(hashes[$0] ^ UInt32(bucket)) & 0xffff }
      let fitting = (0..<Self.bucketCount).first { displacement in
        places.allSatisfy { !used[($0 + displacement << 2) & (Self.slotCount - 1)] }
      }
      guard let displacement = fitting else { preconditionFailure("the table of pairs is too full") }
      displacements[bucket] = UInt16(displacement)
      for (pair, place) in zip(buckets[bucket], places) {
        let slot = (place + displacement << 2) & (Self.slotCount - 1)
        used[slot] = true
        slots[slot] = pairs[pair].node(UInt16(bucket))
      }
    }
  }
}
