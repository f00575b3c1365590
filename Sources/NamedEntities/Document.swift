internal import TextOffsets

/// One text on its way through the recognizer: names are found, then judged by context, then referred back to.
@safe
struct Document {
  // Sound because the recognizer holds the text while the document lives.
  let recognizer: EntityRecognizer
  let text: UnsafeBufferPointer<UInt8>
  let scopes: [UTF8Range]
  /// The scopes and what lies between them, folded; empty where no name was found.
  private(set) var folded = FoldedText()
  private var entities: [EntityKey: Entity] = [:]
  /// Where a context cue stands first, so that it is looked for once a document.
  var firstPlaces: [[UInt32]: Int?] = [:]
  /// Where an entity that is related to the key's is named first.
  var relatedPlaces: [EntityKey: UTF8Range?] = [:]

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
    let names = names(nested: options.findsNestedNames)
    guard !names.isEmpty, let first = scopes.first, let last = scopes.last else { return Recognition() }
    folded = unsafe FoldedText(text, first.start..<last.end)
    var certain: [EntityKey: UTF8Range] = [:]
    for name in names where certain[name.readings[0].entity] == nil && isCertain(name) {
      certain[name.readings[0].entity] = name.range
    }
    var recognition = Recognition()
    var asserted: [(mention: Mention, entity: EntityKey)] = []
    for (name, judgements) in zip(names, judge(names, certain: certain)) {
      let mention = mention(of: name, judgements)
      if mention.score < options.minimumScore {
        recognition.doubtful.append(mention)
      } else {
        asserted.append((mention, judgements[0].reading.entity))
      }
    }
    recognition.mentions = asserted.map(\.mention)
    if options.resolvesReferences {
      recognition.mentions += references(to: asserted)
      recognition.mentions.sort {
        ($0.range.start, -$0.range.end, $0.level) < ($1.range.start, -$1.range.end, $1.level)
      }
    }
    return recognition
  }

  /// The mention that the likeliest reading makes of a name, with its version.
  private func mention(of name: Name, _ judgements: [Judgement]) -> Mention {
    let best = judgements[0]
    var range = name.range
    if name.level == 0, let end = VersionedNames.end(of: best.entity, at: folded.index(at: range.end), in: folded),
      folded.offsets[end] <= scopeEnd(at: range.start)
    {
      range.end = folded.offsets[end]
    }
    var mention = Mention(
      range: range, entityID: best.entity.id, type: best.entity.type, name: best.entity.name,
      kind: best.reading.alias == 0 ? .name : .alias, level: name.level)
    mention.score = best.score
    mention.evidence = best.evidence
    mention.alternatives = judgements.dropFirst().map { .init(entityID: $0.entity.id, score: $0.score) }
    return mention
  }

  /// The end of the scope that holds the byte `offset`. O(log n).
  func scopeEnd(at offset: Int) -> Int {
    var low = 0
    var high = scopes.count - 1
    while low < high {
      let middle = (low + high) / 2
      if scopes[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return scopes[low].end
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
        let name = Name(range: range, level: 0, readings: readings)
        names.append(name)
        if nested { names += nestedNames(in: name) }
      }
    }
    return names
  }

  /// Everything that what was found may mean; `nil` where it is no name after all.
  func readings(of found: NameScanner.Found, layer index: Int) -> [Reading]? {
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
    return readings.isEmpty ? nil : readings
  }
}
