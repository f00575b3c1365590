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

/// Cost on texts made to be costly.
@Suite struct LinearityTests {
  #if DEBUG
    static let count = 2_000
  #else
    static let count = 50_000
  #endif

  @Test func `many ambiguous names, definitions and references take linear time`() throws {
    let scene = [
      entity("com.apple", .company, "苹果") {
        $0.isAmbiguous = true
        $0.cues = ["库克", "没有这个词", "也没有这个"]
      },
      entity("per.tang-jie", .person, "唐杰"),
      entity("com.tml", .company, "Thinking Machines Lab"),
    ]
    let recognizer = try EntityRecognizer(EntityDictionary(entities: scene))
    for unit in ["苹果，", "唐杰与唐老师。", "Thinking Machines Lab（TML）和TML。"] {
      func time(_ count: Int) -> Duration {
        let text = String(repeating: unit, count: count)
        return ContinuousClock().measure {
          let recognition = recognizer.recognize(in: text)
          #expect(recognition.mentions.count + recognition.doubtful.count >= count)
        }
      }
      let short = time(Self.count)
      // Eight times the text: sixty-four times the time where it grows with the square.
      #expect(time(Self.count * 8) < short * 32 + .milliseconds(100), "\(unit)")
    }
  }

  @Test func `many masks take linear time`() throws {
    let recognizer = try EntityRecognizer(EntityDictionary(entities: [entity("per.tang-jie", .person, "唐杰")]))
    let text = String(repeating: "唐杰，唐总。", count: Self.count)
    let masks = (0..<Self.count).map { UTF8Range(start: $0 * 18 + 6, end: $0 * 18 + 9) }
    #expect(recognizer.mentions(in: text, masking: masks.shuffled()).count == Self.count * 2)
  }
}
