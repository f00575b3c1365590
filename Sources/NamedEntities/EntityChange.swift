/// What a layer of a dictionary does to an entity of the layers below it.
///
/// An entity of the same id in the upper layer replaces the lower one whole; a change is for less than that.
public struct EntityChange: Hashable, Sendable {
  /// The two kinds of change.
  public enum Kind: String, Hashable, Sendable {
    /// None of the entity's names is found any more.
    case disable
    /// Some of its properties change.
    case amend
  }

  /// The id of the entity.
  public var id: String
  /// What happens to it.
  public var kind: Kind
  /// Another type, where that changes.
  public var type: EntityType?
  /// Another subtype, where that changes.
  public var subtype: String?
  /// Another canonical name, where that changes; the old one stays as an alias unless it is removed.
  public var name: String?
  /// Names it gains.
  public var addedAliases: [Entity.Alias] = []
  /// Names it loses, written in any script, width and case.
  public var removedNames: [String] = []
  /// Context cues it gains.
  public var addedCues: [String] = []

  /// Makes a change that does nothing more than its kind says.
  public init(id: String, kind: Kind) {
    self.id = id
    self.kind = kind
  }

  /// The entity after the change; `nil` where it is disabled, or would keep no name.
  func applied(to entity: Entity) -> Entity? {
    guard kind == .amend else { return nil }
    var entity = entity
    entity.type = type ?? entity.type
    entity.subtype = subtype ?? entity.subtype
    if let name, name != entity.name {
      entity.aliases.append(.init(entity.name, isAmbiguous: entity.isAmbiguous))
      entity.name = name
      entity.isAmbiguous = false
    }
    entity.aliases += addedAliases
    entity.cues += addedCues
    let removed = Set(removedNames.map { NameKey($0).characters })
    entity.aliases.removeAll { removed.contains(NameKey($0.text).characters) }
    if removed.contains(NameKey(entity.name).characters) {
      // The canonical name stays what the entity is called, but is not looked for: an alias takes its place.
      guard let first = entity.aliases.first(where: { $0.kind != .not }) else { return nil }
      entity.aliases.removeAll { $0 == first }
      entity.name = first.text
      entity.isAmbiguous = first.isAmbiguous
    }
    return entity
  }
}

/// One entry of a dictionary's source.
public enum DictionaryEntry: Hashable, Sendable {
  /// A new entity, or one that replaces that of the same id in a lower layer.
  case entity(Entity)
  /// A change to an entity of a lower layer.
  case change(EntityChange)

  /// The id of the entity it is about.
  public var id: String {
    switch self {
    case .entity(let entity): entity.id
    case .change(let change): change.id
    }
  }
}
