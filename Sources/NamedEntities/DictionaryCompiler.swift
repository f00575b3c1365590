internal import DataArtifact
internal import DoubleArray

/// Compiles entities into the bytes of a dictionary artifact. The same entities give the same bytes.
struct DictionaryCompiler {
  /// The longest name, in characters without separators.
  static let longestName = 255

  /// A name on its way into the dictionary: where its key is, and what it is a name of.
  private struct Name {
    var start: Int
    var end: Int
    var record: (entity: UInt32, number: UInt16, kind: Entity.Alias.Kind, flags: (ambiguous: Bool, cased: Bool))
  }

  private var keys: [UInt32] = []
  private var names: [Name] = []
  private var entityWriter = EntityWriter()
  private var entityStarts: [UInt32] = []
  private var ids: [String] = []
  private var changeWriter = EntityWriter()

  /// Compiles `entries`.
  static func compile(
    _ entries: some Sequence<DictionaryEntry>, dataVersion: UInt32
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
    try add(
      entity.name, (number, 0, .other, (entity.isAmbiguous, entity.isCaseSensitive)), of: entity)
    for (index, alias) in entity.aliases.enumerated() {
      let flags = (alias.isAmbiguous, alias.isCaseSensitive || entity.isCaseSensitive)
      try add(alias.text, (number, UInt16(truncatingIfNeeded: index + 1), alias.kind, flags), of: entity)
    }
  }

  private mutating func add(
    _ text: String, _ record: (UInt32, UInt16, Entity.Alias.Kind, (Bool, Bool)), of entity: Entity
  ) throws(EntityDictionaryError) {
    let start = keys.count
    let folding = CharacterFolding.shared
    for scalar in text.unicodeScalars where !scalar.isNameSeparator { keys.append(folding.fold(scalar)) }
    guard keys.count > start else { throw EntityDictionaryError(code: .emptyName, entity: entity.id, name: text) }
    guard keys.count - start <= Self.longestName else {
      throw EntityDictionaryError(code: .nameTooLong, entity: entity.id, name: text)
    }
    names.append(Name(start: start, end: keys.count, record: record))
  }

  private consuming func finish(dataVersion: UInt32) throws(EntityDictionaryError) -> [UInt8] {
    var builder = CharacterClassesBuilder()
    for name in names { builder.add(keys[name.start..<name.end]) }
    let classes = builder.build()
    for index in keys.indices { keys[index] = UInt32(classes(keys[index])) }

    names.sort { left, right in
      let (a, b) = (keys[left.start..<left.end], keys[right.start..<right.end])
      return a.elementsEqual(b)
        ? (left.record.entity, left.record.number) < (right.record.entity, right.record.number)
        : a.lexicographicallyPrecedes(b)
    }
    var labels: [UInt32] = []
    var ends: [Int] = []
    var values: [UInt32] = []
    var records: [AliasRecord] = []
    var first = 0
    while first < names.count {
      let key = keys[names[first].start..<names[first].end]
      var last = first + 1
      while last < names.count, keys[names[last].start..<names[last].end].elementsEqual(key) { last += 1 }
      labels += key
      ends.append(labels.count)
      let group = names[first..<last]
      values.append(
        KeyValue(firstAlias: records.count, needsCheck: group.contains { $0.record.flags.cased }).packed)
      for (index, name) in group.enumerated() {
        records.append(
          AliasRecord(
            entity: name.record.entity, number: name.record.number, kind: name.record.kind,
            isAmbiguous: name.record.flags.ambiguous, isCaseSensitive: name.record.flags.cased,
            isLastOfKey: index == group.count - 1))
      }
      first = last
    }
    let trie = DoubleArrayBuilder(labels: labels, ends: ends, values: values)
    let filter = BigramFilter(labels: labels, ends: ends)

    let byID = ids.indices.sorted { (ids[$0], $0) < (ids[$1], $1) }
    for (one, next) in zip(byID, byID.dropFirst()) where ids[one] == ids[next] {
      throw EntityDictionaryError(code: .duplicateID, entity: ids[one], name: ids[one])
    }
    var writer = DataArtifactWriter(
      kind: EntityDictionary.kind, formatVersion: EntityDictionary.formatVersion, dataVersion: dataVersion)
    let head = EntityDictionary.Head(
      root: trie.root, wordLimit: UInt32(classes.wordLimit), singlesStart: UInt32(classes.singles.lowerBound),
      singlesEnd: UInt32(classes.singles.upperBound), filterShift: filter.shift, entityCount: UInt32(ids.count),
      keyCount: UInt32(ends.count))
    writer.add(.init(letters: "HEAD"), values: [head])
    writer.add(.init(letters: "CLSB"), values: classes.basic)
    writer.add(.init(letters: "CLSS"), values: classes.supplementary)
    writer.add(.init(letters: "FILT"), values: filter.words)
    writer.add(.init(letters: "TRIE"), values: trie.units)
    writer.add(.init(letters: "NAME"), values: records)
    writer.add(.init(letters: "ENTS"), values: entityStarts)
    writer.add(.init(letters: "ENTB"), bytes: entityWriter.bytes)
    writer.add(.init(letters: "BYID"), values: byID.map { UInt32($0) })
    writer.add(.init(letters: "CHNG"), bytes: changeWriter.bytes)
    return writer.finish()
  }
}

/// A set of hashes of two neighbouring classes: the first two of each key. Most places of a text end here.
struct BigramFilter {
  /// How far a hash is shifted to give the number of a bit.
  let shift: UInt32
  /// The bits.
  private(set) var words: [UInt64]

  /// Collects the first two labels of each key, and the first with a separator behind it, for names such as `X AI`.
  init(labels: [UInt32], ends: [Int]) {
    var pairs = Set<UInt32>()
    var start = 0
    for end in ends {
      if end - start > 1 {
        pairs.insert(labels[start] << 16 | labels[start + 1])
        pairs.insert(labels[start] << 16 | UInt32(CharacterClass.separator))
      }
      start = end
    }
    // At least 16 bits a pair, so that at most one place in 16 passes by chance; no more than a megabyte.
    var bits: UInt32 = 10
    while bits < 23, 1 << bits < pairs.count * 16 { bits += 1 }
    shift = 32 - bits
    words = Array(repeating: 0, count: 1 << (bits - 6))
    for pair in pairs {
      let bit = Self.hash(pair) >> shift
      words[Int(bit >> 6)] |= 1 << UInt64(bit & 63)
    }
  }

  /// Multiplicative hashing by the golden ratio; the high bits are the good ones.
  @inline(__always)
  static func hash(_ pair: UInt32) -> UInt32 { pair &* 0x9E37_79B1 }
}
