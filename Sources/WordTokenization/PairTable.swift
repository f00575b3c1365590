internal import CTokenizerKernels

/// A perfect hash table of pairs of units, the beginnings of all words of two or more units.
///
/// A pair is looked up at every place of a text, mostly in vain, so one probe must tell. The hash of a pair, a bijection of
/// 32 bits, falls into a bucket (16 bits) and a place (16 bits); each bucket has a displacement, found by the compiler,
/// that moves the places of its pairs to slots which no other pair has (D. Belazzougui, F. Botelho and M. Dietzfelbinger,
/// "Hash, displace, and compress", 2009). A slot's label is its pair's bucket: with the bucket given, the slot determines
/// the place, and both determine the pair, so that 16 bits suffice to compare.
///
/// Beside the displacement a bucket holds a signature of 16 bits, one for each upper four bits of a place, so that five of
/// six pairs that do not exist touch no slot.
///
/// Against a double array this halves the table (which has some large families that cannot interleave) so that it stays
/// in the second-level cache.
struct PairTable {
  static let slotCount = 1 << 18
  static let bucketCount = 1 << 16

  /// One more than there are: the last is for pairs that the signature excludes.
  private(set) var slots = [LexiconNode](repeating: .empty, count: slotCount + 1)
  /// The displacement in the low and the signature in the high 16 bits.
  private(set) var buckets = [UInt32](repeating: 0, count: bucketCount)

  /// Places the pairs; each node gets its bucket as label.
  init(_ pairs: [(first: UInt16, second: UInt16, node: (_ label: UInt16) -> LexiconNode)]) {
    precondition(
      pairs.allSatisfy { $0.first > UnitID.attachedRun && $0.second > UnitID.attachedRun },
      "the lattice looks for no word with separators or collapsed runs")
    var members = [[Int]](repeating: [], count: Self.bucketCount)
    let hashes = pairs.map { ztk_pair_hash(UInt32($0.first), UInt32($0.second)) }
    for (pair, hash) in hashes.enumerated() { members[Int(hash >> 16)].append(pair) }
    var used = [Bool](repeating: false, count: Self.slotCount)
    // The fullest first, while there is room.
    for bucket in members.indices.sorted(by: { (-members[$0].count, $0) < (-members[$1].count, $1) }) {
      let places = members[bucket].map { Int(hashes[$0] ^ UInt32(bucket)) & 0xffff }
      let fitting = (0..<1 << 16).first { displacement in
        places.allSatisfy { !used[($0 + displacement << 2) & (Self.slotCount - 1)] }
      }
      guard let displacement = fitting else { preconditionFailure("the table of pairs is too full") }
      buckets[bucket] = places.reduce(UInt32(displacement)) { $0 | 1 << (16 + UInt32($1 >> 12)) }
      for (pair, place) in zip(members[bucket], places) {
        let slot = (place + displacement << 2) & (Self.slotCount - 1)
        used[slot] = true
        slots[slot] = pairs[pair].node(UInt16(bucket))
      }
    }
  }
}
