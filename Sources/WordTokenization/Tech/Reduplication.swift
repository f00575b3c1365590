/// Repeated characters: 聊|聊 becomes 聊聊, 一位|位 becomes 一位位.
enum Reduplication {
  /// Joins the character at the place to the same one before it.
  static func join(_ path: inout TokenPath, at place: Int) {
    guard place > 0, path.isSingleHan(place), path.traits(place).isDisjoint(with: [.function, .numeral]) else { return }
    let start = path.start(endingAt: place)
    if place - start == 1 || place - start == 2 && path.unit(start) == path.tables.words.one { path.join(at: place) }
  }
}
