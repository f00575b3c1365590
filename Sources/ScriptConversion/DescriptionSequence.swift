/// Ideographic description sequences: an operator and the parts it joins, each a scalar or a sequence itself.
///
/// They describe a character and are no text to convert; OpenCC copies complete ones.
enum DescriptionSequence {
  private static let depthLimit = 16
  private static let scalarLimit = 64

  /// The number of bytes of the sequence that starts at `start`; `nil` where the text up to `end` holds no whole one.
  static func count(_ text: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int? {
    var place = start
    var scalars = 0

    func readPart(depth: Int) -> Bool {
      guard place < end, scalars < scalarLimit, depth <= depthLimit else { return false }
      let parts = unsafe partCount(text, at: place, end)
      place += unsafe UTF8Scalar.count(lead: text[place])
      scalars += 1
      for _ in 0..<parts { guard readPart(depth: depth + 1) else { return false } }
      return true
    }

    return readPart(depth: 1) ? place - start : nil
  }

  /// How many parts the operator at `place` joins; 0 for a scalar that is none.
  private static func partCount(_ text: UnsafePointer<UInt8>, at place: Int, _ end: Int) -> Int {
    // The operators U+2FF0 to U+2FFF are E2 BF B0 to E2 BF BF.
    guard unsafe text[place] == 0xE2, unsafe text[place + 1] == 0xBF, unsafe text[place + 2] >= 0xB0 else { return 0 }
    switch unsafe text[place + 2] {
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
}
