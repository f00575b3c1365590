/// The checksum of artifacts.
enum Checksum {
  /// FNV-1a, taking eight bytes a step; the last step is filled up with zeros.
  ///
  /// Against accidents, not against attackers: readers check bounds as well.
  static func fnv1a(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    let prime: UInt64 = 0x0000_0100_0000_01b3
    var offset = 0
    while offset + 8 <= bytes.count {
      let word = unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      hash = (hash ^ word) &* prime
      // The multiplication alone never carries a high bit downward, so eight-byte steps need this.
      hash ^= hash >> 32
      offset += 8
    }
    if offset < bytes.count {
      var word: UInt64 = 0
      for place in offset..<bytes.count { word |= unsafe UInt64(bytes[place]) << (8 * UInt64(place - offset)) }
      hash = (hash ^ word) &* prime
      hash ^= hash >> 32
    }
    return hash
  }
}
