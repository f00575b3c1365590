/// The rules of the tech profile that work on the best path, from left to right.
///
/// Most characters start no rule; where one may, its traits tell which.
enum TechRules {
  /// Joins and splits tokens by rule.
  ///
  /// - Parameter joinsUnknown: whether names and other words that the lexicon does not have are joined.
  static func apply(
    _ workspace: borrowing Workspace, count: Int, _ bytes: UnsafePointer<UInt8>, _ tables: ScoringTables,
    joinsUnknown: Bool
  ) {
    var path = unsafe TokenPath(workspace, count: count, bytes, tables)
    var previous = UnitID.separator
    var place = 0
    while place < count {
      let traits = path.traits(place)
      let unit = path.unit(place)
      if traits.isDisjoint(with: .triggers) && unit != previous || !path.isStart(place) {
        previous = unit
        place += 1
        continue
      }
      place = apply(&path, place, traits, joinsUnknown: joinsUnknown, isRepeated: unit == previous)
      previous = path.unit(place - 1)
    }
  }

  /// Applies the first rule that fits at the start of a token, and gives the place to go on from.
  private static func apply(
    _ path: inout TokenPath, _ place: Int, _ traits: UnitTraits.Traits, joinsUnknown: Bool, isRepeated: Bool
  ) -> Int {
    if traits.contains(.nameDot), let end = ForeignNames.join(&path, around: place) { return end }
    if traits.contains(.latin) {
      NumberUnits.split(&path, behindNumber: place)
      return place + 1
    }
    if traits.contains(.numeral), let end = NumberUnits.join(&path, from: place) { return end }
    if traits.contains(.speech) { FunctionWords.split(&path, behindSpeech: place) }
    if joinsUnknown {
      if let end = PersonNames.end(path, place) {
        path.join(place, end)
        return end
      }
      if traits.contains(.suffix) && Suffixes.join(&path, at: place) { return place + 1 }
      if let end = UnknownWords.end(path, place) {
        path.join(place, end)
        return end
      }
    }
    if isRepeated { Reduplication.join(&path, at: place) }
    return place + 1
  }
}
