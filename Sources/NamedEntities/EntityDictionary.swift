package import DataArtifact
internal import DoubleArray

/// A compiled set of entities and their names: immutable, and read in place.
///
/// It is compiled in memory from entities (`init(entities:)`), or was compiled to an artifact before and is only mapped.
/// A copy costs nothing, and any number of threads may share one.
///
/// Layers of dictionaries are put together by `EntityRecognizer`; this type alone offers the plain search,
/// `matches(in:within:)`.
@safe
public struct EntityDictionary: @unchecked Sendable {
  // Sound because the pointers lead into the artifact's memory, which it keeps alive and nobody writes to.

  static let kind = DataArtifact.Tag(letters: "ENTD")
  static let formatVersion: UInt32 = 1

  /// The numbers of the section `HEAD`.
  struct Head: BitwiseCopyable {
    var root: UInt32 = 0
    var wordLimit: UInt32 = 0
    var singlesStart: UInt32 = 0
    var singlesEnd: UInt32 = 0
    var entityCount: UInt32 = 0
    var keyCount: UInt32 = 0
    var reserved: (UInt32, UInt32) = (0, 0)
  }

  /// The number of entities.
  public var count: Int { Int(head.entityCount) }
  /// The number of different names, folded forms of one name counted once.
  public var nameCount: Int { Int(head.keyCount) }
  /// The version of the data, as year × 10,000 + month × 100 + day; 0 where the maker gave none.
  public var dataVersion: Int { Int(artifact.dataVersion) }

  private let artifact: DataArtifact
  let head: Head
  /// The class of each character of the Basic Multilingual Plane.
  let basicClasses: UnsafeBufferPointer<UInt16>
  let supplementaryClasses: UnsafeBufferPointer<SupplementaryClass>
  /// The words of a `PrefixFilter`.
  let filter: UnsafeBufferPointer<UInt64>
  let trie: DoubleArray
  let aliases: UnsafeBufferPointer<AliasRecord>
  /// Where each entity begins in `entityBytes`.
  private let entityStarts: UnsafeBufferPointer<UInt32>
  private let entityBytes: DataArtifact.Section
  /// The numbers of the entities in ascending order of their ids.
  private let entitiesByID: UnsafeBufferPointer<UInt32>

  /// What the dictionary changes in those below it, when it is a layer.
  public let changes: [EntityChange]

  /// Opens a compiled dictionary in place.
  package init(artifact: DataArtifact) throws(DataArtifactError) {
    func array<T: BitwiseCopyable>(_ name: StaticString, of type: T.Type) throws(DataArtifactError)
      -> UnsafeBufferPointer<T>
    {
      try unsafe artifact.section(.init(letters: name)).array(of: type)
    }
    let heads = try unsafe array("HEAD", of: Head.self)
    guard heads.count == 1 else { throw DataArtifactError(code: .damagedSection) }
    head = unsafe heads[0]
    unsafe basicClasses = try array("CLSB", of: UInt16.self)
    unsafe supplementaryClasses = try array("CLSS", of: SupplementaryClass.self)
    unsafe filter = try array("FILT", of: UInt64.self)
    trie = try unsafe DoubleArray(units: array("TRIE", of: DoubleArray.Unit.self), root: head.root)
    unsafe aliases = try array("NAME", of: AliasRecord.self)
    unsafe entityStarts = try array("ENTS", of: UInt32.self)
    entityBytes = try artifact.section(.init(letters: "ENTB"))
    unsafe entitiesByID = try array("BYID", of: UInt32.self)
    var changeReader = try unsafe EntityReader(artifact.section(.init(letters: "CHNG")).bytes, at: 0)
    changes = changeReader.changes()
    self.artifact = artifact
    // The scanner indexes these without a test; everything else it reads is tested where it is read.
    guard unsafe basicClasses.count == 0x1_0000, unsafe filter.count.nonzeroBitCount == 1,
      unsafe entityStarts.count == count, unsafe entitiesByID.count == count
    else { throw DataArtifactError(code: .damagedSection) }
  }

  /// The entity with the given number, from 0. Decodes its record: about a microsecond.
  func entity(at number: Int) -> Entity {
    guard number < count else { return Entity(id: "", type: .product, name: "") }
    var reader = unsafe EntityReader(entityBytes.bytes, at: Int(entityStarts[number]))
    return reader.entity()
  }

  /// The id of the entity with the given number.
  private func id(at number: Int) -> String {
    guard number < count else { return "" }
    var reader = unsafe EntityReader(entityBytes.bytes, at: Int(entityStarts[number]))
    _ = reader.type()
    return reader.string()
  }

  /// The number of the entity with the given id. O(log n).
  func number(ofID id: String) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      let number = unsafe Int(entitiesByID[middle])
      let candidate = self.id(at: number)
      if candidate == id { return number }
      if candidate.utf8.lexicographicallyPrecedes(id.utf8) { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// The entity with the given id. O(log n).
  public func entity(id: String) -> Entity? { number(ofID: id).map(entity(at:)) }

  /// Every entity, in the order of the source.
  public var entities: some RandomAccessCollection<Entity> {
    (0..<count).lazy.map(entity(at:))
  }

  /// The entities that have `name` among their names, folded as in matching. O(length of the name).
  public func entities(named name: String) -> [Entity] {
    var seen = Set<UInt32>()
    return (value(ofName: name).map(records(of:)) ?? []).filter { $0.kind != .not && seen.insert($0.entity).inserted }
      .map { entity(at: Int($0.entity)) }
  }

  /// The value of the key of `name`, where it is a name.
  func value(ofName name: String) -> KeyValue? {
    var node = trie.root
    for character in NameKey(name).characters {
      guard let child = trie.child(of: node, UInt32(characterClass(of: character))) else { return nil }
      node = child
    }
    return trie.value(at: node).map(KeyValue.init(packed:))
  }

  /// The records of one key.
  func records(of value: KeyValue) -> [AliasRecord] {
    var index = value.firstAlias
    var records: [AliasRecord] = []
    while unsafe index < aliases.count {
      let record = unsafe aliases[index]
      records.append(record)
      if record.isLastOfKey { break }
      index += 1
    }
    return records
  }

  /// The class of a character.
  func characterClass(of character: UInt32) -> UInt16 {
    if character <= 0xFFFF { return unsafe basicClasses[Int(character)] }
    var low = 0
    var high = unsafe supplementaryClasses.count
    while low < high {
      let middle = (low + high) / 2
      if unsafe supplementaryClasses[middle].scalar < character { low = middle + 1 } else { high = middle }
    }
    guard unsafe low < supplementaryClasses.count else { return CharacterClass.none }
    let found = unsafe supplementaryClasses[low]
    return found.scalar == character ? UInt16(truncatingIfNeeded: found.characterClass) : CharacterClass.none
  }
}
