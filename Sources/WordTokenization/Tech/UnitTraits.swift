/// What the rules of the tech profile know of single characters, by unit: since units are folded, the same for both
/// scripts.
@safe
final class UnitTraits: @unchecked Sendable {
  // Sound because all of it is written in `init`, freed with the object, and texts have no units but those below `unitCount`.

  /// A set of traits.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt32
    /// A surname of one character; `commonWord` as well where it is more often a word.
    static let surname = Traits(rawValue: 1 << 0)
    static let commonWord = Traits(rawValue: 1 << 1)
    /// The first character of a surname of two.
    static let compoundSurname = Traits(rawValue: 1 << 2)
    /// A character of given names.
    static let given = Traits(rawValue: 1 << 3)
    /// A common word that stands in given names as well.
    static let commonWordGiven = Traits(rawValue: 1 << 4)
    /// 老 and 小, which stand before surnames.
    static let nickname = Traits(rawValue: 1 << 5)
    /// What 小 in 小王 may not follow: 最小.
    static let degree = Traits(rawValue: 1 << 6)
    /// A word of its own that is never part of an unknown word.
    static let function = Traits(rawValue: 1 << 7)
    /// A word that often follows a name, or the first character of one.
    static let afterName = Traits(rawValue: 1 << 8)
    static let startsWordAfterName = Traits(rawValue: 1 << 9)
    /// A character that foreign names are spelled with, and the dot inside of them.
    static let foreign = Traits(rawValue: 1 << 10)
    static let nameDot = Traits(rawValue: 1 << 11)
    /// A Han numeral, and what stands before measure words like one.
    static let numeral = Traits(rawValue: 1 << 12)
    static let determiner = Traits(rawValue: 1 << 13)
    /// A suffix that forms one word with a word of two characters.
    static let suffix = Traits(rawValue: 1 << 14)
    /// 说 and 讲.
    static let speech = Traits(rawValue: 1 << 15)
    /// A Latin word or a number.
    static let latin = Traits(rawValue: 1 << 16)
    /// A Han character that is rarely a word by itself, more rarely, and hardly ever.
    static let bound = Traits(rawValue: 1 << 17)
    static let uncommon = Traits(rawValue: 1 << 18)
    static let rare = Traits(rawValue: 1 << 19)

    /// What a rule starts from, at the start of any token, and at a token of one unit.
    static let triggers: Traits = [.surname, .compoundSurname, .nameDot, .numeral, .latin]
    static let singleTriggers: Traits = [.commonWord, .nickname, .suffix, .speech, .bound]
  }

  let table: UnsafeMutablePointer<UInt32>
  /// For `ztk_find_rule_places`.
  let flags: UnsafeMutablePointer<UInt8>

  /// The traits of the characters, by the table of units and their frequencies as words.
  init(_ codes: UnsafePointer<UInt16>, _ lexicon: Lexicon, unitCount count: Int) {
    unsafe table = .allocate(capacity: count)
    unsafe table.initialize(repeating: 0, count: count)
    unsafe flags = .allocate(capacity: count)
    unsafe flags.initialize(repeating: 0, count: count)
    for unit in UnitID.unknownHan..<lexicon.endOfSpareHan {
      let count = unsafe lexicon.techFrequencies[Int(lexicon.singleClasses[Int(unit)])]
      if count < 2500 { unsafe table[Int(unit)] |= Traits.bound.rawValue }
      if count < 300 { unsafe table[Int(unit)] |= Traits.uncommon.rawValue }
      if count < 60 { unsafe table[Int(unit)] |= Traits.rare.rawValue }
      unsafe flags[Int(unit)] = count < 2500 ? 4 | 2 : 4
    }
    for unit in [Int(UnitID.detachedRun)] + (Int(lexicon.latin.first)..<count) {
      unsafe table[unit] = Traits.latin.rawValue
      unsafe flags[unit] = 1
    }

    unsafe set(NameCharacters.surnames, .surname, codes)
    unsafe set(NameCharacters.commonWordSurnames, [.surname, .commonWord], codes)
    let compoundSurnames = NameCharacters.compoundSurnames.split(separator: " ")
    unsafe set(String(compoundSurnames.compactMap(\.first)), .compoundSurname, codes)
    unsafe set(NameCharacters.given, .given, codes)
    unsafe set(NameCharacters.commonWordGiven, .commonWordGiven, codes)
    unsafe set(NameCharacters.foreign, .foreign, codes)
    unsafe set(ForeignNames.dots, .nameDot, codes)
    unsafe set(PersonNames.nicknames, .nickname, codes)
    unsafe set(PersonNames.degrees, .degree, codes)
    unsafe set(PersonNames.wordsAfter, .afterName, codes)
    unsafe set(PersonNames.startsOfWordsAfter, .startsWordAfterName, codes)
    unsafe set(UnknownWords.functionWords, .function, codes)
    unsafe set(NumberUnits.numerals, .numeral, codes)
    unsafe set(NumberUnits.determiners, .determiner, codes)
    unsafe set(Suffixes.suffixes, .suffix, codes)
    unsafe set(FunctionWords.speech, .speech, codes)

    // Few characters are in a list; what the others do is known already.
    let unlisted: Traits = [.bound, .uncommon, .rare, .latin]
    for unit in 0..<count where unsafe table[unit] & ~unlisted.rawValue != 0 {
      let traits = unsafe Traits(rawValue: table[unit])
      // A surname that is a common word starts a name by itself only.
      let needsSingle = traits.contains([.surname, .commonWord])
      let any = traits.subtracting(needsSingle ? .surname : []).isDisjoint(with: .triggers) ? 0 : 1
      let single = traits.isDisjoint(with: .singleTriggers) ? 0 : 2
      let isHan = unit > UnitID.lastASCII && unit < lexicon.endOfSpareHan
      let repeats = isHan && traits.isDisjoint(with: [.function, .numeral]) ? 4 : 0
      unsafe flags[unit] = UInt8(any | single | repeats)
    }
  }

  deinit {
    unsafe table.deallocate()
    unsafe flags.deallocate()
  }

  private func set(_ characters: String, _ traits: Traits, _ codes: UnsafePointer<UInt16>) {
    for scalar in characters.unicodeScalars where scalar.value < 0x10000 {
      let unit = unsafe codes[Int(scalar.value)]
      if unit != UnitID.separator && unit != UnitID.unknownHan { unsafe table[Int(unit)] |= traits.rawValue }
    }
  }
}
