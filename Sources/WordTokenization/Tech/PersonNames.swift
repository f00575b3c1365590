/// Persons' names: 林俊旸, 何小鹏, 欧阳晨, 老张.
///
/// A surname that is a token by itself takes one or two characters of given names, or a word of two such characters.
/// Surnames that are common words (方, 高, 任) need rarer characters, or a word behind that often follows names.
enum PersonNames {
  static let triggers: UnitTraits.Traits = [.surname, .compoundSurname, .nickname]
  static let nicknames = "老小"
  static let degrees = "大不最更很太越较"
  /// Words of one character that often follow a name.
  static let wordsAfter = "和与及说等在从也曾是的则还都就将把对又已率称问笑用以给"
  /// What words of two characters that often follow a name begin with: 表示, 教授, 老师.
  static let startsOfWordsAfter = "表认指介透回坦直教老院博先女总董创同校主经律医记导摄报编作"

  /// Where the name that starts with the token at `start` ends; `nil` for no name.
  static func end(_ path: borrowing TokenPath, _ start: Int) -> Int? {
    let traits = path.traits(start)
    if traits.contains(.compoundSurname), path.isPairOfHan(start),
      path.tables.words.compoundSurnames.contains(path.unit(start), path.unit(start + 1))
    {
      return givenEnd(path, start + 2, isCommonWord: false, start)
    }
    if traits.contains(.surname) {
      if path.isSingleHan(start) {
        let isCommonWord = traits.contains(.commonWord)
        if isNumbered(path, start) { return nil }
        return givenEnd(path, start + 1, isCommonWord: isCommonWord, start)
      }
      return fusedEnd(path, start)
    }
    if traits.contains(.nickname), path.isSingleHan(start), path.isSingleHan(start + 1),
      path.traits(start + 1).contains(.surname), !startsGivenName(path, start + 2),
      start == 0 || !path.traits(start - 1).contains(.degree)
    {
      return start + 2
    }
    return nil
  }

  /// Whether a given name starts behind 小王: 小|王伟, but 小王|刚|走.
  private static func startsGivenName(_ path: borrowing TokenPath, _ place: Int) -> Bool {
    guard path.isSingleHan(place), isGiven(path, place) else { return false }
    return path.unit(place) != path.tables.words.justNow || isEndOfName(path, place + 1)
  }

  /// Where the given name at the place ends.
  private static func givenEnd(
    _ path: borrowing TokenPath, _ place: Int, isCommonWord: Bool, _ surname: Int
  ) -> Int? {
    if path.isPairOfHan(place) {
      guard mayBeGiven(path, place), isLastOfGiven(path, place + 1, isCommonWord: isCommonWord) else { return nil }
      if isCommonWord && surname > 0 && path.isHan(surname - 1) && !isEndOfName(path, place + 2) { return nil }
      return path.isRarer(place, place + 2, than: isCommonWord ? 300 : 4000) ? place + 2 : nil
    }
    guard path.isSingleHan(place), mayBeGiven(path, place) else { return nil }
    let isFunction = path.traits(place).contains(.function)
    if path.isSingleHan(place + 1), isLastOfGiven(path, place + 1, isCommonWord: isCommonWord),
      !(isFunction && isCommonWord),
      !isCommonWord || path.traits(place).contains(.given) || path.traits(place + 1).contains(.rare)
        || isEndOfName(path, place + 2)
    {
      return place + 2
    }
    guard isLastOfGiven(path, place, isCommonWord: isCommonWord) else { return nil }
    return !isCommonWord || isEndOfName(path, place + 1) ? place + 1 : nil
  }

  /// Whether a given name may end with the character; a common word may only where the name surely ends with it.
  private static func isLastOfGiven(_ path: borrowing TokenPath, _ place: Int, isCommonWord: Bool) -> Bool {
    let traits = path.traits(place)
    if traits.contains(.function) { return false }
    return !traits.isDisjoint(with: [.given, .rare])
      || !isCommonWord && traits.contains(.commonWordGiven) && isEndOfName(path, place + 1)
  }

  /// Where a name ends whose surname and first given character the dictionary has as a word: 王海|峰.
  private static func fusedEnd(_ path: borrowing TokenPath, _ start: Int) -> Int? {
    guard path.isPairOfHan(start), !path.traits(start).contains(.commonWord), isGivenCharacter(path, start + 1),
      path.isSingleHan(start + 2), mayBeGiven(path, start + 2), !path.traits(start + 2).contains(.function),
      isEndOfName(path, start + 3), path.isRarer(start, start + 2, than: 30)
    else { return nil }
    return start + 3
  }

  /// Whether what stands at the place often follows a name: a mark, the end, 说, 教授.
  private static func isEndOfName(_ path: borrowing TokenPath, _ place: Int) -> Bool {
    if place >= path.count || !path.isHan(place) { return true }
    let traits = path.traits(place)
    return path.isSingleHan(place) && traits.contains(.afterName)
      || path.isPairOfHan(place) && traits.contains(.startsWordAfterName)
  }

  /// Whether a number or a word like 这 stands before the place, where 张 and 段 are measure words.
  private static func isNumbered(_ path: borrowing TokenPath, _ place: Int) -> Bool {
    place > 0 && (!path.traits(place - 1).isDisjoint(with: [.numeral, .determiner]) || path.isNumber(place - 1))
  }

  private static func isGivenCharacter(_ path: borrowing TokenPath, _ place: Int) -> Bool {
    !path.traits(place).isDisjoint(with: [.given, .rare])
  }

  private static func isGiven(_ path: borrowing TokenPath, _ place: Int) -> Bool {
    isGivenCharacter(path, place) && !path.traits(place).contains(.function)
  }

  private static func mayBeGiven(_ path: borrowing TokenPath, _ place: Int) -> Bool {
    isGivenCharacter(path, place) || path.traits(place).contains(.commonWordGiven)
  }
}
