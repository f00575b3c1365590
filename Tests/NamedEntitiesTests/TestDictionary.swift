import NamedEntities
import TextOffsets

/// Makes an entity for a test: a name, and other names as plain texts.
func entity(
  _ id: String, _ type: EntityType, _ name: String, _ aliases: [String] = [],
  _ change: (inout Entity) -> Void = { _ in }
) -> Entity {
  var entity = Entity(id: id, type: type, name: name)
  entity.aliases = aliases.map { Entity.Alias($0) }
  change(&entity)
  return entity
}

/// The names found in `text` as the text writes them, in order, with `/` and the canonical name where that differs.
func found(_ text: String, by entities: [Entity], _ options: EntityRecognizer.Options = .init()) throws -> [String] {
  let recognizer = try EntityRecognizer(EntityDictionary(entities: entities))
  return recognizer.mentions(in: text, options: options).map { mention in
    let surface = String(text[mention.range])
    return surface == mention.name ? surface : "\(surface)/\(mention.name)"
  }
}
