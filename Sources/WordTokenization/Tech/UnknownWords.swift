/// Words that neither the lexicon nor another rule knows: neighbouring characters that are rarely words by
/// themselves, one of them an uncommon one.
enum UnknownWords {
  /// Words of one character that are never part of an unknown word.
  static let functionWords = """
    的地得了着过吗呢吧啊呀嘛是在有和与及或而但也都就又还再才很太更最越不没无这那哪此其每各某为被把将让给向从到由\
    以对于跟比等们我你他她它您咱谁上下里中内外前后时要会能可想说看做用去来
    """

  /// The most characters of an unknown word.
  private static let longest = 4

  /// Where the unknown word that starts with the character at `start` ends; `nil` where there is none.
  static func end(_ path: borrowing TokenPath, _ start: Int) -> Int? {
    guard isBound(path, start) else { return nil }
    var isUncommon = false
    var end = start
    while end - start < longest, isBound(path, end) {
      if path.traits(end).contains(.uncommon) { isUncommon = true }
      end += 1
    }
    if end - start > 1 { return isUncommon ? end : nil }
    // A given name alone, one of its characters rare: 俊旸.
    guard path.traits(start).contains(.rare), path.isSingleHan(end), path.traits(end).contains(.given) else {
      return nil
    }
    return end + 1
  }

  private static func isBound(_ path: borrowing TokenPath, _ place: Int) -> Bool {
    path.isSingleHan(place) && path.traits(place).contains(.bound) && !path.traits(place).contains(.function)
  }
}
