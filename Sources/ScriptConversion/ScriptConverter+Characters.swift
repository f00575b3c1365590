extension ScriptConverter {
  /// The text with each character of three bytes converted by itself, without regard to words, where that keeps its
  /// three bytes: offsets in the result are offsets in `text`. Linear.
  public func convertCharacters(_ text: String) -> String {
    let table = table
    return unsafe text.utf8.span.withUnsafeBufferPointer { bytes in
      // Sound because scalars are replaced by such of as many bytes, so that what was valid UTF-8 still is.
      unsafe String(unsafeUninitializedCapacity: bytes.count) { output in
        _ = unsafe output.initialize(from: bytes)
        var place = 0
        while place < bytes.count {
          let lead = unsafe bytes[place]
          // U+3400 to U+9FFF are E3 90 80 to E9 BF BF.
          if 0xE3...0xE9 ~= lead, unsafe lead > 0xE3 || bytes[place + 1] >= 0x90 {
            let entry = unsafe table.entryOfThreeBytes(bytes.baseAddress! + place, UInt32(lead))
            if entry.isThreeBytes {
              for index in 0..<3 {
                unsafe output[place + index] = UInt8(truncatingIfNeeded: entry.value >> (8 * UInt32(index)))
              }
            }
          }
          place += UTF8Scalar.count(lead: lead)
        }
        return bytes.count
      }
    }
  }

  /// What a scalar of three bytes of UTF-8 becomes by itself, where that is one of three bytes too; else itself.
  func single(_ scalar: UInt32) -> UInt32 {
    guard scalar < 0x10000 else { return scalar }
    let entry = table.entry(ofScalar: scalar)
    guard entry.isThreeBytes else { return scalar }
    let value = entry.value
    return (value & 0x0F) << 12 | (value >> 8 & 0x3F) << 6 | value >> 16 & 0x3F
  }

  func changes(_ scalar: UInt32) -> Bool { single(scalar) != scalar }
}
