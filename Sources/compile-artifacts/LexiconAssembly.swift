import WordTokenization

/// Gives every character and Latin word its unit, and every word its frequencies.
struct LexiconAssembly {
  let jieba: JiebaSource
  let folding: HanFolding
  let lists: [WordList]

  /// Numbers left for the Han characters of users' words.
  private static let spareHan: UInt16 = 2048
  /// Where jieba's blocks of Han end.
  private static let jiebaHan: ClosedRange<UInt32> = 0x4e00...0x9fd5
  /// What the tech profile takes as Han.
  private static let han: [ClosedRange<UInt32>] = [0x3007...0x3007, 0x3400...0x4dbf, 0x4e00...0x9fff, 0xf900...0xfaff]

  func compile(dataVersion: UInt32) throws -> [UInt8] {
    var compiler = LexiconCompiler()
    let units = numberHan()
    let firstSpare = UnitID.firstCompiled + UInt16(units.ordered.count)
    compiler.spareHan = firstSpare..<firstSpare + Self.spareHan
    numberOthers(&compiler, units.numbers)
    fillEmissions(&compiler, units.numbers)
    addWords(&compiler)
    return compiler.compile(totals: (jieba.total, jieba.total), dataVersion: dataVersion)
  }

  private func isHan(_ code: UInt32) -> Bool { Self.han.contains { $0.contains(code) } }

  /// The Han characters of the dictionary, the lists and the model, the commonest first.
  private func numberHan() -> (ordered: [UInt32], numbers: [UInt32: UInt16]) {
    var weights: [UInt32: Double] = [:]
    for (word, frequency) in jieba.words {
      for scalar in word.unicodeScalars where isHan(scalar.value) {
        weights[scalar.value, default: 0] += Double(frequency)
      }
    }
    for entry in lists.lazy.flatMap(\.entries) {
      for scalar in entry.word.unicodeScalars where isHan(scalar.value) {
        weights[folding.folded(scalar.value), default: 0] += 1
      }
    }
    for code in jieba.emissions.keys { weights[code, default: 0] += 0 }
    // What a character folds onto needs a number too.
    for code in Array(weights.keys) { weights[folding.folded(code), default: 0] += 0 }
    var numbers: [UInt32: UInt16] = [:]
    for (place, scalar) in UnitID.numerals.enumerated() { numbers[scalar.value] = UnitID.firstNumeral + UInt16(place) }
    let ordered = weights.keys.filter { numbers[$0] == nil && isHan($0) }
      .sorted { (-weights[$0]!, $0) < (-weights[$1]!, $1) }
    for (place, code) in ordered.enumerated() { numbers[code] = UnitID.firstCompiled + UInt16(place) }
    return (ordered, numbers)
  }

  /// Numbers the marks and the Latin words of longer words, and fills the tables by code point.
  private func numberOthers(_ compiler: inout LexiconCompiler, _ han: [UInt32: UInt16]) {
    // The dots of foreign names have numbers so that a rule finds them.
    var marks = Set(ForeignNames.dots.unicodeScalars.map(\.value))
    var latin: Set<[UInt8]> = []
    for word in jieba.words.lazy.map(\.word) + lists.flatMap({ $0.entries.map(\.word) }) where !isPlainHan(word) {
      let pieces = LexiconCompiler.techPieces(of: word)
      if pieces.count == 1 { continue }
      for piece in pieces {
        switch piece {
        case .character(let code) where !isHan(code) && code < 0x10000: marks.insert(code)
        case .character: break
        case .latin(let word): latin.insert(word)
        }
      }
    }
    var next = compiler.spareHan.upperBound
    for code in marks.sorted() {
      compiler.techUnits[Int(code)] = next
      next += 1
    }
    compiler.firstLatinUnit = next
    compiler.latinUnits = latin.sorted { $0.lexicographicallyPrecedes($1) }
    compiler.unitCount = Int(next) + latin.count
    for code in UInt32(0)..<0x10000 where isHan(code) {
      if Self.jiebaHan.contains(code) { compiler.jiebaUnits[Int(code)] = han[code] ?? UnitID.unknownHan }
      compiler.techUnits[Int(code)] = han[folding.folded(code)] ?? UnitID.unknownHan
    }
  }

  private func isPlainHan(_ word: String) -> Bool { word.unicodeScalars.allSatisfy { isHan($0.value) } }

  private func fillEmissions(_ compiler: inout LexiconCompiler, _ han: [UInt32: UInt16]) {
    var rows = [Double](repeating: JiebaSource.unseen, count: 4 * compiler.unitCount)
    for (code, row) in jieba.emissions {
      guard let unit = han[code] else { continue }
      for state in 0..<4 { rows[4 * Int(unit) + state] = row[state] }
    }
    compiler.emissions = jieba.header + rows
  }

  private func addWords(_ compiler: inout LexiconCompiler) {
    var latinUnits: [[UInt8]: UInt16] = [:]
    for (place, word) in compiler.latinUnits.enumerated() { latinUnits[word] = compiler.firstLatinUnit + UInt16(place) }
    for (word, frequency) in jieba.words {
      let units = word.unicodeScalars.compactMap { compiler.jiebaUnit($0) }
      // jieba never finds a word with a character outside of its blocks.
      if units.count == word.unicodeScalars.count { compiler.add(units, jieba: frequency) }
      if let units = techUnits(word, compiler, latinUnits) { compiler.add(units, tech: frequency) }
    }
    for entry in lists.lazy.flatMap(\.entries) {
      if let units = techUnits(entry.word, compiler, latinUnits) {
        compiler.add(units, tech: entry.frequency, overriding: true)
      }
    }
  }

  /// The units of a word in the tech profile; `nil` where it is one Latin word, which needs no lexicon.
  private func techUnits(_ word: String, _ compiler: LexiconCompiler, _ latin: [[UInt8]: UInt16]) -> [UInt16]? {
    if isPlainHan(word) { return word.unicodeScalars.map { compiler.techUnits[Int($0.value)] } }
    let pieces = LexiconCompiler.techPieces(of: word)
    if pieces.count == 1, case .latin = pieces[0] { return nil }
    return pieces.compactMap { piece in
      switch piece {
      case .character(let code): code < 0x10000 ? compiler.techUnits[Int(code)] : UnitID.unknownHan
      case .latin(let word): latin[word]
      }
    }
  }
}
