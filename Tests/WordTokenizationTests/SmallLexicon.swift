import CTokenizerKernels
import WordTokenization

/// The natural logarithm, the C library's.
func logarithm(_ value: Double) -> Double { ztk_log(value) }

/// A lexicon of a few words over a few characters, chosen so that every kind of clash happens often, in the compiled form
/// and in the plain one.
struct SmallLexicon {
  static let words: [(String, Int)] = [
    ("清", 40), ("华", 40), ("清华", 90), ("清华大", 3), ("清华大学", 60), ("大", 800), ("大学", 200), ("华大", 30), ("学生", 70),
    ("大学生", 9), ("生", 300), ("学", 100), ("的", 3000), ("江南", 20), ("江南style", 5), ("T恤", 8), ("T恤衫", 4), ("4S店", 6),
    ("AT&T", 3), ("C++", 3), ("阿Q", 5), ("小S", 4), ("小", 500), ("店", 60), ("卡拉OK", 7), ("卡", 50), ("IC卡", 5), ("生大", 1),
    ("学大", 2), ("南", 11),
  ]
  /// What texts are made of.
  static let alphabet = Array("清华大学生的江南恤衫店阿小卡拉龘TSCKOQ4styleATI&+#.%-_35，。 \n")

  let lexicon: Lexicon
  let plain: PlainJieba

  init() throws {
    let starts: [Character: Double] = ["B": -0.26, "M": PlainJieba.unseen, "E": PlainJieba.unseen, "S": -1.46]
    let transitions = [
      "BE": -0.51, "ME": -0.33, "BM": -0.91, "MM": -1.26, "EB": -0.59, "SB": -0.72, "ES": -0.81, "SS": -0.67,
    ]
    var plain = PlainJieba(
      starts: starts, transitions: transitions, emissions: ["B": [:], "M": [:], "E": [:], "S": [:]])
    var compiler = LexiconCompiler()
    var han: [Unicode.Scalar: UInt16] = [:]
    let characters = Set((Self.words.map(\.0).joined() + "拉恤").unicodeScalars.filter(PlainJieba.isHan)).sorted()
    for (place, scalar) in characters.enumerated() { han[scalar] = UnitID.firstCompiled + UInt16(place) }
    for code in UInt32(0x4e00)...0x9fd5 {
      compiler.jiebaUnits[Int(code)] = han[Unicode.Scalar(code)!] ?? UnitID.unknownHan
    }
    let spare = UnitID.firstCompiled + UInt16(characters.count)
    compiler.spareHan = spare..<spare + 16
    compiler.unitCount = Int(spare) + 16
    compiler.firstLatinUnit = spare + 16
    var rows = [Double](repeating: PlainJieba.unseen, count: 4 * compiler.unitCount)
    for (place, scalar) in characters.enumerated() where place % 5 != 0 {
      for (state, name) in "BMES".enumerated() where (place + state) % 7 != 0 {
        let score = -3 - Double((place * 31 + state * 17) % 40) / 8
        rows[4 * Int(han[scalar]!) + state] = score
        plain.emissions[name]![scalar] = score
      }
    }
    compiler.emissions =
      "BMES".map { starts[$0]! } + ["BE", "ME", "BM", "MM", "EB", "SB", "ES", "SS"].map { transitions[$0]! } + rows
    for (word, frequency) in Self.words {
      compiler.add(word.unicodeScalars.map { compiler.jiebaUnit($0)! }, jieba: UInt32(frequency))
      plain.total += frequency
      plain.frequencies[word] = frequency
      let scalars = Array(word.unicodeScalars)
      for length in 1...scalars.count {
        let prefix = String(String.UnicodeScalarView(scalars.prefix(length)))
        plain.frequencies[prefix] = plain.frequencies[prefix] ?? 0
      }
    }
    let bytes = compiler.compile(totals: (Double(plain.total), Double(plain.total)), dataVersion: 2026_01_01)
    lexicon = try Lexicon(checking: bytes)
    self.plain = plain
  }
}
