extension LexiconCompiler {
  /// A part of a word in the tech profile, before it has a number.
  package enum Piece: Hashable {
    /// A Han character or a mark.
    case character(UInt32)
    /// A Latin compound or a number, folded.
    case latin([UInt8])
  }

  /// The parts into which the tech profile reads a word.
  package static func techPieces(of word: String) -> [Piece] {
    let bytes = Array(word.utf8)
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      var pieces: [Piece] = []
      var place = 0
      while place < bytes.count {
        let base = bytes.baseAddress!
        var end = place
        if unsafe bytes[place] < 0xe0 { end = unsafe LatinCompounds.end(base, place, bytes.count) }
        if end > place {
          end = unsafe NumberUnits.end(base, place, end, bytes.count)
          pieces.append(.latin(unsafe bytes[place..<end].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }))
        } else {
          let lead = unsafe bytes[place]
          end = place + (lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4)
          let scalar = unsafe String(decoding: bytes[place..<end], as: UTF8.self).unicodeScalars.first!
          pieces.append(.character(scalar.value))
        }
        place = end
      }
      return pieces
    }
  }

  /// The unit of a character of a word in jieba's profile; `nil` for one that jieba never counts as part of words.
  package func jiebaUnit(_ scalar: Unicode.Scalar) -> UInt16? {
    if scalar.value < 0x80, ASCIIClass.isBlock(UInt8(scalar.value)) { return ASCIIClass.unit(UInt8(scalar.value)) }
    guard scalar.value < 0x10000 else { return nil }
    let unit = jiebaUnits[Int(scalar.value)]
    return unit == UnitID.separator ? nil : unit
  }
}
