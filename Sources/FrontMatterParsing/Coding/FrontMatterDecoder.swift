extension FrontMatter {
  /// Decodes the block into a client's type.
  ///
  /// Beside what the protocol asks for: a `String` is decoded from any scalar, since the text of `2024` or `1.10` is kept; a
  /// ``Timestamp`` from a date, a time, or a text that is one; optional values are `nil` where the key is missing or the
  /// value is null.
  ///
  /// - Throws: `DecodingError`; its context has the key path, a description that begins with line and column in the page, and
  ///   a ``FrontMatterError`` with the range underneath.
  public func decode<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
    try NodeDecoder(node: data, codingPath: []).decode(type)
  }
}

extension FrontMatter.Node {
  /// Decodes this value as ``FrontMatter/decode(_:)`` does the block.
  public func decode<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
    try NodeDecoder(node: self, codingPath: []).decode(type)
  }
}

/// Decodes one node.
struct NodeDecoder: Decoder {
  let node: FrontMatter.Node
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard node.kind == .mapping else { throw mismatch([String: String].self) }
    return KeyedDecodingContainer(KeyedNodeContainer<Key>(node: node, codingPath: codingPath))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard node.kind == .sequence else { throw mismatch([String].self) }
    return UnkeyedNodeContainer(node: node, codingPath: codingPath)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { self }
}

extension NodeDecoder: SingleValueDecodingContainer {
  func decodeNil() -> Bool { node.kind == .null }

  func decode(_ type: Bool.Type) throws -> Bool { try node.boolean ?? fail(type) }
  func decode(_ type: String.Type) throws -> String { try node.string ?? fail(type) }
  func decode(_ type: Double.Type) throws -> Double { try node.double ?? fail(type) }
  func decode(_ type: Float.Type) throws -> Float { try node.double.map(Float.init) ?? fail(type) }
  func decode(_ type: Int.Type) throws -> Int { try integer(type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try integer(type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try integer(type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try integer(type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try integer(type) }
  func decode(_ type: UInt.Type) throws -> UInt { try integer(type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try integer(type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try integer(type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try integer(type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try integer(type) }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    if type == FrontMatter.Timestamp.self {
      guard let timestamp = node.timestamp as? Value else { throw mismatch(type) }
      return timestamp
    }
    // The usual scalars without the detour over their own initializers.
    if type == String.self, let value = node.string as? Value { return value }
    return try Value(from: self)
  }

  private func integer<Value: FixedWidthInteger>(_ type: Value.Type) throws -> Value {
    try node.integer.flatMap { Value(exactly: $0) } ?? fail(type)
  }

  private func fail<Value>(_ type: Any.Type) throws -> Value { throw mismatch(type) }

  /// The error about a node of another type than was asked for.
  func mismatch(_ type: Any.Type) -> DecodingError {
    let context = context("expected \(type), found \(node.kind == .null ? "nothing" : "a \(node.kind.rawValue)")")
    return node.kind == .null ? .valueNotFound(type, context) : .typeMismatch(type, context)
  }

  func context(_ what: String) -> DecodingError.Context {
    let error = FrontMatterError(unexpected: node)
    return DecodingError.Context(
      codingPath: codingPath, debugDescription: "\(error.position): \(what)", underlyingError: error)
  }
}
