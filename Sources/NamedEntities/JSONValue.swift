/// A JSON value with the place it stands at, for messages about sources of entities.
struct JSONValue {
  indirect enum Content {
    case null
    case bool(Bool)
    /// A number, as written.
    case number(Substring)
    case string(String)
    case array([JSONValue])
    /// The members in the order of the source; keys are unique.
    case object([(key: JSONKey, value: JSONValue)])
  }

  let content: Content
  /// The offset of the value's first byte in the source.
  let offset: Int
}

/// The name of an object's member, and where it stands.
struct JSONKey {
  let text: String
  let offset: Int
}

/// Why a text is not JSON, and where.
struct JSONError: Error {
  let reason: String
  let offset: Int
}

/// Reads one JSON value strictly by RFC 8259, with keys unique in an object and at most 32 levels.
struct JSONReader {
  private let source: String
  private var offset: Int
  private let end: Int
  private var depth = 0

  /// Reads the one value of the bytes `range` of `source`, with white space around it.
  static func value(of source: String, in range: Range<Int>) throws(JSONError) -> JSONValue {
    var reader = JSONReader(source: source, offset: range.lowerBound, end: range.upperBound)
    let value = try reader.value()
    reader.skipSpace()
    guard reader.offset == reader.end else { throw reader.error("there is text behind the object") }
    return value
  }

  private init(source: String, offset: Int, end: Int) {
    self.source = source
    self.offset = offset
    self.end = end
  }

  private func error(_ reason: String) -> JSONError { JSONError(reason: reason, offset: offset) }

  private var next: UInt8? { offset < end ? source.utf8.span[offset] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { offset += 1 }
  }

  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: byte) else { return false }
    offset += 1
    return true
  }

  private mutating func value() throws(JSONError) -> JSONValue {
    skipSpace()
    let start = offset
    guard let first = next else { throw error("a value is missing") }
    let content: JSONValue.Content
    switch first {
    case UInt8(ascii: "{"): content = try .object(object())
    case UInt8(ascii: "["): content = try .array(array())
    case UInt8(ascii: "\""): content = try .string(string())
    case UInt8(ascii: "t"): content = try word("true", .bool(true))
    case UInt8(ascii: "f"): content = try word("false", .bool(false))
    case UInt8(ascii: "n"): content = try word("null", .null)
    default: content = try .number(number())
    }
    return JSONValue(content: content, offset: start)
  }

  private mutating func word(_ word: String, _ content: JSONValue.Content) throws(JSONError) -> JSONValue.Content {
    for byte in word.utf8 {
      guard next == byte else {
        throw error("this is no JSON value; texts stand between quotation marks")
      }
      offset += 1
    }
    return content
  }

  private mutating func number() throws(JSONError) -> Substring {
    let start = offset
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      _ = take("+") || take("-")
      try digits()
    }
    let view = source.utf8
    return source[
      view.index(view.startIndex, offsetBy: start)..<view.index(view.startIndex, offsetBy: offset)]
  }

  private mutating func digits() throws(JSONError) {
    let start = offset
    while let byte = next, (0x30...0x39).contains(byte) { offset += 1 }
    guard offset > start else { throw error("this is no JSON value; texts stand between quotation marks") }
  }

  private mutating func enter() throws(JSONError) {
    guard depth < 32 else { throw error("the value is nested more than 32 levels deep") }
    depth += 1
    offset += 1
  }

  private mutating func array() throws(JSONError) -> [JSONValue] {
    try enter()
    defer { depth -= 1 }
    var elements: [JSONValue] = []
    skipSpace()
    if take("]") { return elements }
    while true {
      elements.append(try value())
      skipSpace()
      if take("]") { return elements }
      guard take(",") else { throw error("a comma or ] is missing") }
    }
  }

  private mutating func object() throws(JSONError) -> [(key: JSONKey, value: JSONValue)] {
    try enter()
    defer { depth -= 1 }
    var members: [(key: JSONKey, value: JSONValue)] = []
    skipSpace()
    if take("}") { return members }
    while true {
      skipSpace()
      let start = offset
      guard next == UInt8(ascii: "\"") else { throw error("a key between quotation marks is missing") }
      let key = JSONKey(text: try string(), offset: start)
      guard !members.contains(where: { $0.key.text == key.text }) else {
        throw JSONError(reason: "the key \"\(key.text)\" comes twice", offset: start)
      }
      skipSpace()
      guard take(":") else { throw error("a colon is missing behind the key \"\(key.text)\"") }
      members.append((key, try value()))
      skipSpace()
      if take("}") { return members }
      guard take(",") else { throw error("a comma or } is missing") }
    }
  }

  private mutating func string() throws(JSONError) -> String {
    offset += 1
    var bytes: [UInt8] = []
    while let byte = next {
      offset += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: bytes, as: UTF8.self)
      case UInt8(ascii: "\\"): bytes += Array(try escape().utf8)
      case 0..<0x20:
        offset -= 1
        throw error("a control character stands in a text; write it as \\u00XX")
      default: bytes.append(byte)
      }
    }
    throw error("a closing quotation mark is missing")
  }

  private mutating func escape() throws(JSONError) -> String {
    guard let byte = next else { throw error("a closing quotation mark is missing") }
    offset += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      var value = try hexadecimal()
      if (0xD800..<0xDC00).contains(value), take("\\"), take("u") {
        let low = try hexadecimal()
        guard (0xDC00..<0xE000).contains(low) else { throw error("half a surrogate pair is missing") }
        value = 0x1_0000 + (value - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(value) else { throw error("half a surrogate pair is missing") }
      return String(Character(scalar))
    default:
      offset -= 1
      throw error("no such escape; a backslash itself is written \\\\")
    }
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw error("\\u takes four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      offset += 1
    }
    return value
  }
}
