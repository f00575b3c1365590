/// One JSON object (RFC 8259), checked and split into its members, each still spelled as it came.
///
/// A stream's other fields must come out as they went in: `1.10`, `1e400`, a repeated key, an unpaired `\ud800`, the order.
/// Parsers that build values lose some of that, so this one only finds where each member stands.
struct JSONObject {
  struct Member {
    /// The key with its escapes resolved; `nil` where they spell no text.
    let key: String?
    /// The quoted key.
    let keyBytes: Range<Int>
    let valueBytes: Range<Int>
  }

  let members: [Member]
  private let bytes: [UInt8]

  /// Reads the object that `bytes[range]`, which must be valid UTF-8, holds.
  init(_ bytes: [UInt8], in range: Range<Int>) throws(JSONError) {
    self.bytes = bytes
    var scanner = JSONScanner(bytes, in: range)
    members = try scanner.document()
  }

  subscript(_ range: Range<Int>) -> ArraySlice<UInt8> { bytes[range] }

  /// The text that the string value of the last member `key` spells; an error where there is none.
  func string(_ key: String) throws(JSONError) -> String {
    guard let member = members.last(where: { $0.key == key }) else {
      throw JSONError(what: "the object has no \"\(key)\"", offset: 0)
    }
    guard bytes[member.valueBytes.lowerBound] == UInt8(ascii: "\"") else {
      throw JSONError(what: "\"\(key)\" is no string", offset: member.valueBytes.lowerBound)
    }
    guard let text = JSONScanner.text(spelledBy: bytes[member.valueBytes]) else {
      throw JSONError(what: "\"\(key)\" holds an unpaired surrogate", offset: member.valueBytes.lowerBound)
    }
    return text
  }
}

/// Why a line is not the JSON that was expected.
struct JSONError: Error {
  let what: String
  /// The place, in bytes, in what was read.
  let offset: Int
}
