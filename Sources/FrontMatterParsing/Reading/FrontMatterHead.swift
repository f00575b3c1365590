public import TextOffsets

extension FrontMatter {
  /// The head of a page that is read piece by piece: no more of it than up to the end of the block.
  ///
  /// A page of a gigabyte costs the same as a small one. The bytes have to be UTF-8 up to the end of the block; what follows
  /// is not looked at.
  public struct Head: Sendable {
    /// The block; `nil` where the page has none. Its ``FrontMatter/bodyRange`` is empty, at the first byte of the body.
    public let frontMatter: FrontMatter?
    /// Everything that was read: the block, and what came with it of the body.
    public let bytes: [UInt8]

    /// The offset of the body's first byte; 0 where there is no block.
    public var bodyStart: UTF8Offset { frontMatter?.bodyRange.start ?? 0 }

    /// Reads the head from chunks, of any size.
    ///
    /// - Parameters:
    ///   - limits: how much the block may ask for.
    ///   - next: gives the next chunk, and `nil` or an empty one at the end.
    /// - Throws: ``FrontMatterError``, or what `next` throws.
    public init(limits: Limits = Limits(), chunks next: () throws -> [UInt8]?) throws {
      var bytes: [UInt8] = []
      var searched = 0
      var isAtEnd = false
      while true {
        if let chunk = try next(), !chunk.isEmpty { bytes += chunk } else { isAtEnd = true }
        // Searching again only when twice as much is there keeps the work linear, whatever the size of the chunks.
        guard isAtEnd || bytes.count >= max(2 * searched, 256) else { continue }
        searched = bytes.count
        switch BlockSearch.run(bytes.span, from: 0, to: bytes.count) {
        case .found(let block):
          // A closing fence that ends where the bytes end may be the start of a longer line.
          if block.range.end == bytes.count && !isAtEnd && bytes.last != .lineFeed { continue }
          frontMatter = try Self.read(bytes[..<block.range.end], limits)
        case .none:
          if !isAtEnd && Self.isUndecided(bytes) { continue }
          frontMatter = nil
        case .unclosed:
          let isTooLarge = bytes.count > limits.bytes + 1024
          if !isAtEnd && !isTooLarge { continue }
          frontMatter = try isTooLarge ? Self.refuseLarge(bytes, limits) : Self.read(bytes[...], limits)
        case .executable:
          frontMatter = try Self.read(bytes[...], limits)
        }
        self.bytes = bytes
        return
      }
    }

    /// Whether the first line that is not blank is not complete yet.
    private static func isUndecided(_ bytes: [UInt8]) -> Bool {
      let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
      guard let first = text.firstIndex(where: { !$0.isWhite }) else { return bytes.count < 4096 }
      switch bytes[first] {
      case .hyphen, .plus, .semicolon, 0xEF: return !bytes[first...].contains(.lineFeed) && bytes.count < 4096
      default: return false
      }
    }
  }
}

extension FrontMatter.Head {
  /// Reads the block of bytes that end with it, or with the page.
  private static func read(
    _ bytes: ArraySlice<UInt8>, _ limits: FrontMatter.Limits
  ) throws(FrontMatterError) -> FrontMatter? {
    if let invalid = bytes.invalidUTF8 {
      let before = String(decoding: bytes[..<invalid.lowerBound], as: UTF8.self)
      throw FrontMatterError(
        code: .invalidUTF8, range: UTF8Range(invalid), position: before.position(of: before.utf8.count))
    }
    return try FrontMatter(in: String(decoding: bytes, as: UTF8.self), limits: limits)
  }

  /// Refuses what was read so far if it looks like a block that goes on; otherwise there is none.
  private static func refuseLarge(
    _ bytes: [UInt8], _ limits: FrontMatter.Limits
  ) throws(FrontMatterError) -> FrontMatter? {
    // The last scalar may be cut.
    let text = String(decoding: bytes[...(bytes.lastIndex(of: .lineFeed) ?? bytes.count - 1)], as: UTF8.self)
    do throws(FrontMatterError) {
      return try FrontMatter(in: text, limits: limits)
    } catch {
      if error.code != .unclosedBlock { throw error }
      throw FrontMatterError(code: .tooLarge, range: error.range, position: error.position)
    }
  }
}

extension ArraySlice<UInt8> {
  /// The first bytes that are not UTF-8.
  fileprivate var invalidUTF8: Range<Int>? {
    do {
      _ = try UTF8Span(validating: span)
      return nil
    } catch {
      return startIndex + error.byteOffsets.lowerBound..<startIndex + error.byteOffsets.upperBound
    }
  }
}

extension FrontMatterError {
  fileprivate init(code: Code, range: UTF8Range, position: LineTable.Position) {
    self.code = code
    self.range = range
    self.position = position
    fix = nil
  }
}
