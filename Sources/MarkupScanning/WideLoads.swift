/// Eight bytes at a time: the one file of this module that reads memory without the standard library's check.
extension Bytes {
  /// The eight bytes from `index` on as one number, the first in its lowest byte.
  @safe @inline(__always)
  private func word(at index: Int) -> UInt64 {
    // Sound because the range lies in the span, which is checked here, and any eight bytes are a number.
    precondition(index >= 0 && index + 8 <= count)
    return unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// The offset of the first LF or CR from `index` on, or `end`.
  @inline(__always)
  func lineEnd(from index: Int, before end: Int) -> Int {
    var index = index
    while index + 8 <= end {
      let word = word(at: index)
      if word & .highBits == .highBits {
        index += 8
        continue
      }
      let ends = (word ^ .lineFeeds).zeroBytes | (word ^ .carriageReturns).zeroBytes
      // The lowest of the marked bytes is marked rightly; only bytes above it may be marked by a carry.
      if ends != 0 { return index + ends.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < end {
      let byte = self[index]
      if byte == "\n" || byte == "\r" { return index }
      index += 1
    }
    return end
  }

  /// The offset of the first byte from `index` on that can begin or end an inline, or `end`. Han text is passed by eights.
  @inline(__always)
  func nextMark(from index: Int, before end: Int) -> Int {
    precondition(index >= 0 && end <= count)
    var index = index
    while index < end {
      while index + 8 <= end, word(at: index) & .highBits == .highBits { index += 8 }
      let limit = Swift.min(index + 8, end)
      while index < limit {
        // Sound because `limit` is no more than `end`, which was compared with the count before.
        if unsafe self[unchecked: index].isInlineMark { return index }
        index += 1
      }
    }
    return end
  }
}

extension UInt64 {
  fileprivate static let highBits: UInt64 = 0x8080_8080_8080_8080
  fileprivate static let lineFeeds: UInt64 = 0x0A0A_0A0A_0A0A_0A0A
  fileprivate static let carriageReturns: UInt64 = 0x0D0D_0D0D_0D0D_0D0D

  /// The highest bit of each byte that is 0, and perhaps of bytes above the first of them.
  @inline(__always)
  fileprivate var zeroBytes: UInt64 { (self &- 0x0101_0101_0101_0101) & ~self & .highBits }
}

extension UInt8 {
  /// Whether the byte is one of ``\ ` * _ ~ < [ ] { : @ w``.
  @inline(__always)
  fileprivate var isInlineMark: Bool {
    let low: UInt64 = 1 << 0x2A | 1 << 0x3A | 1 << 0x3C
    let high: UInt64 =
      1 << 0x00 | 1 << 0x1B | 1 << 0x1C | 1 << 0x1D | 1 << 0x1F | 1 << 0x20 | 1 << 0x37 | 1 << 0x3B
      | 1 << 0x3E
    return self < 0x80 && (self < 0x40 ? low : high) >> UInt64(self & 0x3F) & 1 == 1
  }
}
