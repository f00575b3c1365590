import NamedEntities
import TextOffsets

extension JSONWriter {
  /// Writes the members of a mention.
  mutating func members(of mention: Mention, in text: String, withLevel: Bool = false) {
    members(of: mention.range)
    member("text", text[mention.range])
    member("id", mention.entityID)
    member("type", mention.type.rawValue)
    member("name", mention.name)
    member("kind", mention.kind.rawValue)
    if withLevel { member("level", mention.level) }
    if mention.score < 1 { member("score", (mention.score * 1000).rounded() / 1000) }
    if let antecedent = mention.antecedent {
      key("antecedent")
      object { $0.members(of: antecedent) }
    }
  }
}
