/// Turns the words of user lexicons into a trie of units, and a tokenizer's tables with it.
enum UserTrieBuilder {
  /// The tables of `plain` with the words layered over them.
  static func tables(adding lexicons: [UserLexicon], to plain: ScoringTables) -> ScoringTables {
    let trie = UserTrie(expecting: lexicons.reduce(0) { $0 + $1.entries.count })
    var codes = UserCodes(plain)
    switch plain.profile {
    case .jieba:
      for entry in lexicons.lazy.flatMap(\.entries) {
        let units = entry.word.unicodeScalars.map { codes.jiebaUnit($0) }
        let frequency = entry.frequency ?? SuggestedFrequency.joining(units, trie, plain)
        trie.add(units, frequency: frequency, kind: entry.kind)
      }
      return ScoringTables(plain.lexicon, profile: .jieba, user: trie, codes: codes.changed)
    case .tech:
      for entry in lexicons.lazy.flatMap(\.entries) { codes.admit(entry.word) }
      // Words are read as the text will be: by the same rules and with the same numbers.
      let reading = ScoringTables(plain.lexicon, profile: .tech, user: nil, codes: codes.changed, hasUserLatin: true)
      var workspace = Workspace()
      for entry in lexicons.lazy.flatMap(\.entries) {
        let units = TechUnits.units(of: entry.word, &workspace, reading)
        trie.add(units, frequency: entry.frequency, kind: entry.kind)
      }
      return ScoringTables(plain.lexicon, profile: .tech, user: trie, codes: codes.changed, hasUserLatin: true)
    }
  }
}

/// Numbers for characters that only a user's words have.
struct UserCodes {
  private let tables: ScoringTables
  /// The table of a profile with the new numbers in it; `nil` while there are none.
  private(set) var changed: [UInt16]?
  private var nextHan: UInt16
  private var nextOther: UInt16
  private var foreign: [UInt32: UInt16] = [:]

  init(_ tables: ScoringTables) {
    self.tables = tables
    nextHan = tables.lexicon.firstSpareHan
    nextOther = UInt16(tables.lexicon.unitCount) + TechUnits.latinBuckets
  }

  private func code(_ value: UInt32) -> UInt16 {
    changed.map { $0[Int(value)] } ?? (unsafe tables.codes[Int(value)])
  }

  private mutating func assign(_ unit: UInt16, to value: UInt32) {
    if changed == nil { changed = unsafe Array(UnsafeBufferPointer(start: tables.codes, count: 0x10000)) }
    changed![Int(value)] = unit
  }

  /// The unit of a character of a word in jieba's profile. What jieba never counts as part of words gets a number that
  /// no text has: such words are known, but never found.
  mutating func jiebaUnit(_ scalar: Unicode.Scalar) -> UInt16 {
    let value = scalar.value
    if value < 0x80, ASCIIClass.isBlock(UInt8(value)) { return ASCIIClass.unit(UInt8(value)) }
    let unit = value < 0x10000 ? code(value) : UnitID.separator
    if unit == UnitID.unknownHan { return newHan(value) }
    if unit != UnitID.separator { return unit }
    if let known = foreign[value] { return known }
    if nextOther < UnitID.limit - 1 { nextOther += 1 }
    foreign[value] = nextOther - 1
    return nextOther - 1
  }

  private mutating func newHan(_ value: UInt32) -> UInt16 {
    guard nextHan < tables.lexicon.endOfSpareHan else { return UnitID.unknownHan }
    assign(nextHan, to: value)
    nextHan += 1
    return nextHan - 1
  }

  /// Gives numbers to the characters of a word in the tech profile that have none.
  mutating func admit(_ word: String) {
    for scalar in word.unicodeScalars where scalar.value < 0x10000 {
      let value = scalar.value
      if value < 0x80, ASCIIClass.isAlnum(UInt8(value)) { continue }
      switch code(value) {
      case UnitID.unknownHan: _ = newHan(value)
      case UnitID.separator where nextOther < UnitID.limit - 1:
        assign(nextOther, to: value)
        nextOther += 1
      default: break
      }
    }
  }
}
