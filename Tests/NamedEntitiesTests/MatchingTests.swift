import NamedEntities
import Testing
import TextOffsets

/// What matching promises, one behaviour a test.
@Suite struct MatchingTests {
  let scene = [
    entity("com.huawei", .company, "华为", ["Huawei"]),
    entity("com.openai", .company, "OpenAI"),
    entity("tec.ai", .technology, "AI"),
    entity("prd.claude", .product, "Claude"),
    entity("prd.claude-code", .product, "Claude Code"),
    entity("com.tsmc", .company, "台积电", ["TSMC"]),
    entity("per.zeng-yi", .person, "曾毅勋"),
    entity("com.boss", .company, "BOSS直聘"),
    entity("org.tsinghua", .organisation, "清华大学", ["清华"]),
    entity("org.lab", .organisation, "清华大学基础模型实验室"),
    entity("prd.flagos", .product, "FlagOS"),
    entity("prd.node", .product, "Node.js"),
    entity("per.zuckerberg", .person, "Mark Zuckerberg", ["马克·扎克伯格"]),
  ]

  @Test func `a name inside a word is none`() throws {
    #expect(try found("OpenAIR, XOpenAI, AIR, FAIR, AI4S, main_AI", by: scene).isEmpty)
  }

  @Test func `Han characters bound a Latin name`() throws {
    #expect(try found("用AI的OpenAI公司", by: scene) == ["AI", "OpenAI"])
  }

  @Test func `where the longer name does not end, the shorter one counts`() throws {
    #expect(try found("Claude Coder and Claude Code", by: scene) == ["Claude", "Claude Code"])
  }

  @Test func `the longest of names that start together counts`() throws {
    #expect(try found("清华大学基础模型实验室在清华大学", by: scene) == ["清华大学基础模型实验室", "清华大学"])
  }

  @Test func `the leftmost of names that overlap counts`() throws {
    let overlapping = [entity("a", .product, "甲乙丙"), entity("b", .product, "丙丁戊己"), entity("c", .product, "丁戊")]
    #expect(try found("甲乙丙丁戊己", by: overlapping) == ["甲乙丙", "丁戊"])
  }

  @Test func `Traditional and variant characters are the same`() throws {
    #expect(
      try found("華為、臺積電、台積電、檯积電、曾毅勳、曾毅勛、清華大學", by: scene) == [
        "華為/华为", "臺積電/台积电", "台積電/台积电", "檯积電/台积电", "曾毅勳/曾毅勋", "曾毅勛/曾毅勋", "清華大學/清华大学",
      ])
  }

  @Test func `a Traditional entry matches Simplified text`() throws {
    #expect(try found("软件与軟體", by: [entity("a", .product, "軟體"), entity("b", .product, "軟件")]) == ["软件/軟件", "軟體"])
  }

  @Test func `full width and half width are the same`() throws {
    #expect(try found("ＯｐｅｎＡＩ与ＢＯＳＳ直聘", by: scene) == ["ＯｐｅｎＡＩ/OpenAI", "ＢＯＳＳ直聘/BOSS直聘"])
  }

  @Test func `letter case does not matter`() throws {
    #expect(
      try found("openai OPENAI claude code", by: scene) == [
        "openai/OpenAI", "OPENAI/OpenAI", "claude code/Claude Code",
      ])
  }

  @Test func `letter case matters where the entry says so`() throws {
    let cased = [entity("prd.go", .product, "Go") { $0.isCaseSensitive = true }]
    #expect(try found("go to Go, GO, Ｇｏ", by: cased) == ["Go", "Ｇｏ/Go"])
  }

  @Test func `letter case matters for a single alias`() throws {
    let mixed = [entity("com.x", .company, "Xcorp") { $0.aliases = [.init("Meta", isCaseSensitive: true)] }]
    #expect(try found("meta Meta XCORP", by: mixed) == ["Meta/Xcorp", "XCORP/Xcorp"])
  }

  @Test func `a space between Han and Latin is optional`() throws {
    #expect(try found("BOSS 直聘和BOSS直聘", by: scene) == ["BOSS 直聘/BOSS直聘", "BOSS直聘"])
  }

  @Test func `spaces and hyphens inside Latin names are optional`() throws {
    #expect(
      try found("ClaudeCode, claude-code, Claude  Code, Open AI, Ope nAI", by: scene) == [
        "ClaudeCode/Claude Code", "claude-code/Claude Code", "Claude", "Open AI/OpenAI",
      ])
  }

  @Test func `any middle dot divides a foreign name`() throws {
    #expect(try found("马克·扎克伯格、馬克・扎克伯格、马克扎克伯格", by: scene).count == 3)
  }

  @Test func `a version glued to a name stays outside`() throws {
    #expect(try found("FlagOS1.6发布，FlagOS2b没有", by: scene) == ["FlagOS"])
  }

  @Test func `addresses and dotted words are no names`() throws {
    #expect(
      try found("me@openai.com, @OpenAI, openai.com, Node.js, OpenAI. AI.", by: scene) == ["Node.js", "OpenAI", "AI"])
  }

  @Test func `nested names come on request`() throws {
    var options = EntityRecognizer.Options()
    options.findsNestedNames = true
    let recognizer = try EntityRecognizer(EntityDictionary(entities: scene))
    let mentions = recognizer.mentions(in: "清华大学基础模型实验室", options: options)
    #expect(mentions.map(\.name) == ["清华大学基础模型实验室", "清华大学"])
    #expect(mentions.map(\.level) == [0, 1])
  }

  @Test func `no name lies in masked text or reaches into it`() throws {
    let recognizer = try EntityRecognizer(EntityDictionary(entities: scene))
    let text = "华为 `华为` 清华大学"
    let masks = [UTF8Range(start: 22, end: 40), UTF8Range(start: 7, end: 15)]
    #expect(recognizer.mentions(in: text, masking: masks).map(\.range) == [.init(0..<6), .init(16..<22)])
  }

  @Test func `no version in masked text belongs to a name`() throws {
    var model = Entity(id: "prd.gpt", type: .product, name: "GPT")
    model.subtype = "model"
    let recognizer = try EntityRecognizer(EntityDictionary(entities: [model]))
    #expect(recognizer.mentions(in: "GPT-4").map(\.range) == [.init(0..<5)])
    let masked = recognizer.mentions(in: "GPT-4，好", masking: [UTF8Range(start: 4, end: 5)])
    #expect(masked.map(\.range) == [.init(0..<3)])
  }

  @Test func `a part of a text gives absolute ranges and keeps its surroundings`() throws {
    let recognizer = try EntityRecognizer(EntityDictionary(entities: scene))
    let text = "华为OpenAIR华为"
    #expect(recognizer.mentions(in: text, within: .init(3..<12)).isEmpty)
    #expect(recognizer.mentions(in: text, within: .init(6..<19)).map(\.range) == [.init(13..<19)])
  }

  @Test func `what is not the name is passed over`() throws {
    let alibaba = entity("com.alibaba", .company, "阿里巴巴") {
      $0.aliases = [.init("阿里", kind: .short), .init("阿里山", kind: .not)]
    }
    #expect(try found("阿里在阿里山", by: [alibaba]) == ["阿里/阿里巴巴"])
  }
}
