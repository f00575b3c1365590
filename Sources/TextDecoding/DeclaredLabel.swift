/// The encoding a page says it is in.
enum DeclaredLabel {
  /// Where the HTML standard looks, too.
  private static let searched = 1024

  /// The label in `<?xml encoding="…"?>` at the start, or in `<meta charset="…">` or `<meta … content="…; charset=…">`, within
  /// the first 1,024 bytes; `nil` where there is none.
  static func find(in bytes: Span<UInt8>) -> String? {
    // ASCII letters in lower case, so that names compare; other bytes as they are.
    let head = bytes.extracting(first: searched)
    let lower = head.indices.map { index in
      let byte = head[index]
      return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
    if starts(lower[...], "<?xml"), let label = value(of: "encoding", inTag: lower[...]) { return label }
    var rest = lower[...]
    while let bracket = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[bracket...]
      if starts(rest, "<meta"), let label = value(of: "charset", inTag: rest) { return label }
      rest = rest.dropFirst()
    }
    return nil
  }

  /// What stands after `name` and an equals sign, with or without quotation marks, before the tag's end.
  private static func value(of name: String, inTag text: ArraySlice<UInt8>) -> String? {
    var rest = text.prefix { $0 != UInt8(ascii: ">") }
    while !rest.isEmpty && !starts(rest, name) { rest = rest.dropFirst() }
    rest = rest.dropFirst(name.utf8.count).drop { $0 <= 0x20 }
    guard rest.first == UInt8(ascii: "=") else { return nil }
    let marks: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    rest = rest.dropFirst().drop { $0 <= 0x20 || marks.contains($0) }
    let label = rest.prefix { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ";") && !marks.contains($0) }
    return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
  }

  private static func starts(_ bytes: ArraySlice<UInt8>, _ word: String) -> Bool { bytes.starts(with: word.utf8) }
}
