import Testing
import TextDecoding

@Suite struct EncodingDetectorTests {
  /// Every text in every encoding that holds it must be recognised, headlines of four characters included. What differs is
  /// printed as the table of confusions.
  @Test func confusionMatrix() throws {
    var confusions: [String: Int] = [:]
    var count = 0
    for sample in try EncodedText.all() {
      let detection = detect(sample.bytes)
      count += 1
      if detection?.encoding.rawValue != sample.encoding {
        confusions[
          "\(sample.length): \(sample.name) as \(detection?.encoding.rawValue ?? "nothing"): \(sample.text)", default: 0
        ] += 1
      }
    }
    #expect(count > 200)
    #expect(
      confusions.isEmpty,
      "\(confusions.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: "\n"))")
  }

  @Test func evidenceAndConfidence() throws {
    let gbk = try #require(detect([0xD6, 0xD0, 0xB9, 0xFA, 0xD0, 0xC5, 0xCF, 0xA2]))
    #expect(gbk.encoding == .gb2312)
    #expect(gbk.evidence == .statistics)
    #expect(gbk.confidence > 0.5 && gbk.confidence < 1)
    let utf8 = try #require(detect(Array("中文".utf8)))
    #expect((utf8.encoding, utf8.evidence, utf8.confidence) == (.utf8, .validUTF8, 1))
    let marked = try #require(detect([0xFE, 0xFF, 0x4E, 0x2D]))
    #expect((marked.encoding, marked.evidence) == (.utf16BigEndian, .byteOrderMark))
    #expect(detect([UInt8]())?.encoding == .utf8)
  }

  @Test(arguments: [
    "<meta charset=\"gb2312\">", "<META http-equiv='Content-Type' content='text/html; charset=GBK'>",
    "<meta name=\"a\"><meta charset=big5 >", "<?xml version=\"1.0\" encoding='utf-8'?>",
  ])
  func declaredLabel(html: String) throws {
    let label = try #require(detect(Array(html.utf8))?.declaredLabel)
    #expect(TextEncoding(label: label) != nil)
    #expect(html.lowercased().contains(label))
  }

  @Test(arguments: ["<meta charset>", "<meta charset=", "charset=gbk", "<meta name='x'> charset=gbk", "<", "<meta"])
  func noDeclaredLabel(html: String) {
    #expect(detect(Array(html.utf8))?.declaredLabel == nil)
  }

  /// A page that says Big5 and is GBK, one that says GBK and is UTF-8: the bytes are right.
  @Test func mislabelledPages() throws {
    for sample in try EncodedText.all() where sample.length == "paragraph" {
      guard ["gb2312", "big5", "utf-8"].contains(sample.name) else { continue }
      let lie = sample.name == "big5" ? "gb2312" : "big5"
      let page = Array("<meta charset=\"\(lie)\">".utf8) + sample.bytes
      let detection = try #require(detect(page))
      #expect(detection.encoding.rawValue == sample.encoding)
      #expect(detection.declaredLabel == lie)
      #expect(detection.evidence != .declaration)
    }
  }

  /// Two bytes are too few to tell; what the page says then decides.
  @Test func declarationDecidesShortTexts() throws {
    // 中 in Big5; 笢 in GBK.
    for (label, expected) in [("big5", TextEncoding.big5), ("gbk", .gb2312)] {
      let page = Array("<meta charset=\(label)>".utf8) + [0xA4, 0xA4]
      let detection = try #require(detect(page))
      #expect(detection.encoding == expected)
      #expect(detection.evidence == .declaration)
    }
  }

  @Test func damagedPagesAreStillRecognised() throws {
    for sample in try EncodedText.all() where sample.length == "page" && !sample.name.contains("16") {
      var bytes = sample.bytes
      bytes.insert(contentsOf: [0xFF, 0xFF], at: bytes.count / 2)
      let found = try #require(detect(bytes)?.encoding)
      // Broken pairs may make a smaller repertoire look larger.
      #expect(found.converterFamily == TextEncoding(rawValue: sample.encoding)?.converterFamily)
    }
  }

  @Test func otherScriptsInUTF8() {
    for text in ["Привет, мир", "café", "Ελλάδα", "nǐ hǎo", "naïve", "Übergröße"] {
      #expect(detect(Array(text.utf8))?.encoding == .utf8, "\(text)")
    }
  }

  @Test func noiseIsNoText() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<20 {
      let noise = (0..<4000).map { _ in UInt8.random(in: 0...255, using: &generator) }
      #expect(detect(noise) == nil)
    }
  }
}

extension TextEncoding {
  fileprivate var converterFamily: String {
    rawValue.hasPrefix("GB") ? "GB" : rawValue.hasPrefix("Big5") ? "Big5" : rawValue
  }
}
