// When a text may stand without quotes.

extension YAMLWriter {
  /// Whether readers of YAML 1.1 and 1.2 take the bare `text` for the same text.
  static func isPlain(_ text: String, inFlow: Bool) -> Bool {
    guard isPlainKey(text, inFlow: inFlow) else { return false }
    let bytes = Array(text.utf8)
    guard CoreSchema.kind(of: bytes.span, 0..<bytes.count) == .string, FrontMatter.Timestamp(text) == nil else {
      return false
    }
    return !isTypedByOldReaders(bytes)
  }

  /// Whether the bare `text` is one scalar, whatever its type.
  static func isPlainKey(_ text: String, inFlow: Bool) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last, !first.isBlank, !last.isBlank, last != .colon else {
      return false
    }
    if text.unicodeScalars.contains(where: { EscapedText.needsEscape($0) }) { return false }
    switch first {
    case .hyphen, .question, .colon:
      guard bytes.count > 1, !bytes[1].isWhite, !bytes[1].isFlowIndicator else { return false }
      if bytes.starts(with: "---".utf8) { return false }
    case .comma, .leftBracket, .rightBracket, .leftBrace, .rightBrace, .hash, .ampersand, .asterisk, .exclamation,
      .verticalBar, .greater, .singleQuote, .doubleQuote, .percent, UInt8(ascii: "@"), UInt8(ascii: "`"), .equals:
      return false
    case .dot where bytes.starts(with: "...".utf8): return false
    default: break
    }
    for index in bytes.indices.dropFirst() {
      switch bytes[index] {
      case .colon:
        if index + 1 == bytes.count || bytes[index + 1].isBlank || (inFlow && bytes[index + 1].isFlowIndicator) {
          return false
        }
      case .hash: if bytes[index - 1].isBlank { return false }
      default: if inFlow && bytes[index].isFlowIndicator { return false }
      }
    }
    return true
  }

  /// Whether YAML 1.1 gives the text a type: `yes`, `on`, `12:30:45`, `1_000`, `<<`.
  private static func isTypedByOldReaders(_ bytes: [UInt8]) -> Bool {
    if let first = bytes.first, first.isDigit || first == .plus || first == .hyphen || first == .dot {
      return bytes.allSatisfy { $0.isDigit || [.plus, .hyphen, .dot, .colon, .underscore, .comma].contains($0) }
        || bytes.starts(with: "0x".utf8) || bytes.starts(with: "0b".utf8)
    }
    let words = ["y", "n", "yes", "no", "on", "off", "<<", "="]
    return bytes.count <= 3 && words.contains(String(decoding: bytes, as: UTF8.self).lowercased())
  }
}
