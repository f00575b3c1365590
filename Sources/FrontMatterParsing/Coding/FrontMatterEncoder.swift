extension FrontMatter.Value {
  /// Makes the value that `source` encodes to, keys in the order in which it encodes them; a ``FrontMatter/Timestamp`` stays
  /// one.
  ///
  /// - Throws: what the type throws, and `EncodingError` for a number that does not fit into `Int`.
  public init(encoding source: some Encodable) throws {
    self = try ValueEncoder.encode(source, [])
  }
}

/// Encodes into a box that its parent reads when it is done.
struct ValueEncoder: Encoder {
  let box: ValueBox
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// The value that `source` encodes to.
  static func encode(_ source: some Encodable, _ path: [any CodingKey]) throws -> FrontMatter.Value {
    if let timestamp = source as? FrontMatter.Timestamp { return .timestamp(timestamp) }
    if let value = source as? FrontMatter.Value { return value }
    let encoder = ValueEncoder(box: ValueBox(), codingPath: path)
    try source.encode(to: encoder)
    return encoder.box.value
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    box.begin(.mapping)
    return KeyedEncodingContainer(KeyedValueContainer<Key>(box: box, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    box.begin(.sequence)
    return UnkeyedValueContainer(box: box, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }
}

/// A value that is being encoded.
final class ValueBox {
  enum Shape {
    case scalar, sequence, mapping
  }

  private var shape = Shape.scalar
  var scalar = FrontMatter.Value.null
  var elements: [ValueBox] = []
  var entries: [(key: String, value: ValueBox)] = []

  init(_ scalar: FrontMatter.Value = .null) { self.scalar = scalar }

  func begin(_ shape: Shape) { self.shape = shape }

  var value: FrontMatter.Value {
    switch shape {
    case .scalar: scalar
    case .sequence: .sequence(elements.map(\.value))
    case .mapping: .mapping(entries.map { FrontMatter.Value.Entry(key: $0.key, value: $0.value.value) })
    }
  }
}

extension ValueEncoder: SingleValueEncodingContainer {
  func encodeNil() { box.scalar = .null }
  func encode(_ value: Bool) { box.scalar = .boolean(value) }
  func encode(_ value: String) { box.scalar = .string(value) }
  func encode(_ value: Double) { box.scalar = .float(value) }
  func encode(_ value: Float) { box.scalar = .number("\(value)") }
  func encode(_ value: Int) { box.scalar = .integer(value) }
  func encode(_ value: Int8) { box.scalar = .integer(Int(value)) }
  func encode(_ value: Int16) { box.scalar = .integer(Int(value)) }
  func encode(_ value: Int32) { box.scalar = .integer(Int(value)) }
  func encode(_ value: Int64) throws { try encodeInteger(value) }
  func encode(_ value: UInt) throws { try encodeInteger(value) }
  func encode(_ value: UInt8) { box.scalar = .integer(Int(value)) }
  func encode(_ value: UInt16) { box.scalar = .integer(Int(value)) }
  func encode(_ value: UInt32) throws { try encodeInteger(value) }
  func encode(_ value: UInt64) throws { try encodeInteger(value) }
  func encode(_ value: some Encodable) throws { box.scalar = try Self.encode(value, codingPath) }

  private func encodeInteger(_ value: some FixedWidthInteger) throws {
    guard let integer = Int(exactly: value) else {
      throw EncodingError.invalidValue(
        value, EncodingError.Context(codingPath: codingPath, debugDescription: "\(value) does not fit into Int"))
    }
    box.scalar = .integer(integer)
  }
}

/// Encodes the entries of a mapping.
struct KeyedValueContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let box: ValueBox
  let codingPath: [any CodingKey]

  mutating func encodeNil(forKey key: Key) { add(ValueBox(), key) }

  mutating func encode(_ value: some Encodable, forKey key: Key) throws {
    add(ValueBox(try ValueEncoder.encode(value, codingPath + [key])), key)
  }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    nested(key).container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    nested(key).unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder { ValueEncoder(box: box, codingPath: codingPath) }

  mutating func superEncoder(forKey key: Key) -> any Encoder { nested(key) }

  private func nested(_ key: Key) -> ValueEncoder {
    let inner = ValueBox()
    add(inner, key)
    return ValueEncoder(box: inner, codingPath: codingPath + [key])
  }

  private func add(_ value: ValueBox, _ key: Key) { box.entries.append((key.stringValue, value)) }
}

/// Encodes the elements of a sequence.
struct UnkeyedValueContainer: UnkeyedEncodingContainer {
  let box: ValueBox
  let codingPath: [any CodingKey]

  var count: Int { box.elements.count }

  mutating func encodeNil() { box.elements.append(ValueBox()) }

  mutating func encode(_ value: some Encodable) throws {
    box.elements.append(ValueBox(try ValueEncoder.encode(value, codingPath + [IndexKey(index: count)])))
  }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) -> KeyedEncodingContainer<NestedKey> {
    nested().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { nested().unkeyedContainer() }

  mutating func superEncoder() -> any Encoder { nested() }

  private func nested() -> ValueEncoder {
    let inner = ValueBox()
    let path = codingPath + [IndexKey(index: count)]
    box.elements.append(inner)
    return ValueEncoder(box: inner, codingPath: path)
  }
}
