/// The best path as one bit a unit: whether a token starts there.
///
/// In this form runs of single characters, whose words the lexicon does not know, are found 64 units at a time: a token is
/// one unit long where two neighbouring bits are set.
enum TokenBits {
  /// Follows the best words from the first unit on and sets the bit of each unit at which one starts, and that of the
  /// place behind the last unit.
  static func mark(_ workspace: borrowing Workspace, count: Int) {
    let lengths = unsafe workspace.lengths
    let bits = unsafe workspace.tokenBits
    var place = 0
    for word in 0...count / 64 {
      let end = min(count, 64 * word + 64)
      var starts: UInt64 = 0
      while place < end {
        starts |= 1 << UInt64(truncatingIfNeeded: place & 63)
        place &+= unsafe Int(lengths[place])
      }
      unsafe bits[word] = starts
    }
    unsafe bits[count / 64] |= 1 << UInt64(count % 64)
    unsafe bits[count / 64 + 1] = 0
  }

  /// The bits of 64 units: whether a token of one unit is there.
  @inline(__always)
  static func singles(_ bits: UnsafePointer<UInt64>, _ word: Int) -> UInt64 {
    unsafe bits[word] & (bits[word] >> 1 | bits[word + 1] << 63)
  }

  /// Adds the ends of all tokens of the chunk to the result.
  static func emit(_ workspace: inout Workspace, count: Int) {
    workspace.reserveTokens(count + 8)
    let bits = unsafe workspace.tokenBits
    // A token ends where the next one starts; the bit of the chunk's first token says nothing.
    let starts = unsafe workspace.starts
    let ends = unsafe workspace.ends
    var written = workspace.tokenCount
    for word in 0...count / 64 {
      var rest = unsafe bits[word]
      if word == 0 { rest &= ~1 }
      let base = unsafe starts + 64 * word
      let tokens = rest.nonzeroBitCount
      // Four at a time, without looking whether there are as many: what is written too much is overwritten.
      var done = 0
      while done < tokens {
        for _ in 0..<4 {
          unsafe ends[written &+ done] = unsafe base[rest.trailingZeroBitCount & 63]
          rest &= rest &- 1
          done &+= 1
        }
      }
      written &+= tokens
    }
    workspace.tokenCount = written
  }
}
