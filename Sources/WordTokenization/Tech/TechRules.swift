internal import CTokenizerKernels

/// The rules of the tech profile that work on the best path, from left to right.
///
/// Most characters start no rule. Where one may start is told 64 places at a time: by flags of the units, and by whether a
/// token starts there, which rules before it may have changed.
enum TechRules {
  /// Joins and splits tokens by rule.
  ///
  /// - Parameter joinsUnknown: whether names and other words that the lexicon does not have are joined.
  static func apply(
    _ workspace: inout Workspace, count: Int, _ bytes: UnsafePointer<UInt8>, _ tables: ScoringTables,
    joinsUnknown: Bool
  ) {
    guard let traits = tables.traits else { return }
    var path = unsafe TokenPath(&workspace, count: count, bytes, tables, traits)
    // The first place that is not done, and whether the last unit of the word before is repeated.
    var (place, carry) = (0, UInt64(0))
    for word in 0...count / 64 {
      let found = unsafe ztk_find_rule_places(path.ids + 64 * word, traits.flags)
      let repeated = found.same << 1 | carry
      carry = found.same >> 63
      while place < 64 * word + 64 {
        let starts = path.starts(ofWord: word)
        let candidates =
          (starts.any & found.any | starts.single & (found.single | repeated))
          & (.max << UInt64(max(place - 64 * word, 0)))
        guard candidates != 0 else { break }
        let bit = candidates.trailingZeroBitCount
        let isRepeated = repeated >> UInt64(bit) & 1 == 1
        place = apply(
          &path, 64 * word + bit, path.traits(64 * word + bit), joinsUnknown: joinsUnknown, isRepeated: isRepeated)
      }
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
      if !traits.isDisjoint(with: PersonNames.triggers), let end = PersonNames.end(path, place) {
        path.join(place, end)
        return end
      }
      if traits.contains(.suffix) && Suffixes.join(&path, at: place) { return place + 1 }
      if traits.contains(.bound), let end = UnknownWords.end(path, place) {
        path.join(place, end)
        return end
      }
    }
    if isRepeated { Reduplication.join(&path, at: place) }
    return place + 1
  }
}
