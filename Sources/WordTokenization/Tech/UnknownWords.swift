/// Runs of single characters: persons' names are found first, function words stay apart, and the model joins the rest.
enum UnknownWords {
  /// Words of one character that are never part of an unknown word.
  static let functionWords =
    "的了着过得地是在和与或及而但也都就又还再才很太更最越不没有无这那哪此其每各某个些为被把将让给向从到由以对于跟比等们吗呢吧啊呀嘛我你他她它您咱谁上下里中内外前后时要会能可想说看做用去来"

  /// Joins what runs of single characters hold.
  static func join(_ path: inout TokenPath) {
    var place = 0
    while place < path.count {
      guard path.isSingleHan(place) else {
        place += 1
        continue
      }
      let start = place
      while place < path.count && path.isSingleHan(place) { place += 1 }
      if place - start > 1 { joinRun(&path, start, place) }
    }
  }

  private static func joinRun(_ path: inout TokenPath, _ start: Int, _ end: Int) {
    var place = start
    while place < end {
      if let nameEnd = PersonNames.end(path, place, end) {
        path.join(place, nameEnd)
        place = nameEnd
        continue
      }
      let first = place
      while place < end && !path.traits(place).contains(.function)
        && (place == first || PersonNames.end(path, place, end) == nil)
      {
        place += 1
      }
      path.joinByModel(first, place)
      if place == first { place += 1 }
    }
  }
}
