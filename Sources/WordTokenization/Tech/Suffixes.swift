/// Suffixes that form one word with a word of two characters: 优化|器 becomes 优化器.
enum Suffixes {
  /// Those that are rarely words by themselves; 家, 人 and 长 are left to the lexicon.
  static let suffixes = "者性化率度界感观论业员师力器机体量层"

  /// Joins the suffix at the place to the word before it, where that is no function word and no number.
  static func join(_ path: inout TokenPath, at place: Int) -> Bool {
    guard place >= 2, path.isSingleHan(place), path.isPairOfHan(place - 2) else { return false }
    if path.traits(place - 2).contains(.numeral) { return false }
    if path.tables.words.neverSuffixed.contains(path.unit(place - 2), path.unit(place - 1)) { return false }
    path.join(at: place)
    return true
  }
}
