import NamedEntities
import TextOffsets

extension JSONWriter {
  /// Writes the members of a mention of `text`.
  mutating func members(of mention: Mention, in text: String) {
    members(of: mention.range)
    member("text", text[mention.range])
    member("id", mention.entityID)
    member("type", mention.type.rawValue)
    member("name", mention.name)
    member("kind", mention.kind.rawValue)
    if mention.score < 1 { member("score", mention.score) }
  }
}
