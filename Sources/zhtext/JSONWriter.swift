import TextOffsets

/// Writes JSON (RFC 8259) into bytes, compactly and in the order it is told.
///
/// Foundation's encoders want a tree of values first; results here are written while they are found.
struct JSONWriter {
  var bytes: [UInt8] = []
  private var needsComma = false

  // MARK: Containers

  /// Writes an object; `body` writes its members.
  mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
    try container(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  /// Writes an array; `body` writes its elements.
  mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
    try container(UInt8(ascii: "["), UInt8(ascii: "]"), body)
  }

  private mutating func container(
    _ opening: UInt8, _ closing: UInt8, _ body: (inout JSONWriter) throws -> Void
  ) rethrows {
    separate()
    bytes.append(opening)
    needsComma = false
    try body(&self)
    bytes.append(closing)
    needsComma = true
  }

  /// Writes a member's key; exactly one value must follow.
  mutating func key(_ name: some StringProtocol) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Ends the line. What follows is a value of its own.
  mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// Takes back everything after the first `count` bytes, where a value of its own begins.
  mutating func rewind(to count: Int) {
    bytes.removeLast(bytes.count - count)
    needsComma = false
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  // MARK: Values

  mutating func value(_ text: some StringProtocol) {
    separate()
    quote(text)
  }

  mutating func value(_ number: Int) { verbatim("\(number)") }

  /// Writes a number; `null` for what JSON has no number for.
  mutating func value(_ number: Double) { verbatim(number.isFinite ? "\(number)" : "null") }

  mutating func value(_ truth: Bool) { verbatim(truth ? "true" : "false") }

  mutating func null() { verbatim("null") }

  /// Writes a value that is JSON already.
  mutating func verbatim(_ json: String) {
    separate()
    raw(json)
  }

  /// Writes a value that is JSON already.
  mutating func verbatim(_ json: ArraySlice<UInt8>) {
    separate()
    bytes.append(contentsOf: json)
  }

  // MARK: Members

  /// Writes a member whose quoted key and value are JSON already.
  mutating func member(verbatim key: ArraySlice<UInt8>, _ json: ArraySlice<UInt8>) {
    verbatim(key)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(contentsOf: json)
  }

  mutating func member(_ name: String, _ text: some StringProtocol) {
    key(name)
    value(text)
  }

  mutating func member(_ name: String, _ number: Int) {
    key(name)
    value(number)
  }

  mutating func member(_ name: String, _ number: Double) {
    key(name)
    value(number)
  }

  mutating func member(_ name: String, _ truth: Bool) {
    key(name)
    value(truth)
  }

  /// Writes the members `start` and `end`, by which every subcommand tells where its result stands.
  mutating func members(of range: UTF8Range) {
    member("start", range.start)
    member("end", range.end)
  }

  // MARK: Bytes

  /// Appends text as it is, without quotation marks or escapes.
  mutating func raw(_ text: some StringProtocol) { bytes.append(contentsOf: text.utf8) }

  private mutating func quote(_ text: some StringProtocol) {
    bytes.append(UInt8(ascii: "\""))
    // Text that needs no escape, which is most, is copied at once.
    if text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
      for byte in text.utf8 { escape(byte) }
    } else {
      raw(text)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case UInt8(ascii: "\n"): raw("\\n")
    case UInt8(ascii: "\r"): raw("\\r")
    case UInt8(ascii: "\t"): raw("\\t")
    case 0..<0x20:
      let digits = Array("0123456789abcdef".utf8)
      raw("\\u00")
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    default: bytes.append(byte)
    }
  }
}
