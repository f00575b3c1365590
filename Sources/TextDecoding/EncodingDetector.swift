/// Finds the encoding of a page's bytes.
///
/// In this order: a byte-order mark; valid UTF-8; else every candidate reads a sample, and the reading whose characters are
/// the most likely wins (`Likelihood`), where a declared encoding and ICU's detector (`ucsdet`) count as evidence worth a
/// few bits. So a declaration is checked, not believed, and decides where a text is too short to tell.
public enum EncodingDetector {
  /// Bytes of the page that the candidates read.
  private static let sampleCount = 1 << 16
  /// Bits a character that no text exceeds: those of Han characters beyond the frequent ones.
  private static let rarestText = 19
  /// Bits that a declaration is worth.
  private static let declarationBonus = 24

  /// The encoding of `bytes`; `nil` where none makes sense of them. Linear, and short: at most 64 KiB are decoded.
  public static func detect(_ bytes: Span<UInt8>) -> EncodingDetection? {
    let label = DeclaredLabel.find(in: bytes)
    if let marked = byteOrderMark(of: bytes) {
      return EncodingDetection(encoding: marked, confidence: 1, evidence: .byteOrderMark, declaredLabel: label)
    }
    if let text = try? UTF8Span(validating: bytes), isBeyondDoubt(text) {
      return EncodingDetection(encoding: .utf8, confidence: 1, evidence: .validUTF8, declaredLabel: label)
    }
    return weigh(bytes, label)
  }

  /// The encoding whose byte-order mark the bytes begin with.
  static func byteOrderMark(of bytes: Span<UInt8>) -> TextEncoding? {
    TextEncoding.allCases.first { encoding in
      let mark = encoding.byteOrderMark
      return !mark.isEmpty && bytes.count >= mark.count && mark.indices.allSatisfy { bytes[$0] == mark[$0] }
    }
  }

  /// Whether valid UTF-8 can be nothing else: all ASCII without NUL (which UTF-16 has many of), or with a character of three
  /// bytes or more. Two-byte sequences alone may be GBK by chance, as the two characters 联通 famously are.
  static func isBeyondDoubt(_ text: borrowing UTF8Span) -> Bool {
    let bytes = text.span
    var isASCII = true
    for index in bytes.indices {
      if bytes[index] == 0 { return false }
      if bytes[index] >= 0xE0 { return true }
      if bytes[index] >= 0x80 { isASCII = false }
    }
    return isASCII
  }
}

extension EncodingDetector {
  /// A candidate's reading of the sample.
  private struct Reading {
    let encoding: TextEncoding
    /// The bits it costs; fewer are better.
    let cost: Int
    let invalidCount: Int
    let characterCount: Int
  }

  private static func weigh(_ bytes: Span<UInt8>, _ label: String?) -> EncodingDetection? {
    let sample = bytes.extracting(droppingFirst: startOfDoubt(in: bytes)).extracting(first: sampleCount)
    let isWhole = sample.count < sampleCount
    let declared = label.flatMap { TextEncoding(label: $0)?.family }
    let matches = CharsetMatch.all(for: sample)
    let readings = [TextEncoding.utf8, .gb18030, .big5, .big5HKSCS, .utf16LittleEndian, .utf16BigEndian].map {
      read(sample, isWhole: isWhole, as: $0, discount: discount(of: $0, declared, matches))
    }.sorted { $0.cost < $1.cost }
    let best = readings[0]
    // A page may be damaged here and there; what is damaged throughout, or rare throughout, is no text.
    guard best.invalidCount * 8 <= best.characterCount, best.cost < rarestText * (best.characterCount + 8) else {
      return nil
    }
    let rival = readings.first { $0.encoding.family != best.encoding.family }
    let margin = (rival?.cost ?? best.cost) - best.cost
    return EncodingDetection(
      encoding: best.encoding == .gb18030 ? smallestGB(of: bytes) : best.encoding,
      confidence: 1 - Double(sign: .plus, exponent: -margin / 8, significand: 1),
      evidence: best.encoding.family == declared ? .declaration : .statistics, declaredLabel: label)
  }

  /// Where doubt begins: at the first byte that is not ASCII, moved to an even place, since UTF-16 has units of two.
  private static func startOfDoubt(in bytes: Span<UInt8>) -> Int {
    (bytes.indices.first { bytes[$0] >= 0x80 || bytes[$0] == 0 } ?? 0) & ~1
  }

  private static func read(
    _ sample: Span<UInt8>, isWhole: Bool, as encoding: TextEncoding, discount: Int
  ) -> Reading {
    var stream = TextStreamDecoder(encoding, policy: .replace)
    var text: [UInt8] = []
    // With the policy to replace, nothing throws.
    try? stream.decode(sample, isLast: isWhole, into: &text) { _ in }
    let string = String(decoding: text, as: UTF8.self)
    let cost = Likelihood.shared.cost(of: string) + stream.replacementCount * Likelihood.invalidSequence
    return Reading(
      encoding: encoding, cost: cost - discount, invalidCount: stream.replacementCount,
      characterCount: string.unicodeScalars.count)
  }

  /// The bits of evidence that speak for `encoding` before a byte is read.
  private static func discount(of encoding: TextEncoding, _ declared: TextEncoding?, _ matches: [CharsetMatch]) -> Int {
    var bits = encoding.family == declared ? declarationBonus : 0
    if let match = matches.first(where: { $0.encoding == encoding.family }) { bits += match.confidence / 10 }
    switch encoding {
    case .utf8: bits += 12
    case .utf16LittleEndian, .utf16BigEndian: bits -= 12
    case .big5HKSCS: bits -= 2
    case .gb2312, .gbk, .gb18030, .big5: break
    }
    return bits
  }

  /// The smallest of the three Chinese standards that has all pairs and quadruples of `bytes`.
  private static func smallestGB(of bytes: Span<UInt8>) -> TextEncoding {
    var smallest = TextEncoding.gb2312
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      index += 1
      guard lead >= 0x80, index < bytes.count else { continue }
      let trail = bytes[index]
      if (0x30...0x39).contains(trail) { return .gb18030 }
      if trail >= 0x40 { index += 1 }
      // GB 2312 has the rows 1 to 9 and 16 to 87.
      let isInRows = (0xA1...0xA9).contains(lead) || (0xB0...0xF7).contains(lead)
      if !isInRows || trail < 0xA1 { smallest = .gbk }
    }
    return smallest
  }
}

extension TextEncoding {
  /// The encoding that stands for all that differ from it in repertoire only.
  fileprivate var family: TextEncoding {
    switch self {
    case .gb2312, .gbk: .gb18030
    case .big5HKSCS: .big5
    case .utf8, .utf16LittleEndian, .utf16BigEndian, .gb18030, .big5: self
    }
  }
}
