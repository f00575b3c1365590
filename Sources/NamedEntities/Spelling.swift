/// How a found name is written in the text, for the checks that folding leaves open: where separators stand, and case.
struct Spelling {
  /// The characters without separators, width folded and nothing else.
  private var characters: [Unicode.Scalar] = []
  /// Bit *i* is set where a separator stands before character *i*.
  private var breaks: UInt64 = 0

  /// Whether no separator is written, so that only case is left to check.
  var isPlain: Bool { breaks == 0 }

  /// The spelling of a range of the text.
  init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var offset = range.lowerBound
    while offset < range.upperBound, let scalar = unsafe NameBoundary.scalar(at: offset, in: text) {
      if !scalar.isNameSeparator {
        characters.append(scalar)
      } else if characters.count < 64 {
        breaks |= 1 << UInt64(characters.count)
      }
      offset += UTF8.width(scalar)
    }
  }

  /// Whether `name` may be written so: separators only where the name takes them, and each letter in its case where
  /// the name demands it.
  func isOf(name: String, caseSensitive: Bool) -> Bool {
    guard breaks & ~NameKey(name).breaks == 0 else { return false }
    guard caseSensitive else { return true }
    return zip(characters, name.unicodeScalars.lazy.filter { !$0.isNameSeparator }).allSatisfy { written, demanded in
      !demanded.properties.isCased || written.halfWidth == demanded.halfWidth
    }
  }
}

extension Unicode.Scalar {
  /// The half-width form of a full-width letter, digit or mark; otherwise the character itself.
  fileprivate var halfWidth: Unicode.Scalar {
    (0xFF01...0xFF5E).contains(value) ? Unicode.Scalar(value - 0xFEE0) ?? self : self
  }
}

extension EntityDictionary {
  /// Whether the name of `record` may be written as `spelling`.
  func isName(_ record: AliasRecord, spelledAs spelling: Spelling) -> Bool {
    if spelling.isPlain, !record.isCaseSensitive { return true }
    guard let name = entity(at: Int(record.entity)).name(Int(record.number)) else { return false }
    return spelling.isOf(name: name, caseSensitive: record.isCaseSensitive)
  }
}

extension Entity {
  /// The canonical name for 0, then the aliases; `nil` beyond them, which a record of a damaged dictionary may say.
  func name(_ number: Int) -> String? {
    if number == 0 { return name }
    return number <= aliases.count ? aliases[number - 1].text : nil
  }
}
