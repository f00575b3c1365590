internal import TextOffsets

extension String {
  /// The bytes in `range`, followed by one NUL.
  func bytes(in range: UTF8Range, _ limits: FrontMatter.Limits) throws(SyntaxFailure) -> [UInt8] {
    if range.count > limits.bytes { throw SyntaxFailure(.tooLarge, 0..<min(range.count, 1)) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count + 1)
    // Copied at once, which the sequence's own copy is not. Sound: `range` lies in the text, and the buffer does not leave.
    let isCopied: Void? = unsafe utf8.withContiguousStorageIfAvailable {
      unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range.offsets]))
    }
    if isCopied == nil { bytes.append(contentsOf: self[range].utf8) }
    bytes.append(.endOfBlock)
    return bytes
  }
}

extension String {
  /// The line and column of an offset, from the text up to there.
  func position(of offset: UTF8Offset) -> LineTable.Position {
    var line = 1
    var column = 1
    let bytes = utf8.span
    for index in 0..<offset {
      let byte = bytes[index]
      let isLoneReturn = byte == .carriageReturn && (index + 1 == bytes.count || bytes[index + 1] != .lineFeed)
      if byte == .lineFeed || isLoneReturn {
        line += 1
        column = 1
      } else if byte & 0b1100_0000 != 0b1000_0000 {
        column += 1
      }
    }
    return LineTable.Position(line: line, column: column)
  }
}

extension [UInt8] {
  /// Refuses NUL and the other control characters of ASCII, which none of the syntaxes allows, in a content that ends with
  /// one NUL.
  func refuseControlCharacters() throws(SyntaxFailure) {
    // Gathered without a branch, so that the compiler does it sixteen bytes at a time.
    var found: UInt8 = 0
    for byte in dropLast() { found |= byte.isControl ? 1 : 0 }
    guard found != 0, let offset = firstIndex(where: \.isControl) else { return }
    throw SyntaxFailure(.controlCharacter, at: offset)
  }
}

extension UInt8 {
  fileprivate var isControl: Bool { self < .space && self != .tab && self != .lineFeed && self != .carriageReturn }
}
