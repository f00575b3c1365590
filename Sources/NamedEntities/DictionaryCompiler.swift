internal import DataArtifact
internal import DoubleArray

/// Compiles entities into the bytes of a dictionary artifact. The same entities give the same bytes.
struct DictionaryCompiler {
  /// The longest name, in characters without separators.
  static let longestName = 255

  /// A name on its way into the dictionary: where its key is, and what it is a name of.
  struct Name {
    var start: Int32
    var end: Int32
    var entity: UInt32
    var number: UInt16
    var kind: Entity.Alias.Kind
    var isAmbiguous: Bool
    var isCaseSensitive: Bool

    var range: Range<Int> { Int(start)..<Int(end) }
  }

  private let folding = CharacterFolding.shared
  private var keys: [UInt32] = []
  private var names: [Name] = []
  private var entityWriter = EntityWriter()
  private var entityStarts: [UInt32] = []
  private var ids: [String] = []
  private var changeWriter = EntityWriter()

  /// Compiles entities.
  static func compile(
    _ entities: some Sequence<Entity>, dataVersion: UInt32
  ) throws(EntityDictionaryError) -> [UInt8] {
    var compiler = DictionaryCompiler()
    for entity in entities { try compiler.add(entity) }
    return try compiler.finish(dataVersion: dataVersion)
  }

  /// Compiles entities and changes.
  static func compile(
    entries: some Sequence<DictionaryEntry>, dataVersion: UInt32
  ) throws(EntityDictionaryError) -> [UInt8] {
    var compiler = DictionaryCompiler()
    for entry in entries {
      switch entry {
      case .entity(let entity): try compiler.add(entity)
      case .change(let change): compiler.changeWriter.append(change)
      }
    }
    return try compiler.finish(dataVersion: dataVersion)
  }

  private mutating func add(_ entity: Entity) throws(EntityDictionaryError) {
    let number = UInt32(ids.count)
    ids.append(entity.id)
    entityStarts.append(UInt32(entityWriter.bytes.count))
    entityWriter.append(entity)
    var name = Name(
      start: 0, end: 0, entity: number, number: 0, kind: .other, isAmbiguous: entity.isAmbiguous,
      isCaseSensitive: entity.isCaseSensitive)
    try add(entity.name, name, of: entity)
    for alias in entity.aliases {
      name.number += 1
      name.kind = alias.kind
      name.isAmbiguous = alias.isAmbiguous
      name.isCaseSensitive = alias.isCaseSensitive || entity.isCaseSensitive
      try add(alias.text, name, of: entity)
    }
  }

  private mutating func add(_ text: String, _ name: Name, of entity: Entity) throws(EntityDictionaryError) {
    let start = keys.count
    var text = text
    text.withUTF8 { bytes in
      var offset = 0
      while let scalar = unsafe NameBoundary.scalar(at: offset, in: bytes) {
        if !scalar.isNameSeparator { keys.append(folding.fold(scalar)) }
        offset += UTF8.width(scalar)
      }
    }
    guard keys.count > start else { throw EntityDictionaryError(code: .emptyName, entity: entity.id, name: text) }
    guard keys.count - start <= Self.longestName else {
      throw EntityDictionaryError(code: .nameTooLong, entity: entity.id, name: text)
    }
    var name = name
    name.start = Int32(start)
    name.end = Int32(keys.count)
    names.append(name)
  }

  private consuming func finish(dataVersion: UInt32) throws(EntityDictionaryError) -> [UInt8] {
    var builder = CharacterClassesBuilder()
    for name in names { builder.add(keys[name.range]) }
    let classes = builder.build()
    for index in keys.indices { keys[index] = UInt32(classes(keys[index])) }

    var labels: [UInt32] = []
    var ends: [Int] = []
    var values: [UInt32] = []
    var records: [AliasRecord] = []
    labels.reserveCapacity(keys.count)
    records.reserveCapacity(names.count)
    let order = KeyOrder.sorted(names, keys: keys)
    var first = 0
    while first < order.count {
      let key = keys[names[Int(order[first])].range]
      var last = first + 1
      while last < order.count, keys[names[Int(order[last])].range] == key { last += 1 }
      labels += key
      ends.append(labels.count)
      let group = order[first..<last].lazy.map { names[Int($0)] }
      values.append(KeyValue(firstAlias: records.count, needsCheck: group.contains { $0.isCaseSensitive }).packed)
      for (index, name) in group.enumerated() {
        records.append(
          AliasRecord(
            entity: name.entity, number: name.number, kind: name.kind, isAmbiguous: name.isAmbiguous,
            isCaseSensitive: name.isCaseSensitive, isLastOfKey: index == group.count - 1))
      }
      first = last
    }
    let trie = DoubleArrayBuilder(labels: labels, ends: ends, values: values)
    let filter = PrefixFilter(labels: labels, ends: ends)

    let byID = KeyOrder.sorted(ids)
    for (one, next) in zip(byID, byID.dropFirst()) where ids[Int(one)] == ids[Int(next)] {
      throw EntityDictionaryError(code: .duplicateID, entity: ids[Int(one)], name: ids[Int(one)])
    }
    var writer = DataArtifactWriter(
      kind: EntityDictionary.kind, formatVersion: EntityDictionary.formatVersion, dataVersion: dataVersion)
    let head = EntityDictionary.Head(
      root: trie.root, wordLimit: UInt32(classes.wordLimit), singlesStart: UInt32(classes.singles.lowerBound),
      singlesEnd: UInt32(classes.singles.upperBound), entityCount: UInt32(ids.count),
      keyCount: UInt32(ends.count))
    writer.add(.init(letters: "HEAD"), values: [head])
    writer.add(.init(letters: "CLSB"), values: classes.basic)
    writer.add(.init(letters: "CLSS"), values: classes.supplementary)
    writer.add(.init(letters: "FILT"), values: filter.words)
    writer.add(.init(letters: "TRIE"), values: trie.units)
    writer.add(.init(letters: "NAME"), values: records)
    writer.add(.init(letters: "ENTS"), values: entityStarts)
    writer.add(.init(letters: "ENTB"), bytes: entityWriter.bytes)
    writer.add(.init(letters: "BYID"), values: byID)
    writer.add(.init(letters: "CHNG"), bytes: changeWriter.bytes)
    return writer.finish()
  }
}
