import NamedEntities

extension JSONWriter {
  /// Writes an entity as a line of a source: the same keys, in the same order.
  mutating func value(_ entity: Entity) {
    object { json in
      json.member("id", entity.id)
      json.member("type", entity.type.rawValue)
      if let subtype = entity.subtype { json.member("subtype", subtype) }
      json.member("name", entity.name)
      json.list("aliases", entity.aliases) { json, alias in
        json.object {
          $0.member("text", alias.text)
          $0.member("kind", alias.kind.rawValue)
          if alias.isAmbiguous { $0.member("ambiguous", true) }
          if alias.isCaseSensitive { $0.member("caseSensitive", true) }
        }
      }
      if let language = entity.language { json.member("language", language) }
      if let region = entity.region { json.member("region", region) }
      if !entity.externalIDs.isEmpty {
        json.key("external")
        json.object { json in
          for (key, value) in entity.externalIDs.sorted(by: { $0.key < $1.key }) { json.member(key, value) }
        }
      }
      json.list("relations", entity.relations) { json, relation in
        json.object {
          $0.member("kind", relation.kind)
          $0.member("target", relation.target)
        }
      }
      if entity.isAmbiguous { json.member("ambiguous", true) }
      json.list("cues", entity.cues) { $0.value($1) }
      if entity.isCaseSensitive { json.member("caseSensitive", true) }
      json.member("source", entity.source)
      json.member("license", entity.license)
    }
  }

  /// Writes a list as a member, unless it is empty.
  private mutating func list<T>(_ key: String, _ elements: [T], _ element: (inout JSONWriter, T) -> Void) {
    guard !elements.isEmpty else { return }
    self.key(key)
    array { json in for value in elements { element(&json, value) } }
  }
}

extension Entity {
  /// The entity for people, on several lines.
  var summary: String {
    var lines = ["\(name)  \(type.rawValue)\(subtype.map { ", " + $0 } ?? "")  \(id)"]
    for alias in aliases { lines.append("  \(alias.text)  (\(alias.kind.rawValue))") }
    for relation in relations { lines.append("  \(relation.kind): \(relation.target)") }
    if !cues.isEmpty { lines.append("  cues: \(cues.joined(separator: ", "))") }
    lines.append("  \(source), \(license)")
    return lines.joined(separator: "\n") + "\n"
  }
}
