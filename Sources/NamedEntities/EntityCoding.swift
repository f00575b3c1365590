/// Entities as bytes of a compiled dictionary: strings with their length in front, counts, and small numbers, each
/// number in groups of seven bits.
struct EntityWriter {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ entity: Entity) {
    append(UInt8(EntityType.allCases.firstIndex(of: entity.type) ?? 0))
    append(entity.id)
    append(entity.name)
    append((entity.isAmbiguous ? 1 : 0) | (entity.isCaseSensitive ? 2 : 0))
    append(entity.aliases) { $0.append($1) }
    append(entity.source)
    append(entity.license)
    append(entity.subtype ?? "")
    append(entity.language ?? "")
    append(entity.region ?? "")
    append(entity.cues) { $0.append($1) }
    append(entity.relations) { writer, relation in
      writer.append(relation.kind)
      writer.append(relation.target)
    }
    append(entity.externalIDs.sorted { $0.key < $1.key }) { writer, pair in
      writer.append(pair.key)
      writer.append(pair.value)
    }
  }

  mutating func append(_ change: EntityChange) {
    append(change.id)
    append(change.kind == .disable ? 0 : 1)
    append(UInt8(change.type.flatMap(EntityType.allCases.firstIndex(of:)).map { $0 + 1 } ?? 0))
    append(change.subtype ?? "")
    append(change.name ?? "")
    append(change.addedAliases) { $0.append($1) }
    append(change.removedNames) { $0.append($1) }
    append(change.addedCues) { $0.append($1) }
  }

  private mutating func append(_ alias: Entity.Alias) {
    append(alias.text)
    append(UInt8(Entity.Alias.Kind.allCases.firstIndex(of: alias.kind) ?? 0))
    append((alias.isAmbiguous ? 1 : 0) | (alias.isCaseSensitive ? 2 : 0))
  }

  private mutating func append(_ byte: UInt8) { bytes.append(byte) }

  private mutating func append(count: Int) {
    var rest = count
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private mutating func append(_ string: String) {
    var string = string
    string.withUTF8 { utf8 in
      append(count: utf8.count)
      unsafe bytes.append(contentsOf: utf8)
    }
  }

  private mutating func append<T>(_ list: [T], _ item: (inout EntityWriter, T) -> Void) {
    append(count: list.count)
    for element in list { item(&self, element) }
  }
}

/// Reads what `EntityWriter` wrote. Past the end, as in a damaged file, everything reads as empty.
@safe
struct EntityReader {
  // Sound because every read tests its bound; who makes the reader keeps the bytes alive while it reads.
  private let bytes: UnsafeRawBufferPointer
  private var offset: Int

  init(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    unsafe self.bytes = bytes
    self.offset = min(offset, bytes.count)
  }

  /// The type alone: the first byte.
  mutating func type() -> EntityType {
    let index = Int(byte())
    return index < EntityType.allCases.count ? EntityType.allCases[index] : .product
  }

  mutating func entity() -> Entity {
    let type = type()
    var entity = Entity(id: string(), type: type, name: string())
    let flags = byte()
    entity.isAmbiguous = flags & 1 != 0
    entity.isCaseSensitive = flags & 2 != 0
    entity.aliases = list { $0.alias() }
    entity.source = string()
    entity.license = string()
    entity.subtype = optionalString()
    entity.language = optionalString()
    entity.region = optionalString()
    entity.cues = list { $0.string() }
    entity.relations = list { .init(kind: $0.string(), target: $0.string()) }
    for _ in 0..<count() {
      let key = string()
      entity.externalIDs[key] = string()
    }
    return entity
  }

  /// The changes that fill the bytes.
  mutating func changes() -> [EntityChange] {
    var changes: [EntityChange] = []
    while unsafe offset < bytes.count {
      var change = EntityChange(id: string(), kind: byte() == 0 ? .disable : .amend)
      let type = Int(byte())
      change.type = (1...EntityType.allCases.count).contains(type) ? EntityType.allCases[type - 1] : nil
      change.subtype = optionalString()
      change.name = optionalString()
      change.addedAliases = list { $0.alias() }
      change.removedNames = list { $0.string() }
      change.addedCues = list { $0.string() }
      changes.append(change)
    }
    return changes
  }

  private mutating func alias() -> Entity.Alias {
    let text = string()
    let kind = Int(byte())
    let flags = byte()
    return Entity.Alias(
      text, kind: kind < Entity.Alias.Kind.allCases.count ? Entity.Alias.Kind.allCases[kind] : .other,
      isCaseSensitive: flags & 2 != 0, isAmbiguous: flags & 1 != 0)
  }

  private mutating func list<T>(_ element: (inout EntityReader) -> T) -> [T] {
    var list: [T] = []
    for _ in 0..<count() { list.append(element(&self)) }
    return list
  }

  private mutating func byte() -> UInt8 {
    guard unsafe offset < bytes.count else { return 0 }
    offset += 1
    return unsafe bytes[offset - 1]
  }

  /// A count; never more than the bytes that are left, as each thing counted takes one at least.
  private mutating func count() -> Int {
    var value = 0
    var shift = 0
    while shift < 35 {
      let next = byte()
      value |= Int(next & 0x7F) << shift
      if next < 0x80 { break }
      shift += 7
    }
    return unsafe min(value, bytes.count - offset)
  }

  mutating func string() -> String {
    let count = count()
    let start = offset
    offset += count
    // A damaged file may hold anything; decoding repairs it.
    return unsafe String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func optionalString() -> String? {
    let string = string()
    return string.isEmpty ? nil : string
  }
}
