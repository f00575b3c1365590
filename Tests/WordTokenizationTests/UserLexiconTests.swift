import CoreLexicon
import Testing

@testable import WordTokenization

@Suite struct UserLexiconTests {
  private func cut(_ text: String, _ profile: WordTokenizer.Profile, _ lexicons: UserLexicon...) -> [String] {
    WordTokenizer(profile: profile, userLexicons: lexicons).tokens(in: text).strings
  }

  @Test func bothFormsAreRead() throws {
    let lexicon = try UserLexicon(
      parsing: "\u{feff}云计算 5 n\n# 注释\n\nHugging Face\t20\torg\nhugging face\t\tx\n创新办\nc++ 3\n")
    #expect(lexicon.entries.map(\.word) == ["云计算", "Hugging Face", "hugging face", "创新办", "c++"])
    #expect(lexicon.entries.map(\.frequency) == [5, 20, nil, nil, 3])
    #expect(lexicon.entries.map(\.kind) == ["n", "org", "x", nil, nil])
  }

  @Test(arguments: [
    ("好\tx\n", UserLexiconError.Code.badFrequency, 1), ("好\n\t5\n", .noWord, 2), ("a\t1\tn\tn", .tooManyFields, 1),
    ("好\n" + String(repeating: "好", count: 90), .wordTooLong, 2), ("好\t99999999999999999999", .badFrequency, 1),
  ])
  func errorsTellFileLineAndReason(_ text: String, _ code: UserLexiconError.Code, _ line: Int) {
    #expect {
      try UserLexicon(parsing: text, file: "words.txt")
    } throws: { error in
      guard let error = error as? UserLexiconError else { return false }
      return error.code == code && error.line == line && error.description.hasPrefix("words.txt:\(line): error: ")
    }
  }

  @Test func jiebaProfileTakesWordsAsJiebaDoes() throws {
    let words = try UserLexicon(parsing: "石墨烯\n凱特琳 nz\n台中\n云计算 5\n")
    #expect(
      cut("「台中」正確應該不會被切開。", .jieba, words) == ["「", "台中", "」", "正確", "應該", "不會", "被", "切開", "。"])
    #expect(cut("石墨烯和云计算", .jieba, words) == ["石墨烯", "和", "云计算"])
    let removed = try UserLexicon(parsing: "清华大学 0\n")
    #expect(cut("清华大学", .jieba, removed) == ["清华", "大学"])
  }

  @Test func techProfileTakesWordsWithSpacesAndSymbolsInAnyCase() {
    let words = UserLexicon(words: ["Hugging Face", "Claude 4.5 Opus", "Claude 4.5", "AT&T 实验室", "通义-千问"])
    #expect(cut("用hugging face和CLAUDE 4.5 Opus。", .tech, words) == ["用", "hugging face", "和", "CLAUDE 4.5 Opus", "。"])
    #expect(cut("在AT&T 实验室用通义-千问", .tech, words).contains("通义-千问"))
    // A user's word never splits a Latin word.
    #expect(cut("openai", .tech, UserLexicon(words: ["open"])) == ["openai"])
  }

  @Test func laterLexiconsStandOverEarlierOnes() {
    let first = UserLexicon([.init(word: "星火燎原计划", frequency: 50)])
    let second = UserLexicon([.init(word: "星火燎原计划", frequency: 0)])
    #expect(cut("星火燎原计划", .tech, first) == ["星火燎原计划"])
    #expect(cut("星火燎原计划", .tech, first, second) != ["星火燎原计划"])
  }

  @Test func kindsAndSuggestedFrequencies() {
    let tokenizer = WordTokenizer(
      profile: .jieba, userLexicons: [UserLexicon([.init(word: "创新办", frequency: 3, kind: "i")])])
    #expect(tokenizer.kind(of: "创新办") == "i")
    #expect(tokenizer.frequency(of: "创新办") == 3)
    #expect(tokenizer.frequency(of: "清华大学") == 922)
    #expect(tokenizer.suggestedFrequency(joining: "台中") == 69)
    #expect(tokenizer.suggestedFrequency(splitting: ["中", "将"]) == 494)
  }

  @Test func onlyTheLatinWordsOfTheUserAreTheirs() throws {
    let words = (0..<5000).map { "Brand\($0) 系统" }
    let tokenizer = WordTokenizer(userLexicons: [try UserLexicon(parsing: words.joined(separator: "\n"))])
    for number in stride(from: 0, to: 5000, by: 500) {
      #expect(tokenizer.tokens(in: "brand\(number) 系统").strings == ["brand\(number) 系统"])
    }
    for number in 0..<200 { #expect(tokenizer.tokens(in: "Other\(number) 系统").count == 3) }
  }

  @Test func rareCharactersOfTheUserAreTheirs() throws {
    #expect(try cut("去𠮷野家", .tech, UserLexicon(parsing: "𠮷野家")) == ["去", "𠮷野家"])
    #expect(try cut("去𠮶野家", .tech, UserLexicon(parsing: "𠮷野家")).last != "𠮶野家")
  }

  /// There are numbers for 2,048 of them; words with others are not found, nor taken for each other.
  @Test(arguments: [WordTokenizer.Profile.tech, .jieba])
  func manyRareCharactersAreToldApart(_ profile: WordTokenizer.Profile) throws {
    let tables = WordTokenizer(profile: profile).tables
    let rare = (0x3400..<0xa000).filter { unsafe tables.codes[$0] == UnitID.unknownHan }
      .compactMap { Unicode.Scalar(UInt32($0)) }.map(String.init)
    try #require(rare.count > 3000)
    let (own, others) = (rare.dropLast(100), rare.suffix(100))
    let lexicon = try UserLexicon(parsing: own.map { "岛\($0)岛" }.joined(separator: "\n"))
    let tokenizer = WordTokenizer(profile: profile, userLexicons: [lexicon])
    for character in own.prefix(2000) { #expect(tokenizer.tokens(in: "岛\(character)岛").count == 1) }
    let plain = WordTokenizer(profile: profile)
    for character in others {
      let text = "岛\(character)岛"
      #expect(tokenizer.tokens(in: text).strings == plain.tokens(in: text).strings)
    }
  }
}
