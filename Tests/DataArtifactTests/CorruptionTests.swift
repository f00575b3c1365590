import FixtureSupport
import Foundation
import NamedEntities
import ScriptConversion
import Testing
import TextOffsets
import WordTokenization

@testable import DataArtifact

/// Damaged artifacts are refused, or answer with what they hold: nothing traps, and nothing is read outside of them.
///
/// `ZHTEXT_CORRUPTIONS=100000` in a release build is the whole run, best with AddressSanitizer; CI does a small part.
@Suite struct CorruptionTests {
  static let count: Int = {
    #if DEBUG
      let usual = 60
    #else
      let usual = 3000
    #endif
    return ProcessInfo.processInfo.environment["ZHTEXT_CORRUPTIONS"].flatMap(Int.init) ?? usual
  }()

  private static let text = "中关村论坛上，智谱CEO张鹏说：“人工智能GPT-4o的里程碑！”後來，臺灣的軟體公司發展了3.5倍。https://a.cn/b 𠮷野家👍"

  @Test func entities() throws {
    try corrupt("CTechEntities/data/entities.artifact", checksums: true) { bytes in
      let dictionary = try EntityDictionary(compiled: bytes)
      let recognition = EntityRecognizer(dictionary).recognize(in: Self.text)
      for mention in recognition.mentions { #expect(Self.text.utf8Range.contains(mention.range)) }
      for name in ["智谱", "OpenAI", "中"] { _ = dictionary.entities(named: name) }
    }
  }

  @Test func conversion() throws {
    try corrupt("CScriptConversionTables/data/conversion.artifact", checksums: true, share: 50) { bytes in
      let artifact = try DataArtifact(copying: bytes, kind: .init(letters: "SCNV"), formatVersion: 1)
      let tables = try ConversionTables(artifact)
      for configuration in [ConversionConfiguration.s2twp, .tw2sp, .t2s] {
        _ = ScriptConverter(configuration, tables: tables).rewriting(Self.text)
      }
    }
  }

  @Test func lexicon() throws {
    try corrupt("CCoreLexicon/data/lexicon.artifact", checksums: true, share: 50) { bytes in
      let lexicon = try Lexicon(checking: bytes)
      for profile in [WordTokenizer.Profile.tech, .jieba] {
        _ = WordTokenizer(lexicon: lexicon, profile: profile).tokens(in: Self.text)
      }
    }
  }

  /// Without a new checksum, each change of the content is noticed before anything else of it is read. The checksum does not
  /// cover the header, whose data version is only reported.
  @Test func checksumsNoticeEveryChange() throws {
    var refused = 0
    let tried = try corrupt("CTechEntities/data/entities.artifact", checksums: false, from: 64) { bytes in
      do { _ = try EntityDictionary(compiled: bytes) } catch { refused += 1 }
    }
    #expect(refused == tried)
  }

  /// Damages the artifact again and again, and hands each result to `use`, whose errors are as good as answers.
  ///
  /// - Parameters:
  ///   - checksums: Whether the checksum is made to agree, as an attacker would, so that deeper checks are needed.
  ///   - first: The first byte that may change; the magic number before byte 8 is not worth the time.
  ///   - share: One of how many corruptions is done: each costs milliseconds where the artifact is large.
  @discardableResult
  private func corrupt(
    _ path: String, checksums: Bool, share: Int = 1, from first: Int = 8, _ use: ([UInt8]) throws -> Void
  ) throws -> Int {
    let original = try [UInt8](Data(contentsOf: Fixture.url("../Sources/" + path)))
    var bytes = original
    var generator = SplitMix(state: 7)
    let count = max(20, Self.count / share)
    for round in 0..<count {
      var changed: [Int] = []
      // A third in the header and the table of sections, which hold every offset and length.
      let reach = round % 3 == 0 ? 320 : bytes.count
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: first..<reach, using: &generator)
        bytes[place] = round % 2 == 0 ? UInt8.random(in: 0...255, using: &generator) : bytes[place] ^ 1 << (round & 7)
        changed.append(place)
      }
      let isChanged = changed.contains { bytes[$0] != original[$0] }
      var damaged = round % 17 == 16 ? Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &generator))) : bytes
      if !isChanged { damaged.append(0) }
      if checksums, damaged.count >= 64 { renewChecksum(of: &damaged) }
      try? use(damaged)
      for place in changed { bytes[place] = original[place] }
    }
    return count
  }

  /// Writes the checksum that the content has.
  private func renewChecksum(of bytes: inout [UInt8]) {
    // Sound: the bytes are read during the call alone.
    let checksum = unsafe bytes.withUnsafeBytes { unsafe Checksum.fnv1a(UnsafeRawBufferPointer(rebasing: $0[64...])) }
    for index in 0..<8 { bytes[32 + index] = UInt8(truncatingIfNeeded: checksum >> (8 * index)) }
  }
}

/// A small generator of fixed numbers, so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
