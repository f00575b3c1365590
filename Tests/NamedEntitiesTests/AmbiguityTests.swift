import NamedEntities
import Testing
import TextOffsets

/// Names with more than one meaning.
@Suite struct AmbiguityTests {
  let scene = [
    entity("com.apple", .company, "苹果", ["Apple"]) {
      $0.isAmbiguous = true
      $0.cues = ["iPhone", "库克", "手机", "macOS"]
    },
    entity("com.xiaomi", .company, "小米") {
      $0.isAmbiguous = true
      $0.cues = ["雷军", "手机", "汽车"]
    },
    entity("per.lei-jun", .person, "雷军") { $0.relations = [.init(kind: "founder", target: "com.xiaomi")] },
    entity("com.deepseek", .company, "DeepSeek"),
    entity("prd.deepseek", .product, "DeepSeek"),
    entity("com.getui", .company, "个推"),
    entity("prd.cursor", .product, "Cursor") {
      $0.isAmbiguous = true
      $0.cues = ["编程", "代码"]
    },
  ]

  private func recognize(_ text: String) throws -> Recognition {
    try EntityRecognizer(EntityDictionary(entities: scene)).recognize(in: text)
  }

  @Test(arguments: [
    "苹果发布了新款iPhone。", "蘋果公司的股價", "库克回到苹果", "小米创始人雷军", "雷军说小米会做好", "小米汽车的手机",
    "用Cursor写代码", "用cursor编程",
  ])
  func `context speaks for the entity`(text: String) throws {
    let recognition = try recognize(text)
    #expect(recognition.doubtful.isEmpty)
    let ambiguous = recognition.mentions.first { $0.entityID != "per.lei-jun" }
    #expect(ambiguous.map { $0.score >= 0.5 && $0.score < 1 && !$0.evidence.isEmpty } ?? false)
  }

  @Test(arguments: ["他吃了一个苹果。", "买了两斤小米熬小米粥", "苹果树下", "苹果和梨", "the cursor moves"])
  func `without context nothing is asserted, and nothing dropped`(text: String) throws {
    let recognition = try recognize(text)
    #expect(recognition.mentions.isEmpty)
    #expect(!recognition.doubtful.isEmpty)
    #expect(recognition.doubtful.allSatisfy { $0.score < 0.5 })
  }

  @Test func `evidence tells its place and weight`() throws {
    let text = "吃苹果，用iPhone"
    let mention = try #require(try recognize(text).mentions.first ?? recognize(text).doubtful.first)
    let evidence = mention.evidence.map { "\($0.kind) \(text[$0.range]) \($0.weight > 0)" }
    #expect(evidence == ["cue iPhone true", "everydayWord 吃 false"])
  }

  @Test func `of two readings the context chooses`() throws {
    #expect(try recognize("DeepSeek宣布融资").mentions.map(\.entityID) == ["com.deepseek"])
    let product = try recognize("DeepSeek模型的API").mentions
    #expect(product.map(\.entityID) == ["prd.deepseek"])
    #expect(product.first?.alternatives.map(\.entityID) == ["com.deepseek"])
  }

  @Test func `a short name cut from common words is doubtful`() throws {
    #expect(try recognize("那个推荐不错").mentions.isEmpty)
    #expect(try recognize("那个推荐来自个推，个推公司很好").mentions.count == 2)
  }

  @Test func `one clear use makes the others clear`() throws {
    let recognition = try recognize("苹果发布了iPhone，库克说。" + String(repeating: "过了很久。", count: 40) + "他想起苹果。")
    #expect(recognition.mentions.filter { $0.entityID == "com.apple" }.count == 2)
  }
}
