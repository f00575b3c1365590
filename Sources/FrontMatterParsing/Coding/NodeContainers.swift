/// Decodes the entries of a mapping.
struct KeyedNodeContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let node: FrontMatter.Node
  let codingPath: [any CodingKey]

  var allKeys: [Key] { node.entries.compactMap { Key(stringValue: $0.key.string ?? "") } }

  func contains(_ key: Key) -> Bool { node[key.stringValue] != nil }

  func decodeNil(forKey key: Key) throws -> Bool { try find(key).kind == .null }

  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try decoder(key).decode(type) }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try decoder(key).decode(type) }
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try decoder(key).decode(type) }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try decoder(key).decode(type) }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try decoder(key).decode(type) }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try decoder(key).decode(type) }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try decoder(key).decode(type) }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try decoder(key).decode(type) }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try decoder(key).decode(type) }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try decoder(key).decode(type) }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try decoder(key).decode(type) }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try decoder(key).decode(type) }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try decoder(key).decode(type) }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try decoder(key).decode(type) }
  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value { try decoder(key).decode(type) }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<NestedKey> {
    try decoder(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try decoder(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { NodeDecoder(node: node, codingPath: codingPath) }

  func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(key) }

  private func find(_ key: Key) throws -> FrontMatter.Node {
    if let value = node[key.stringValue] { return value }
    let context = NodeDecoder(node: node, codingPath: codingPath).context("the key '\(key.stringValue)' is missing")
    throw DecodingError.keyNotFound(key, context)
  }

  private func decoder(_ key: Key) throws -> NodeDecoder {
    NodeDecoder(node: try find(key), codingPath: codingPath + [key])
  }
}

/// Decodes the elements of a sequence in order.
struct UnkeyedNodeContainer: UnkeyedDecodingContainer {
  let codingPath: [any CodingKey]
  let count: Int?
  private(set) var currentIndex = 0
  private var rest: FrontMatter.Node.Elements
  private var current: FrontMatter.Node?
  private let node: FrontMatter.Node

  init(node: FrontMatter.Node, codingPath: [any CodingKey]) {
    self.codingPath = codingPath
    self.node = node
    count = node.count
    rest = node.elements
    current = rest.next()
  }

  var isAtEnd: Bool { current == nil }

  mutating func decodeNil() throws -> Bool {
    guard try decoder(Any?.self).decodeNil() else { return false }
    advance()
    return true
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let value = try decoder(type).decode(type)
    advance()
    return value
  }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) throws -> KeyedDecodingContainer<NestedKey> {
    let container = try decoder(type).container(keyedBy: type)
    advance()
    return container
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    let container = try decoder([Any].self).unkeyedContainer()
    advance()
    return container
  }

  mutating func superDecoder() throws -> any Decoder {
    let decoder = try decoder(Any.self)
    advance()
    return decoder
  }

  private func decoder(_ type: Any.Type) throws -> NodeDecoder {
    guard let current else {
      let context = NodeDecoder(node: node, codingPath: codingPath).context(
        "the list has only \(currentIndex) elements")
      throw DecodingError.valueNotFound(type, context)
    }
    return NodeDecoder(node: current, codingPath: codingPath + [IndexKey(index: currentIndex)])
  }

  private mutating func advance() {
    current = rest.next()
    currentIndex += 1
  }
}

/// A step of a coding path into a sequence.
struct IndexKey: CodingKey {
  let index: Int

  init(index: Int) { self.index = index }
  init?(intValue: Int) { index = intValue }
  init?(stringValue: String) { nil }

  var intValue: Int? { index }
  var stringValue: String { "\(index)" }
}
