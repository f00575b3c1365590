import NamedEntities
import Testing
import TextOffsets

/// References inside a document.
@Suite struct ReferenceTests {
  let scene = [
    entity("per.yao-shunyu", .person, "姚顺雨"),
    entity("per.tang-jie", .person, "唐杰", ["Jie Tang"]),
    entity("per.yang-zhilin", .person, "杨植麟"),
    entity("per.yang-qiang", .person, "杨强"),
    entity("per.li-weilai", .person, "李未来"),
    entity("per.ouyang", .person, "欧阳建国"),
    entity("per.sutskever", .person, "Ilya Sutskever"),
    entity("per.altman", .person, "萨姆·奥特曼"),
    entity("org.baai", .organisation, "北京智源人工智能研究院"),
    entity("com.tml", .company, "Thinking Machines Lab"),
  ]

  private func references(_ text: String) throws -> [String] {
    let recognizer = try EntityRecognizer(EntityDictionary(entities: scene))
    return recognizer.mentions(in: text).compactMap { mention in
      mention.antecedent.map { "\(text[mention.range])/\(mention.name)/\(mention.kind)/\(text[$0])" }
    }
  }

  @Test func `given names refer back, not forward`() throws {
    #expect(try references("顺雨来了。姚順雨说话，順雨走了。") == ["順雨/姚顺雨/given/姚順雨"])
  }

  @Test func `surnames with titles go to whom was named last`() throws {
    #expect(
      try references("杨强教授与杨植麟。杨强发言，杨老师说完，唐杰说。唐总、唐老师、王总。") == [
        "杨老师/杨强/honorific/杨强", "唐总/唐杰/honorific/唐杰", "唐老师/唐杰/honorific/唐杰",
      ])
  }

  @Test func `a title that is none ends nothing`() throws {
    #expect(try references("唐杰说，唐总是好人；荒唐总归是荒唐。").isEmpty)
  }

  @Test func `a given name that is a word needs support`() throws {
    #expect(try references("李未来看未来。未来老师说，未来表示同意。") == ["未来/李未来/given/李未来", "未来/李未来/given/李未来"])
  }

  @Test func `double surnames and foreign names have their parts`() throws {
    #expect(
      try references("欧阳建国说。欧阳老师走了。Ilya Sutskever said; Sutskever left, ilya not. 萨姆·奥特曼与奥特曼。") == [
        "欧阳老师/欧阳建国/honorific/欧阳建国", "Sutskever/Ilya Sutskever/surname/Ilya Sutskever",
        "奥特曼/萨姆·奥特曼/surname/萨姆·奥特曼",
      ])
  }

  @Test func `brackets define short names`() throws {
    #expect(
      try references("北京智源人工智能研究院（智源）成立。智源说。Thinking Machines Lab（以下简称“TML”）与TML。") == [
        "智源/北京智源人工智能研究院/abbreviation/北京智源人工智能研究院", "智源/北京智源人工智能研究院/abbreviation/北京智源人工智能研究院",
        "TML/Thinking Machines Lab/abbreviation/Thinking Machines Lab",
        "TML/Thinking Machines Lab/abbreviation/Thinking Machines Lab",
      ])
    #expect(try references("北京智源人工智能研究院（成立于2018年）与（院长）。成立于").isEmpty)
  }

  @Test func `brackets in masked text define nothing`() throws {
    let recognizer = try EntityRecognizer(EntityDictionary(entities: scene))
    let text = "北京智源人工智能研究院（智源）成立。智源说。"
    for mask in [36..<42, 39..<40, 33..<60] {
      let mask = UTF8Range(start: mask.lowerBound, end: mask.upperBound)
      #expect(recognizer.mentions(in: text, masking: [mask]).map(\.range) == [UTF8Range(start: 0, end: 33)])
    }
  }

  @Test func `a name in the brackets stands alone, whatever is nested before it`() throws {
    let entities = [
      entity("org.nthu", .organisation, "台湾清华大学"), entity("org.thu", .organisation, "清华大学"),
      entity("loc.tw", .place, "台湾"),
    ]
    let recognizer = try EntityRecognizer(EntityDictionary(entities: entities))
    var options = EntityRecognizer.Options()
    options.findsNestedNames = true
    let mentions = recognizer.recognize(in: "台湾清华大学（台湾）", options: options).mentions
    #expect(mentions.filter { $0.level == 0 }.map(\.name) == ["台湾清华大学", "台湾"])
  }

  @Test func `no reference is looked for where that is not wanted`() throws {
    var options = EntityRecognizer.Options()
    options.resolvesReferences = false
    #expect(try found("姚顺雨与顺雨", by: scene, options) == ["姚顺雨"])
  }
}
