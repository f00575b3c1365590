/// Ideographic description sequences: an operator and the parts it joins, each a scalar or a sequence itself.
///
/// They describe a character and are no text to convert; OpenCC copies complete ones.
enum DescriptionSequence {
  private static let depthLimit = 16
  private static let scalarLimit = 64

  /// The number of bytes of the sequence that starts at `source`; `nil` where the text up to `end` holds no whole one.
  static func count(_ source: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>) -> Int? {
    var place = unsafe source
    var scalars = 0

    func readPart(depth: Int) -> Bool {
      guard unsafe place < end, scalars < scalarLimit, depth <= depthLimit else { return false }
      let parts = unsafe partCount(place)
      unsafe place += UTF8Scalar.count(lead: place.pointee)
      scalars += 1
      for _ in 0..<parts { guard readPart(depth: depth + 1) else { return false } }
      return true
    }

    return unsafe readPart(depth: 1) ? place - source : nil
  }

  /// How many parts the operator at `place` joins; 0 for a scalar that is none.
  private static func partCount(_ place: UnsafePointer<UInt8>) -> Int {
    // The operators U+2FF0 to U+2FFF are E2 BF B0 to E2 BF BF.
    guard unsafe place[0] == 0xE2, unsafe place[1] == 0xBF, unsafe place[2] >= 0xB0 else { return 0 }
    switch unsafe place[2] {
    case 0xB2, 0xB3: return 3
    case 0xBE, 0xBF: return 1
    default: return 2
    }
  }
}

/// The shape of scalars in UTF-8.
enum UTF8Scalar {
  /// The number of bytes of the scalar with the given first byte.
  @inline(__always)
  static func count(lead: UInt8) -> Int { lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

  /// Where the `count` scalars from `source` end.
  @inline(never)
  static func end(of count: Int, from source: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    var end = unsafe source
    for _ in 0..<count { unsafe end += self.count(lead: end.pointee) }
    return unsafe end
  }
}
