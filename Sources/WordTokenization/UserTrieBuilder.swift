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
      return ScoringTables(plain.lexicon, profile: .jieba, user: trie, own: codes)
    case .tech:
      for entry in lexicons.lazy.flatMap(\.entries) { codes.admit(entry.word) }
      // Words are read as the text will be: by the same rules and with the same numbers.
      let reading = ScoringTables(plain.lexicon, profile: .tech, user: nil, own: codes)
      var workspace = Workspace()
      for entry in lexicons.lazy.flatMap(\.entries) {
        let units = TechUnits.units(of: entry.word, &workspace, reading)
        // Parts without a number of their own would stand for any others.
        if units.contains(UnitID.unknownHan) || units.contains(UnitID.detachedRun) { continue }
        trie.add(units, frequency: entry.frequency, kind: entry.kind)
      }
      return ScoringTables(plain.lexicon, profile: .tech, user: trie, own: codes)
    }
  }
}

/// Numbers for characters and Latin words that only a user's words have.
///
/// There are 2,048 for Han characters and some 20,000 for all others. A word with parts that get none is never found.
struct UserCodes {
  private let tables: ScoringTables
  /// The table of a profile with the new numbers in it; `nil` while there are none.
  private(set) var changed: [UInt16]?
  private var nextHan: UInt16
  private var nextOther: UInt16
  private var foreign: [UInt32: UInt16] = [:]
  /// In the tech profile, Latin words, folded, and Han characters outside of the basic plane.
  private(set) var latin: [[UInt8]: UInt16] = [:]
  private(set) var rareHan: [UInt32: UInt16] = [:]
  /// Behind the numbers that have been given.
  var endOfNumbers: Int { Int(nextOther) }
  /// A number that no text has.
  private static let never = UnitID.limit - 1

  init(_ tables: ScoringTables) {
    self.tables = tables
    nextHan = tables.lexicon.firstSpareHan
    nextOther = UInt16(tables.lexicon.unitCount)
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
    if unit == UnitID.unknownHan {
      guard let new = newHan() else { return Self.never }
      assign(new, to: value)
      return new
    }
    if unit != UnitID.separator { return unit }
    if let known = foreign[value] { return known }
    let new = newOther() ?? Self.never
    foreign[value] = new
    return new
  }

  private mutating func newHan() -> UInt16? {
    guard nextHan < tables.lexicon.endOfSpareHan else { return nil }
    nextHan += 1
    return nextHan - 1
  }

  private mutating func newOther() -> UInt16? {
    guard nextOther < Self.never else { return nil }
    nextOther += 1
    return nextOther - 1
  }

  /// Gives numbers to the characters of a word in the tech profile that have none.
  mutating func admit(_ word: String) {
    for piece in LexiconCompiler.techPieces(of: word) {
      switch piece {
      case .latin(let word):
        let known = unsafe word.withUnsafeBufferPointer { unsafe tables.latin.unit($0.baseAddress!, word.count) }
        if known == UnitID.detachedRun, latin[word] == nil, let new = newOther() { latin[word] = new }
      case .character(let value) where value >= 0x10000:
        let isHan = value >= 0x20000 && value < 0x40000
        if isHan, rareHan[value] == nil, let new = newHan() { rareHan[value] = new }
      case .character(let value):
        switch code(value) {
        case UnitID.unknownHan: if let new = newHan() { assign(new, to: value) }
        case UnitID.separator: if let new = newOther() { assign(new, to: value) }
        default: break
        }
      }
    }
  }
}
