extension Span where Element == UInt8 {
  /// The next LF at or after `start`, or `end`: eight bytes at a time.
  func lineFeed(from start: Int, to end: Int) -> Int {
    var offset = start
    while offset + 8 <= end {
      // Sound: `end` is at most `count`, so the eight bytes lie in the span; the load checks that, too.
      let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      // The lowest zero byte of the difference gets its highest bit set.
      let difference = UInt64(littleEndian: word) ^ 0x0A0A_0A0A_0A0A_0A0A
      let zeros = (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
      if zeros != 0 { return offset + zeros.trailingZeroBitCount / 8 }
      offset += 8
    }
    while offset < end && self[offset] != .lineFeed { offset += 1 }
    return offset
  }
}
