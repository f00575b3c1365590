internal import CTokenizerKernels

/// jieba's `suggest_freq`: the frequency that makes a word a token, or that makes it fall into pieces.
enum SuggestedFrequency {
  /// The frequency at which the units stay together, given the words so far. O(n × the longest word).
  static func joining(_ units: [UInt16], _ trie: UserTrie?, _ tables: ScoringTables) -> Int {
    let total = Self.total(trie, tables)
    var probability = 1.0
    for piece in pieces(units, total: total, trie, tables) {
      probability *= frequencyOrOne(units[piece], trie, tables) / total
    }
    return max(Int(probability * total) + 1, Int(frequencyOrOne(units[...], trie, tables)))
  }

  /// The frequency at which the word falls into the given pieces.
  static func splitting(_ pieces: [[UInt16]], _ trie: UserTrie?, _ tables: ScoringTables) -> Int {
    let total = Self.total(trie, tables)
    let probability = pieces.reduce(1.0) { $0 * frequencyOrOne($1[...], trie, tables) / total }
    return min(Int(probability * total), frequency(pieces.joined().map { $0 }[...], trie, tables) ?? 0)
  }

  private static func total(_ trie: UserTrie?, _ tables: ScoringTables) -> Double {
    tables.plainTotal + (trie?.addedTotal ?? 0)
  }

  /// The frequency of a word: the user's or the lexicon's, 0 for a mere beginning of words, `nil` for anything else.
  static func frequency(_ units: ArraySlice<UInt16>, _ trie: UserTrie?, _ tables: ScoringTables) -> Int? {
    if let frequency = trie?.frequency(units) { return frequency }
    if units.isEmpty { return nil }
    let (weightClass, isPrefix) = Lattice.weightClass(of: units, tables)
    let frequencies = unsafe tables.profile == .jieba ? tables.lexicon.jiebaFrequencies : tables.lexicon.techFrequencies
    let frequency = unsafe Int(frequencies[weightClass])
    if frequency > 0 { return frequency }
    return isPrefix || trie?.isPrefix(units) == true ? 0 : nil
  }

  private static func frequencyOrOne(_ units: ArraySlice<UInt16>, _ trie: UserTrie?, _ tables: ScoringTables) -> Double
  {
    Double(frequency(units, trie, tables) ?? 1)
  }

  /// The tokens without the model, by jieba's rules, each a range of units.
  private static func pieces(
    _ units: [UInt16], total: Double, _ trie: UserTrie?, _ tables: ScoringTables
  ) -> [Range<Int>] {
    let logTotal = ztk_log(total)
    var scores = [Double](repeating: 0, count: units.count + 1)
    var ends = [Int](repeating: 0, count: units.count)
    for start in units.indices.reversed() {
      if isOutside(units[start], tables) {
        ends[start] = start + 1
        continue
      }
      var best = -Double.infinity
      for end in start + 1...units.count where !isOutside(units[end - 1], tables) {
        let known = frequency(units[start..<end], trie, tables)
        if let known, known > 0 {
          let score = (ztk_log(Double(known)) - logTotal) + scores[end]
          if score >= best { (best, ends[start]) = (score, end) }
        }
        if known == nil { break }
      }
      if best == -.infinity { (best, ends[start]) = ((0 - logTotal) + scores[start + 1], start + 1) }
      scores[start] = best
    }
    var pieces: [Range<Int>] = []
    var start = 0
    var isOpen = false
    while start < units.count {
      let piece = start..<ends[start]
      let isSingle = piece.count == 1 && isAlnum(units[start])
      if isSingle && isOpen {
        pieces[pieces.count - 1] = pieces[pieces.count - 1].lowerBound..<piece.upperBound
      } else {
        pieces.append(piece)
      }
      isOpen = isSingle
      start = piece.upperBound
    }
    return pieces
  }

  /// Whether jieba does not count the unit as part of words.
  private static func isOutside(_ unit: UInt16, _ tables: ScoringTables) -> Bool {
    unit == UnitID.separator || Int(unit) >= tables.lexicon.unitCount
  }

  private static func isAlnum(_ unit: UInt16) -> Bool {
    unit >= UnitID.firstASCII && unit <= UnitID.lastASCII
      && ASCIIClass.isAlnum(UnitID.ascii[Int(unit - UnitID.firstASCII)])
  }
}

extension Lattice {
  /// The weight class of a word of the compiled lexicon, and whether units that are none start longer ones.
  static func weightClass(of units: ArraySlice<UInt16>, _ tables: ScoringTables) -> (Int, Bool) {
    guard let first = units.first, Int(first) < tables.lexicon.unitCount else { return (0, false) }
    if units.count == 1 {
      let weightClass = unsafe Int(tables.lexicon.singleClasses[Int(first)])
      return unsafe (weightClass, tables.lexicon.beginnings[Int(first)] != 0)
    }
    var node = tables.pair(first, units[units.startIndex + 1])
    for unit in units.dropFirst(2) {
      node = tables.child(node, unit)
    }
    return (node.weightClass, node.bits != 0)
  }
}
