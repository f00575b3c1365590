import ScriptConversion
import ScriptConversionTables
import Testing
import TextOffsets

/// Texts with the traps of the tables: keys that overlap, that begin with ASCII, that change in length, characters
/// outside of the BMP, compatibility ideographs, description sequences.
let trapTexts = [
  "", "a", "软件", "他的软件和鼠标，在里面发展出来，SQL注入攻击 SQL注入 SQ注入", "PN结与B超和U盘：BU盘 UU盘U",
  "亚历杭德罗·冈萨雷斯·伊纳里图与亚历杭德罗·冈萨雷斯·伊纳里", "𠮷野家的里面𫠆了⿰里面⿱里面", "里\u{F9E9}里面\u{FA0C}后",
  "一只猫在台湾的内存里，后来皇后说：“干燥的头发和发展”。\r\n\t丑时丑陋\u{0}软件\u{0}", "伯克希尔-哈撒韦公司，里姆斯基-科萨科夫",
  String(repeating: "内存里的软件abc SQL注入 ", count: 2000), String(repeating: "a", count: 40_000) + "U盘",
  String(repeating: "埠", count: 9000), String(repeating: "⿰⿱", count: 100),
]

struct ScriptConverterTests {
  private func converter(_ name: ConversionConfiguration) -> ScriptConverter {
    ScriptConverter(name, tables: .openCC)
  }

  @Test func convertsOneOfEachKind() {
    #expect(converter(.s2t).convert("头发发展") == "頭髮發展")
    #expect(converter(.s2twp).convert("鼠标和软件") == "滑鼠和軟體")
    #expect(converter(.tw2sp).convert("滑鼠和軟體") == "鼠标和软件")
    #expect(converter(.s2twp).convert("SQL注入攻击") == "SQL隱碼攻擊")
    #expect(converter(.t2s).convert("\u{F9E9}") == "里")
    #expect(converter(.s2t).convert("⿰里面里面") == "⿰里面裏面")
  }

  @Test func editsRebuildTheText() {
    for configuration in ConversionConfiguration.allCases {
      let converter = converter(configuration)
      for text in trapTexts {
        let rewriting = converter.rewriting(text)
        #expect(rewriting.text == converter.convert(text))
        var rebuilt = ""
        var place = 0
        for edit in rewriting.edits {
          rebuilt += text[UTF8Range(start: place, end: edit.source.start)]
          #expect(rebuilt.utf8.count == edit.target.start)
          #expect(Array(text[edit.source].utf8) != Array(rewriting.text[edit.target].utf8))
          rebuilt += rewriting.text[edit.target]
          place = edit.source.end
        }
        rebuilt += text[UTF8Range(start: place, end: text.utf8.count)]
        #expect(Array(rebuilt.utf8) == Array(rewriting.text.utf8))
      }
    }
  }

  @Test func streamsGiveTheWhole() throws {
    let dictionary = try UserDictionary(parsing: "ab\tX\n内存里\t(内存里)\nSQL\tsql\n!软件\n软件ab\tY\n")
    var seed: UInt64 = 7
    func random(_ limit: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % limit
    }
    for dictionaries in [[], [dictionary]] {
      for name in [ConversionConfiguration.s2t, .s2twp, .tw2sp, .t2jp] {
        let converter = ScriptConverter(name, tables: .openCC, userDictionaries: dictionaries)
        let text = trapTexts.joined()
        let whole = converter.convert(text)
        for limit in [1, 7, 300, 5000] {
          var stream = ConversionStream(converter)
          var result = ""
          var rest = text.unicodeScalars[...]
          while !rest.isEmpty {
            let chunk = rest.prefix(random(limit) + 1)
            result += stream.convert(String(chunk))
            rest = rest.dropFirst(chunk.count)
          }
          result += stream.finish()
          #expect(result == whole, "\(name) in chunks of up to \(limit)")
        }
      }
    }
  }

  @Test func rangesOutsideStay() {
    let text = "软件`软件`软件"
    let prose = [UTF8Range(start: 0, end: 6), UTF8Range(start: 14, end: 20)]
    #expect(converter(.s2twp).convert(text, within: prose) == "軟體`软件`軟體")
    let name = UTF8Range(start: 0, end: 9)
    #expect(converter(.s2t).convert("范晓东出发了，范围", protecting: [name]) == "范曉東出發了，範圍")
    #expect(converter(.s2t).convert("范晓东出发了，范围", within: [name]) == "範曉東出发了，范围")
  }

  @Test(arguments: [
    ("改变|量子比特", "改變量子位元"), ("少数|组织", "少數組織"), ("被|发明", "被發明"), ("参与|制造", "參與製造"),
  ])
  func noKeyCrossesAWord(_ marked: String, _ expected: String) {
    var words: [UTF8Range] = []
    var text = ""
    for word in marked.split(separator: "|") {
      words.append(UTF8Range(start: text.utf8.count, end: text.utf8.count + word.utf8.count))
      text += word
    }
    #expect(converter(.s2twp).convert(text, respecting: words) == expected)
  }

  @Test func userDictionariesAddOverrideAndBlock() throws {
    let first = try UserDictionary(parsing: "# own\n软件\t軟件\n云原生\t雲端原生\n")
    let second = try UserDictionary(parsing: "软件\t軟體（程式）\n!支持\nab\tx\n")
    let converter = ScriptConverter(.s2twp, tables: .openCC, userDictionaries: [first, second])
    #expect(converter.convert("云原生软件支持abab") == "雲端原生軟體（程式）支持xx")
    #expect(converter.convert("软件工程和程序") == "軟體（程式）工程和程式")
  }

  @Test(arguments: [
    ("软件", UserDictionaryError.Code.missingTarget), ("软件\t", .missingTarget), ("a\tb\tc", .tooManyFields),
    ("!a\tb", .blockWithTarget), ("\tb", .emptyText), ("!", .emptyText), ("a\tb\na\tc", .repeatedText),
    ("a\t" + String(repeating: "b", count: 256), .tooLong),
  ])
  func badDictionariesSayWhere(_ text: String, _ code: UserDictionaryError.Code) {
    let error = #expect(throws: UserDictionaryError.self) {
      try UserDictionary(parsing: "# x\n" + text, file: "own.txt")
    }
    #expect(error?.code == code)
    #expect(error?.line == 2 + (code == .repeatedText ? 1 : 0))
    #expect(error?.description.hasPrefix("own.txt:\(error?.line ?? 0): error: ") == true)
  }
}
