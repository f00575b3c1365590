import Testing
import TextDecoding
import TextOffsets

@Suite struct TextDecoderTests {
  @Test func decodesWhatPythonEncoded() throws {
    for sample in try EncodedText.all() {
      let encoding = try #require(TextEncoding(rawValue: sample.encoding))
      for given in [nil, encoding] {
        let page = try decode(sample.bytes, given)
        #expect(page.text == sample.text, "\(sample.testDescription)")
        #expect(page.hasByteOrderMark == sample.name.hasSuffix("marked"))
        #expect(page.replacements.isEmpty)
      }
    }
  }

  @Test func streamingEqualsTheWholeForEveryCut() throws {
    for sample in try EncodedText.all() where sample.length == "headline" {
      let encoding = try #require(TextEncoding(rawValue: sample.encoding))
      for cut in 0...sample.bytes.count {
        var stream = TextStreamDecoder(encoding)
        var text = try stream.decode(sample.bytes.span.extracting(first: cut))
        text += try stream.decode(sample.bytes.span.extracting(droppingFirst: cut))
        text += try stream.finish()
        #expect(text == sample.text)
        #expect(stream.byteCount == sample.bytes.count && stream.textCount == text.utf8.count)
      }
    }
  }

  /// Bytes, encoding, ranges of the invalid sequences, and the text with U+FFFD in their places.
  private static let damaged: [([UInt8], TextEncoding, [Range<Int>], String)] = [
    ([0x61, 0xFF, 0x62], .utf8, [1..<2], "a\u{FFFD}b"),
    ([0xE4, 0xB8, 0x61], .utf8, [0..<2], "\u{FFFD}a"),
    ([0x61, 0xE4, 0xB8], .utf8, [1..<3], "a\u{FFFD}"),
    ([0xED, 0xA0, 0x80], .utf8, [0..<1, 1..<2, 2..<3], "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ([0xD6, 0xD0, 0xFF, 0xCE, 0xC4], .gb18030, [2..<3], "中\u{FFFD}文"),
    ([0xD6, 0xD0, 0xCE], .gbk, [2..<3], "中\u{FFFD}"),
    ([0x81, 0x30, 0x20], .gb18030, [0..<1], "\u{FFFD}0 "),
    ([0xA4, 0xA4, 0xFF, 0xA4, 0xE5], .big5HKSCS, [2..<3], "中\u{FFFD}文"),
    ([0x2D, 0x4E, 0x00, 0xD8, 0x87, 0x65], .utf16LittleEndian, [2..<4], "中\u{FFFD}文"),
    ([0x4E, 0x2D, 0x65], .utf16BigEndian, [2..<3], "中\u{FFFD}"),
  ]

  @Test(arguments: damaged.indices) func invalidSequences(index: Int) throws {
    let (bytes, encoding, ranges, text) = Self.damaged[index]
    let error = #expect(throws: TextDecodingError.self) { try decode(bytes, encoding) }
    #expect(error?.code == .invalidSequence && error?.encoding == encoding)
    #expect(error?.range.offsets == ranges[0])
    let page = try decode(bytes, encoding, policy: .replace)
    #expect(page.text == text)
    #expect(page.replacements.map(\.source.offsets) == ranges)
    for replacement in page.replacements { #expect(page.text[replacement.target] == "\u{FFFD}") }
    // The same byte by byte, where sequences begin in one chunk and end in another.
    var stream = TextStreamDecoder(encoding, policy: .replace)
    var streamed = ""
    for byte in bytes { streamed += try stream.decode([byte].span) }
    streamed += try stream.finish()
    #expect(streamed == text)
    #expect(stream.replacementCount == ranges.count)
  }

  /// ICU's idea of an invalid sequence is the standard library's, so both ways to read UTF-8 agree.
  @Test func invalidUTF8IsRepairedAsByTheStandardLibrary() throws {
    var generator = SystemRandomNumberGenerator()
    let parts: [UInt8] = [0x41, 0x80, 0xBF, 0xC2, 0xE0, 0xA0, 0xE4, 0xED, 0x9F, 0xF0, 0x90, 0xF4, 0x8F, 0xFF]
    for _ in 0..<2000 {
      let bytes = (0..<12).map { _ in parts.randomElement(using: &generator) ?? 0 }
      let page = try decode(bytes, .utf8, policy: .replace)
      #expect(page.text == String(decoding: bytes, as: UTF8.self), "\(bytes)")
    }
  }

  @Test func everyPairOfBytesDecodesOrIsReported() throws {
    for encoding in TextEncoding.allCases {
      for lead in UInt8.min...UInt8.max {
        let bytes: [UInt8] = (UInt8.min...UInt8.max).flatMap { [lead, $0, 0x0A, 0x0A] as [UInt8] }
        let page = try decode(bytes, encoding, policy: .replace)
        #expect(page.text.unicodeScalars.filter { $0 == "\u{FFFD}" }.count >= page.replacements.count)
        for (one, next) in zip(page.replacements, page.replacements.dropFirst()) {
          #expect(one.source.end <= next.source.start && one.target.end <= next.target.start)
        }
      }
    }
  }

  @Test func noiseIsRefused() {
    let noise: [UInt8] = (0..<2000).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 2_654_435_761 >> 7) }
    let error = #expect(throws: TextDecodingError.self) { try decode(noise) }
    #expect(error?.code == .unknownEncoding)
  }

  @Test func theMarkTellsTheOrderOfUTF16() throws {
    #expect(try decode([0xFE, 0xFF, 0x4E, 0x2D], TextEncoding(label: "UTF-16")).text == "中")
    #expect(try decode([0xFF, 0xFE, 0x2D, 0x4E], TextEncoding(label: "UTF-16")).text == "中")
    // Only the first mark is one.
    #expect(try decode(Array("\u{FEFF}\u{FEFF}a".utf8)).text == "\u{FEFF}a")
  }

  @Test(arguments: [
    ("GB2312", TextEncoding.gb2312), ("x-gbk", .gbk), ("cp936", .gbk), (" GB18030 ", .gb18030), ("Big5", .big5),
    ("BIG5_HKSCS", .big5HKSCS), ("utf8", .utf8), ("UTF-16BE", .utf16BigEndian), ("utf-16", .utf16LittleEndian),
  ])
  func labels(label: String, encoding: TextEncoding) {
    #expect(TextEncoding(label: label) == encoding)
    #expect(TextEncoding(label: encoding.rawValue) == encoding)
  }

  @Test func unknownLabels() {
    for label in ["", "latin1", "shift_jis", "gb", "utf-32"] { #expect(TextEncoding(label: label) == nil) }
  }
}
