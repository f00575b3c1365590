/// The words that rules know, by unit.
struct RuleWords: Sendable {
  /// See `Suffixes`.
  var neverSuffixed = WordSet()
  /// See `NumberUnits`.
  var measureAndNoun = WordSet()
  var yearAndSide = WordSet()
  var compoundSurnames = WordSet()
  /// 的话.
  var deHua = WordSet()
  /// 年, 月, 日, 多, 余, 一, 第, 让 and 刚.
  var year: UInt16 = 0
  var month: UInt16 = 0
  var day: UInt16 = 0
  var more: UInt16 = 0
  var odd: UInt16 = 0
  var one: UInt16 = 0
  var ordinal: UInt16 = 0
  var jean: UInt16 = 0
  var justNow: UInt16 = 0

  init() {}

  init(_ codes: UnsafePointer<UInt16>) {
    func unit(_ character: Unicode.Scalar) -> UInt16 { unsafe codes[Int(character.value)] }
    neverSuffixed = unsafe WordSet(FunctionWords.pairs, codes)
    measureAndNoun = unsafe WordSet(NumberUnits.measureAndNoun, codes)
    yearAndSide = unsafe WordSet(NumberUnits.yearAndSide, codes)
    compoundSurnames = unsafe WordSet(NameCharacters.compoundSurnames, codes)
    deHua = unsafe WordSet("的话", codes)
    (year, month, day) = (unit("年"), unit("月"), unit("日"))
    (more, odd, one, ordinal) = (unit("多"), unit("余"), unit("一"), unit("第"))
    (jean, justNow) = (unit("让"), unit("刚"))
  }
}

/// Words of two characters, as pairs of units.
struct WordSet: Sendable {
  private var keys: Set<UInt32> = []

  init() {}

  /// - Parameter words: of two characters each, with spaces between them. No strings are made of them, as every process
  ///   with a tokenizer comes here.
  init(_ words: String, _ codes: UnsafePointer<UInt16>) {
    keys.reserveCapacity(words.utf8.count / 7 + 1)
    var first: UInt16?
    for scalar in words.unicodeScalars where scalar != " " {
      let unit = unsafe codes[Int(scalar.value & 0xffff)]
      if let start = first { keys.insert(Self.key(start, unit)) }
      first = first == nil ? unit : nil
    }
  }

  /// Whether the word of the two units is in the set.
  func contains(_ first: UInt16, _ second: UInt16) -> Bool { keys.contains(Self.key(first, second)) }

  private static func key(_ first: UInt16, _ second: UInt16) -> UInt32 { UInt32(first) << 16 | UInt32(second) }
}
