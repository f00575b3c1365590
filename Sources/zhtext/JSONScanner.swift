/// Walks JSON (RFC 8259) strictly, building nothing but a list of the outermost object's members.
struct JSONScanner {
  /// Nesting beyond this is refused, so that hostile input cannot exhaust the stack.
  private static let maximumDepth = 512

  private let bytes: [UInt8]
  private var index: Int
  private let end: Int

  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    index = range.lowerBound
    end = range.upperBound
  }

  /// Reads one object and nothing after it.
  mutating func document() throws(JSONError) -> [JSONObject.Member] {
    skipSpace()
    guard peek() == UInt8(ascii: "{") else { throw error("a JSON object was expected") }
    var members: [JSONObject.Member] = []
    try object(depth: 1) { members.append($0) }
    skipSpace()
    guard index == end else { throw error("something follows the JSON object") }
    return members
  }

  // MARK: Values

  private mutating func value(depth: Int) throws(JSONError) {
    guard depth <= Self.maximumDepth else { throw error("the nesting is deeper than \(Self.maximumDepth)") }
    switch peek() {
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "{"): try object(depth: depth) { _ in }
    case UInt8(ascii: "["): try array(depth: depth)
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): try number()
    default: throw error("a JSON value was expected")
    }
  }

  private mutating func object(depth: Int, _ found: (JSONObject.Member) -> Void) throws(JSONError) {
    index += 1
    skipSpace()
    if accept(UInt8(ascii: "}")) { return }
    while true {
      let keyStart = index
      try string()
      let key = keyStart..<index
      skipSpace()
      guard accept(UInt8(ascii: ":")) else { throw error("a colon was expected") }
      skipSpace()
      let valueStart = index
      try value(depth: depth + 1)
      if depth == 1 {
        found(.init(key: Self.text(spelledBy: bytes[key]), keyBytes: key, valueBytes: valueStart..<index))
      }
      skipSpace()
      if accept(UInt8(ascii: "}")) { return }
      guard accept(UInt8(ascii: ",")) else { throw error("a comma or a closing brace was expected") }
      skipSpace()
    }
  }

  private mutating func array(depth: Int) throws(JSONError) {
    index += 1
    skipSpace()
    if accept(UInt8(ascii: "]")) { return }
    while true {
      try value(depth: depth + 1)
      skipSpace()
      if accept(UInt8(ascii: "]")) { return }
      guard accept(UInt8(ascii: ",")) else { throw error("a comma or a closing bracket was expected") }
      skipSpace()
    }
  }

  private mutating func string() throws(JSONError) {
    guard accept(UInt8(ascii: "\"")) else { throw error("a string was expected") }
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        index += 1
        return
      }
      if byte < 0x20 { throw error("a control character stands unescaped in a string") }
      index += 1
      if byte == UInt8(ascii: "\\") { try escape() }
    }
    throw error("a string does not end")
  }

  private mutating func escape() throws(JSONError) {
    switch peek() {
    case UInt8(ascii: "u"):
      index += 1
      for _ in 0..<4 {
        guard let byte = peek(), Self.digit(byte) != nil else { throw error("four hexadecimal digits were expected") }
        index += 1
      }
    case .some(let byte) where Self.simpleEscapes[byte] != nil: index += 1
    default: throw error("a backslash starts no escape of JSON")
    }
  }

  private mutating func number() throws(JSONError) {
    _ = accept(UInt8(ascii: "-"))
    if !accept(UInt8(ascii: "0")) { try digits() }
    if accept(UInt8(ascii: ".")) { try digits() }
    if accept(UInt8(ascii: "e")) || accept(UInt8(ascii: "E")) {
      if !accept(UInt8(ascii: "+")) { _ = accept(UInt8(ascii: "-")) }
      try digits()
    }
  }

  private mutating func digits() throws(JSONError) {
    let start = index
    while let byte = peek(), UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { index += 1 }
    if index == start { throw error("a digit was expected") }
  }

  private mutating func word(_ word: String) throws(JSONError) {
    for byte in word.utf8 where !accept(byte) { throw error("\(word) was expected") }
  }

  // MARK: Bytes

  private func peek() -> UInt8? { index < end ? bytes[index] : nil }

  private mutating func accept(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek(), byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { index += 1 }
  }

  private func error(_ what: String) -> JSONError { JSONError(what: what, offset: index) }
}

extension JSONScanner {
  /// What each escape of one letter stands for.
  private static let simpleEscapes: [UInt8: UInt8] = [
    UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
    UInt8(ascii: "/"): UInt8(ascii: "/"),
    UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D,
    UInt8(ascii: "t"): 0x09,
  ]

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }

  /// The text a quoted, well-formed string spells; `nil` where a surrogate stands alone.
  static func text(spelledBy quoted: ArraySlice<UInt8>) -> String? {
    let inner = quoted.dropFirst().dropLast()
    guard var backslash = inner.firstIndex(of: UInt8(ascii: "\\")) else {
      return String(validating: inner, as: UTF8.self)
    }
    var unescaped: [UInt8] = []
    unescaped.reserveCapacity(inner.count)
    var rest = inner
    while true {
      unescaped.append(contentsOf: rest[..<backslash])
      rest = rest[(backslash + 1)...]
      let letter = rest.removeFirst()
      if let byte = simpleEscapes[letter] {
        unescaped.append(byte)
      } else {
        guard let scalar = takeScalar(from: &rest) else { return nil }
        unescaped.append(contentsOf: String(scalar).utf8)
      }
      guard let next = rest.firstIndex(of: UInt8(ascii: "\\")) else { break }
      backslash = next
    }
    unescaped.append(contentsOf: rest)
    return String(validating: unescaped, as: UTF8.self)
  }

  /// Takes the four digits after `\u`, and the second escape of a surrogate pair.
  private static func takeScalar(from rest: inout ArraySlice<UInt8>) -> Unicode.Scalar? {
    func takeUnit() -> UInt32 {
      var unit: UInt32 = 0
      for _ in 0..<4 { unit = unit << 4 | (digit(rest.removeFirst()) ?? 0) }
      return unit
    }
    let unit = takeUnit()
    guard (0xD800..<0xDC00).contains(unit) else { return Unicode.Scalar(unit) }
    guard rest.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else { return nil }
    rest = rest.dropFirst(2)
    let second = takeUnit()
    guard (0xDC00..<0xE000).contains(second) else { return nil }
    return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
  }
}
