import FixtureSupport
import Foundation
import Testing
import TextDecoding

/// A text of our own in the bytes of one encoding, as Python encodes it (`Scripts/encode-fixtures.py`).
struct EncodedText: Decodable, Sendable, CustomTestStringConvertible {
  let name: String
  let encoding: String
  let length: String
  let text: String
  private let base64: Data

  var bytes: [UInt8] { [UInt8](base64) }
  var testDescription: String { "\(name) \(length): \(text.prefix(8))" }

  enum CodingKeys: String, CodingKey {
    case name, encoding, length, text
    case base64 = "bytes"
  }

  static func all() throws -> [EncodedText] { try Fixture.lines("decoding/encoded.jsonl") }
}

// The testing macros take no spans apart, so these take arrays.

func detect(_ bytes: [UInt8]) -> EncodingDetection? { EncodingDetector.detect(bytes.span) }

func decode(
  _ bytes: [UInt8], _ encoding: TextEncoding? = nil, policy: InvalidSequencePolicy = .strict
) throws -> DecodedText {
  try TextDecoder(encoding, policy: policy).decode(bytes.span)
}
