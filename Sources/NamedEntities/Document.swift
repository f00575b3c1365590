internal import TextOffsets

/// One text on its way through the recognizer: names are found, then judged by context, then referred back to.
@safe
struct Document {
  // Sound because the recognizer holds the text while the document lives.
  let recognizer: EntityRecognizer
  let text: UnsafeBufferPointer<UInt8>
  let scopes: [UTF8Range]
  private var entities: [EntityKey: Entity] = [:]

  /// An entity of a layer.
  struct EntityKey: Hashable {
    let layer: Int
    let number: UInt32
  }

  /// A name found, with everything it may mean.
  struct Name {
    var range: UTF8Range
    var level: Int
    var readings: [Reading]
  }

  /// One thing a name may mean.
  struct Reading {
    let entity: EntityKey
    /// The number of the alias; 0 is the canonical name.
    let alias: Int
    let isAmbiguous: Bool
  }

  init(_ recognizer: EntityRecognizer, _ text: UnsafeBufferPointer<UInt8>, scopes: [UTF8Range]) {
    self.recognizer = recognizer
    unsafe self.text = text
    self.scopes = scopes
  }

  mutating func recognize(_ options: EntityRecognizer.Options) -> Recognition {
    var recognition = Recognition()
    for name in names(nested: options.findsNestedNames) {
      guard let reading = name.readings.first else { continue }
      let entity = entity(reading.entity)
      recognition.mentions.append(
        Mention(
          range: name.range, entityID: entity.id, type: entity.type, name: entity.name,
          kind: reading.alias == 0 ? .name : .alias, level: name.level))
    }
    return recognition
  }

  /// The entity of a reading, decoded once a document.
  mutating func entity(_ key: EntityKey) -> Entity {
    if let known = entities[key] { return known }
    let entity = recognizer.layers[key.layer].dictionary.entity(at: Int(key.number))
    entities[key] = entity
    return entity
  }

  /// The names in the document's scopes, each followed by those inside of it.
  private mutating func names(nested: Bool) -> [Name] {
    var names: [Name] = []
    for scope in scopes {
      var scan = unsafe LayeredScan(recognizer.layers, text: text, scope: scope.offsets)
      var offset = scope.start
      while let (layer, found) = scan.next(from: offset) {
        offset = found.end
        let range = UTF8Range(start: found.start, end: found.end)
        guard let readings = readings(of: found, layer: layer) else { continue }
        names.append(Name(range: range, level: 0, readings: readings))
        if nested { appendNames(inside: range, to: &names) }
      }
    }
    return names
  }

  /// Everything that what was found may mean; `nil` where it is no name after all.
  private func readings(of found: NameScanner.Found, layer index: Int) -> [Reading]? {
    let layer = recognizer.layers[index]
    let spelling = unsafe Spelling(text, found.start..<found.end)
    var readings: [Reading] = []
    for record in layer.dictionary.records(of: found.value) where !layer.deadEntities.contains(record.entity) {
      guard layer.dictionary.isName(record, spelledAs: spelling) else { continue }
      if record.kind == .not { return nil }
      let key = EntityKey(layer: index, number: record.entity)
      if readings.contains(where: { $0.entity == key }) { continue }
      readings.append(Reading(entity: key, alias: Int(record.number), isAmbiguous: record.isAmbiguous))
    }
    return readings
  }

  /// Finds the names strictly inside of `outer`: first one that starts with it and ends sooner, then what starts later.
  private func appendNames(inside outer: UTF8Range, to names: inout [Name]) {
    guard let first = unsafe NameBoundary.scalar(at: outer.start, in: text),
      let last = unsafe NameBoundary.scalar(before: outer.end, in: text)
    else { return }
    var offset = outer.start + UTF8.width(first)
    func append(_ match: (layer: Int, found: NameScanner.Found)) {
      offset = match.found.end
      guard let readings = readings(of: match.found, layer: match.layer) else { return }
      names.append(
        Name(range: UTF8Range(start: match.found.start, end: match.found.end), level: 1, readings: readings))
    }
    var scan = unsafe LayeredScan(
      recognizer.layers, text: text, scope: outer.start..<max(outer.start, outer.end - UTF8.width(last)))
    if let match = scan.next(from: outer.start), match.found.start == outer.start { append(match) }
    guard offset < outer.end else { return }
    scan = unsafe LayeredScan(recognizer.layers, text: text, scope: offset..<outer.end)
    while let match = scan.next(from: offset) { append(match) }
  }
}
