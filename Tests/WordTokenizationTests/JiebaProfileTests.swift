import CoreLexicon
import Testing
import TextOffsets
import WordTokenization

@Suite struct JiebaProfileTests {
  private let tokenizer = WordTokenizer(profile: .jieba)

  private func cut(
    _ text: String, _ mode: WordTokenizer.Mode = .precise, _ unknown: WordTokenizer.UnknownWords = .joined
  ) -> String {
    tokenizer.tokens(in: text, mode: mode, unknownWords: unknown).strings.joined(separator: "|")
  }

  @Test(arguments: [
    ("小王在海淀写了一个分词器", "小王|在|海淀|写|了|一个|分词器"),
    ("GPT-4o用了3.5个月，涨了20%。", "GPT|-|4o|用|了|3.5|个|月|，|涨|了|20%|。"),
    ("江南Style和T恤、4S店", "江南Style|和|T恤|、|4S店"),
    ("行一\r\n行二", "行一|\r\n|行二"),
    ("𠮷野家😀", "𠮷|野家|😀"),
  ])
  func precise(_ text: String, _ tokens: String) {
    #expect(cut(text) == tokens)
  }

  @Test func withoutTheModelUnknownWordsStaySplit() {
    #expect(cut("网易杭研abc1大厦", .precise, .split) == "网易|杭|研|abc1|大厦")
  }

  @Test func searchAndFullMode() {
    #expect(cut("清华大学的校园", .search) == "清华|华大|大学|清华大学|的|校园")
    #expect(cut("清华大学 校园", .full) == "清华|清华大学|华大|大学|| ||校园")
  }

  @Test func tokensTileTheScopeAndTellItsOffsets() {
    let text = "前言。清华大学的校园。后记"
    let scope = UTF8Range(start: 9, end: 33)
    let tokens = tokenizer.tokens(in: text, within: scope)
    #expect(tokens.scope == scope)
    #expect(tokens.map { String(text[$0]) } == ["清华大学", "的", "校园", "。"])
    #expect(tokens.first?.start == 9 && tokens.last?.end == 33)
    #expect(zip(tokens, tokens.dropFirst()).allSatisfy { $0.end == $1.start })
  }

  @Test func aWorkspaceGivesTheSameTokens() {
    var workspace = Workspace()
    for text in ["", "一", "清华大学的校园", String(repeating: "北京的天气很好", count: 600)] {
      tokenizer.tokenize(text, using: &workspace)
      #expect((0..<workspace.count).map { workspace[$0] } == Array(tokenizer.tokens(in: text)))
    }
  }
}
