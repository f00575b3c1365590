import CoreLexicon
import Testing
import WordTokenization

/// The rules of the tech profile, one case after the other: the tokens with bars between them.
struct TechRulesTests {
  private static let tokenizer = WordTokenizer()

  private func expectTokens(_ expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let text = expected.filter { $0 != "|" }
    let found = Self.tokenizer.tokens(in: text).strings.joined(separator: "|")
    #expect(found == expected, sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    "GPT-4o", "AGI-Next", "Self-learning", "1.8B", "800V", "5G", "V2X", "w3c", "v1.5.2", "C++", "C#", ".NET", "Node.js",
    ".gitignore", "R&D", "Denny's", "Denny’s", "foo_bar", "example.com", "U.S.", "1,024", "20%", "5%-10%", "3-5",
    "2026-01-10", "2026/1/10", "10:34:27", "https://example.com/a?b=1#c", "zhang.san@mail.example.com", "@dev_name",
    "#zhtext", "#AI大模型#", "👨‍👩‍👧‍👦", "👍🏽", "🇨🇳", "……", "——", "ＧＰＴ４", "ＡＩ",
  ])
  func compounds(_ token: String) {
    expectTokens(token)
    expectTokens("用|\(token)|的|人")
  }

  @Test(arguments: [
    "AI|+|教育", "算力|+|数据", "TCP|/|IP", "3|.|AI|攻坚", "链接|（|https://example.com/a|）|失效",
    "看|https://example.com/a|。", "A|,| |B", "!|[|图|]|(|https://example.com/a.png|)",
    "微博|@智能早报|#新品发布#|转发", "@机器之心|：|早", "他|说|“|C#|”|好",
  ])
  func compoundBounds(_ tokens: String) { expectTokens(tokens) }

  @Test(arguments: [
    "20万|美元", "1万|片", "3.5亿|元", "200|多|人", "3|个|人", "5|年|前", "2025|年|年底", "4|月|4|日|立春", "三千万|元",
    "数十万|用户", "百分之二十", "第一百二十|号", "第|1|章", "1200|余|家",
  ])
  func numbers(_ tokens: String) { expectTokens(tokens) }

  @Test(arguments: [
    "何小鹏|完成|了|跨越", "徐新|以|长期|著称", "主持人|李广密|、|王铁震", "欧阳晨|说", "小李|刚|入职", "读|让-雅克·卢梭|的|书", "记者|周晓雯|报道", "老张|来|了",
    "俊旸|和|顺雨", "逄大嵬|说", "王选|、|刘明|和|朱一明|的", "两周|后", "张|三个|人", "他|说|成本|高", "两张|图",
  ])
  func personNames(_ tokens: String) { expectTokens(tokens) }

  @Test(arguments: [
    "大卫·霍尔茨|创办|了|它", "据|山姆·奥特曼|透露", "约翰·冯·诺依曼|说", "蒂姆·伯纳斯-李|来|了", "中关村|对话|·|AI|之|夜",
    "大衛‧霍爾茲", "乔治·R·R·马丁|的|书", "克里斯蒂亚诺·罗纳尔多",
  ])
  func foreignNames(_ tokens: String) { expectTokens(tokens) }

  @Test(arguments: [
    "这|要", "就|越|强", "低|过|预期", "能|直接|用", "对|模型|说", "说|的|话", "的话", "也|看|过", "站|着|听|了", "随着|时间",
  ])
  func functionWordsStayApart(_ tokens: String) { expectTokens(tokens) }

  @Test(arguments: ["拆解者", "聊聊", "一位位|开发者", "已经|化", "大模型", "雲計算", "演算法", "程式碼", "伺服器", "A股", "B站"])
  func words(_ tokens: String) { expectTokens(tokens) }

  /// Traditional text is cut like Simplified text, with offsets into the original.
  @Test(arguments: [
    ("面壁智能负责人李大海说：大模型已经成为云计算的入口", "面壁智能負責人李大海說：大模型已經成為雲計算的入口"),
    ("随着时间过去，他意识到这个问题", "隨著時間過去，他意識到這個問題"),
    ("海淀区的中关村", "海淀區的中關村"),
  ])
  func scriptsAreCutAlike(_ simplified: String, _ traditional: String) {
    let tokens = Self.tokenizer.tokens(in: simplified)
    #expect(Self.tokenizer.tokens(in: traditional).elementsEqual(tokens))
  }

  @Test func unknownWordsStaySplitOnRequest() {
    let tokens = Self.tokenizer.tokens(in: "逄大嵬", unknownWords: .split)
    #expect(tokens.strings == ["逄", "大", "嵬"])
  }
}
