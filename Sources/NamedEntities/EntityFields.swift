/// Turns one object of a JSON Lines source into an entity, with an error at the byte that is wrong.
///
/// `Sources/CTechEntities/data/entity.schema.json` describes the same form as a JSON Schema.
struct EntityFields {
  /// A line of a source: an entity, or what a layer does to one of the layer below.
  static func entry(of value: JSONValue) throws(JSONError) -> DictionaryEntry {
    guard case .object(let members) = value.content else {
      throw JSONError(reason: "an entry is a JSON object", offset: value.offset)
    }
    if let change = members.first(where: { $0.key.text == "change" }) {
      return try self.change(change.value, members, offset: value.offset)
    }
    return .entity(try entity(members, offset: value.offset))
  }

  /// The entity of a row or list item, where only name and type are needed.
  static func listed(_ members: Members, offset: Int) throws(JSONError) -> Entity {
    var members = members
    let name = try members.first { $0.key.text == "name" }.map { member throws(JSONError) in try text(member.value) }
    for (key, value) in [("id", "user." + (name ?? "")), ("source", "user"), ("license", "none")]
    where !members.contains(where: { $0.key.text == key }) {
      members.append((JSONKey(text: key, offset: offset), JSONValue(content: .string(value), offset: offset)))
    }
    return try entity(members, offset: offset)
  }

  typealias Members = [(key: JSONKey, value: JSONValue)]

  private static func entity(_ members: Members, offset: Int) throws(JSONError) -> Entity {
    for required in ["id", "type", "name", "source", "license"]
    where !members.contains(where: { $0.key.text == required }) {
      throw JSONError(reason: "\"\(required)\" is missing", offset: offset)
    }
    var entity = Entity(id: "", type: .product, name: "")
    for (key, value) in members { try set(key, value, of: &entity) }
    return entity
  }

  private static func set(_ key: JSONKey, _ value: JSONValue, of entity: inout Entity) throws(JSONError) {
    switch key.text {
    case "id": entity.id = try text(value)
    case "type": entity.type = try type(value)
    case "subtype": entity.subtype = try text(value)
    case "name": entity.name = try text(value)
    case "aliases": entity.aliases = try list(value, alias)
    case "language": entity.language = try text(value)
    case "region": entity.region = try text(value)
    case "external":
      for (key, value) in try object(value) { entity.externalIDs[key.text] = try text(value) }
    case "relations": entity.relations = try list(value, relation)
    case "ambiguous": entity.isAmbiguous = try bool(value)
    case "cues": entity.cues = try list(value, text)
    case "caseSensitive": entity.isCaseSensitive = try bool(value)
    case "source": entity.source = try text(value)
    case "license": entity.license = try text(value)
    default: throw JSONError(reason: "an entry has no key \"\(key.text)\"", offset: key.offset)
    }
  }

  private static func alias(_ value: JSONValue) throws(JSONError) -> Entity.Alias {
    if case .string(let text) = value.content, !text.isEmpty { return Entity.Alias(text) }
    var alias = Entity.Alias("")
    for (key, value) in try object(value) {
      switch key.text {
      case "text": alias.text = try text(value)
      case "kind":
        guard let kind = Entity.Alias.Kind(rawValue: try text(value)) else {
          let kinds = Entity.Alias.Kind.allCases.map(\.rawValue).joined(separator: ", ")
          throw JSONError(reason: "an alias has one of the kinds \(kinds)", offset: value.offset)
        }
        alias.kind = kind
      case "ambiguous": alias.isAmbiguous = try bool(value)
      case "caseSensitive": alias.isCaseSensitive = try bool(value)
      default: throw JSONError(reason: "an alias has no key \"\(key.text)\"", offset: key.offset)
      }
    }
    guard !alias.text.isEmpty else { throw JSONError(reason: "\"text\" is missing", offset: value.offset) }
    return alias
  }

  private static func relation(_ value: JSONValue) throws(JSONError) -> Entity.Relation {
    var relation = Entity.Relation(kind: "", target: "")
    for (key, value) in try object(value) {
      switch key.text {
      case "kind": relation.kind = try text(value)
      case "target": relation.target = try text(value)
      default: throw JSONError(reason: "a relation has no key \"\(key.text)\"", offset: key.offset)
      }
    }
    guard !relation.kind.isEmpty, !relation.target.isEmpty else {
      throw JSONError(reason: "a relation has \"kind\" and \"target\"", offset: value.offset)
    }
    return relation
  }

  private static func change(
    _ change: JSONValue, _ members: Members, offset: Int
  ) throws(JSONError) -> DictionaryEntry {
    guard let id = members.first(where: { $0.key.text == "id" }) else {
      throw JSONError(reason: "\"id\" is missing", offset: offset)
    }
    var change = EntityChange(id: try text(id.value), kind: try changeKind(change))
    for (key, value) in members {
      switch (key.text, change.kind) {
      case ("id", _), ("change", _): break
      case ("type", .amend): change.type = try type(value)
      case ("subtype", .amend): change.subtype = try text(value)
      case ("name", .amend): change.name = try text(value)
      case ("aliases", .amend): change.addedAliases = try list(value, alias)
      case ("remove", .amend): change.removedNames = try list(value, text)
      case ("cues", .amend): change.addedCues = try list(value, text)
      default:
        throw JSONError(reason: "a change of this kind has no key \"\(key.text)\"", offset: key.offset)
      }
    }
    return .change(change)
  }

  private static func changeKind(_ value: JSONValue) throws(JSONError) -> EntityChange.Kind {
    guard let kind = EntityChange.Kind(rawValue: try text(value)) else {
      throw JSONError(reason: "a change is \"disable\" or \"amend\"", offset: value.offset)
    }
    return kind
  }

  private static func type(_ value: JSONValue) throws(JSONError) -> EntityType {
    guard let type = EntityType(rawValue: try text(value)) else {
      let types = EntityType.allCases.map(\.rawValue).joined(separator: ", ")
      throw JSONError(reason: "a type is one of \(types)", offset: value.offset)
    }
    return type
  }

  private static func text(_ value: JSONValue) throws(JSONError) -> String {
    guard case .string(let text) = value.content, !text.isEmpty else {
      throw JSONError(reason: "a text that is not empty belongs here", offset: value.offset)
    }
    return text
  }

  private static func bool(_ value: JSONValue) throws(JSONError) -> Bool {
    guard case .bool(let bool) = value.content else {
      throw JSONError(reason: "true or false belongs here", offset: value.offset)
    }
    return bool
  }

  private static func object(_ value: JSONValue) throws(JSONError) -> Members {
    guard case .object(let members) = value.content else {
      throw JSONError(reason: "an object belongs here", offset: value.offset)
    }
    return members
  }

  private static func list<T>(
    _ value: JSONValue, _ element: (JSONValue) throws(JSONError) -> T
  ) throws(JSONError) -> [T] {
    guard case .array(let values) = value.content else {
      throw JSONError(reason: "a list belongs here", offset: value.offset)
    }
    var list: [T] = []
    for value in values { list.append(try element(value)) }
    return list
  }
}
