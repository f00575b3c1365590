import TextDecoding
import TextOffsets

/// One input, decoded.
struct Document {
  /// The path as it was given, or `<stdin>`.
  let name: String
  let text: String
  /// The encoding that the text came in.
  let encoding: TextEncoding

  init(name: String, text: String, encoding: TextEncoding = .utf8) {
    self.name = name
    self.text = text
    self.encoding = encoding
  }

  /// The failure of what stands at `offset`.
  func failure(at offset: UTF8Offset, _ what: String, remedy: String) -> Failure {
    let position = LineTable(text).position(of: offset)
    return Failure(status: .badData, file: name, position: position, what: what, remedy: remedy)
  }
}

extension Document {
  /// Decodes `bytes` strictly.
  init(name: String, bytes: [UInt8], encoding: TextEncoding?) throws(Failure) {
    let page = try Self.decode(bytes, TextDecoder(encoding), name)
    self.init(name: name, text: page.text, encoding: page.encoding)
  }

  /// Decodes the bytes of the file `name`; the failure names the line and column of the first wrong byte.
  static func decode(_ bytes: [UInt8], _ decoder: TextDecoder, _ name: String) throws(Failure) -> DecodedText {
    do {
      return try decoder.decode(bytes.span)
    } catch {
      var position: LineTable.Position?
      if let encoding = error.encoding {
        // What stands before the first wrong byte is right, so it decodes.
        let before = try? TextDecoder(encoding, policy: .replace).decode(
          bytes.span.extracting(first: error.range.start))
        position = before.map { LineTable($0.text).position(of: $0.text.utf8.count) }
      }
      throw Failure(
        status: .badData, file: name, position: position, what: "\(error)",
        remedy: "name the right encoding, or replace what is damaged with 'zhtext decode --policy replace'")
    }
  }
}
