/// A dictionary in a stack, with what the layers above took from it.
struct Layer: Sendable {
  let dictionary: EntityDictionary
  /// The numbers of entities that an upper layer replaced, amended or disabled.
  private(set) var deadEntities: Set<UInt32> = []
  /// The first alias of each key that no living entity has.
  private(set) var deadKeys: Set<Int> = []

  private init(_ dictionary: EntityDictionary) { self.dictionary = dictionary }

  /// Stacks dictionaries, the last on top: the result has the top layer first. Entities that changes amend come in a
  /// layer of their own above all others.
  static func stack(_ dictionaries: [EntityDictionary]) -> [Layer] {
    var layers: [Layer] = []
    var amended: [String: Entity] = [:]
    for dictionary in dictionaries {
      for change in dictionary.changes {
        let entity = amended.removeValue(forKey: change.id) ?? living(change.id, in: layers)
        amended[change.id] = entity.flatMap(change.applied(to:))
        for index in layers.indices { layers[index].kill(change.id) }
      }
      for index in layers.indices { layers[index].kill(replacedBy: dictionary) }
      for id in amended.keys where dictionary.number(ofID: id) != nil { amended[id] = nil }
      layers.append(Layer(dictionary))
    }
    // Amended entities come from compiled dictionaries: their ids are unique and their names can be compiled, unless a
    // change in a damaged file says otherwise; then it is without effect.
    if !amended.isEmpty, let top = try? EntityDictionary(entities: amended.values.sorted { $0.id < $1.id }) {
      layers.append(Layer(top))
    }
    return layers.reversed()
  }

  private static func living(_ id: String, in layers: [Layer]) -> Entity? {
    for layer in layers.reversed() {
      if let number = layer.dictionary.number(ofID: id), !layer.deadEntities.contains(UInt32(number)) {
        return layer.dictionary.entity(at: number)
      }
    }
    return nil
  }

  private mutating func kill(replacedBy upper: EntityDictionary) {
    let (fewer, more) = upper.count < dictionary.count ? (upper, dictionary) : (dictionary, upper)
    for entity in fewer.entities where more.number(ofID: entity.id) != nil { kill(entity.id) }
  }

  private mutating func kill(_ id: String) {
    guard let number = dictionary.number(ofID: id), deadEntities.insert(UInt32(number)).inserted else { return }
    let entity = dictionary.entity(at: number)
    for name in [entity.name] + entity.aliases.map(\.text) {
      guard let value = dictionary.value(ofName: name) else { continue }
      if dictionary.records(of: value).allSatisfy({ deadEntities.contains($0.entity) }) {
        deadKeys.insert(value.firstAlias)
      }
    }
  }
}
