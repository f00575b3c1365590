import NamedEntities
import Testing
import TextOffsets

/// Reading and checking sources.
@Suite struct SourceTests {
  @Test func `an entry has everything its line has`() throws {
    let line = #"""
      {"id":"per.x","type":"person","subtype":"founder","name":"某某","aliases":["A",{"text":"B\u4e2d","kind":"latin","ambiguous":true,"caseSensitive":true}],"language":"zh","region":"CN","external":{"wikidata":"Q1"},"relations":[{"kind":"founder","target":"com.x"}],"ambiguous":true,"cues":["甲"],"caseSensitive":true,"source":"curated","license":"CC0-1.0"}
      """#
    let source = DictionarySource(jsonLines: line)
    #expect(source.problems.isEmpty)
    var expected = Entity(id: "per.x", type: .person, name: "某某", source: "curated", license: "CC0-1.0")
    expected.subtype = "founder"
    expected.aliases = [.init("A"), .init("B中", kind: .latin, isCaseSensitive: true, isAmbiguous: true)]
    expected.language = "zh"
    expected.region = "CN"
    expected.externalIDs = ["wikidata": "Q1"]
    expected.relations = [.init(kind: "founder", target: "com.x")]
    expected.isAmbiguous = true
    expected.cues = ["甲"]
    expected.isCaseSensitive = true
    #expect(source.entries.map(\.entry) == [.entity(expected)])
    #expect(try Array(EntityDictionary(source).entities) == [expected])
  }

  @Test(arguments: [
    ("{\"id\":\"x\"}", "1:1: error: \"type\" is missing"),
    (
      "\n\n  {\"id\":1,\"type\":\"person\",\"name\":\"a\",\"source\":\"s\",\"license\":\"l\"}",
      "3:9: error: a text that is not empty belongs here"
    ),
    ("{\"id\":\"x\" \"type\":1}", "1:11: error: a comma or } is missing"),
    ("{\"id\":\"x\",\"id\":\"y\"}", "1:11: error: the key \"id\" comes twice"),
    ("{\"id\":\"\\q\"}", "1:9: error: no such escape; a backslash itself is written \\\\"),
    ("{\"id\":\"\\ud800\"}", "1:14: error: half a surrogate pair is missing"),
    ("[1,2]", "1:1: error: an entry is a JSON object"),
    ("{} x", "1:4: error: there is text behind the object"),
    (String(repeating: "[", count: 100), "1:33: error: the value is nested more than 32 levels deep"),
    ("{\"id\":\"x\",\"change\":\"drop\"}", "1:20: error: a change is \"disable\" or \"amend\""),
    ("{\"id\":\"x\",\"change\":\"disable\",\"name\":\"y\"}", "1:30: error: a change of this kind has no key \"name\""),
  ])
  func `what is wrong is told with its place`(text: String, problem: String) {
    #expect(DictionarySource(jsonLines: text).problems.map(\.description) == [problem])
  }

  @Test func `one bad line does not hide the others`() {
    let good = #"{"id":"x","type":"place","name":"某地","source":"s","license":"l"}"#
    let source = DictionarySource(jsonLines: "nonsense\n\(good)\n{}\n")
    #expect(source.entries.count == 1)
    #expect(source.problems.map(\.position.line) == [1, 3])
    #expect(throws: EntityDictionaryError.self) { try EntityDictionary(source) }
  }

  @Test func `a table gives entities`() {
    let table = "name,type,aliases,ambiguous\r\n例子科技,company,例科|\"Ex\",true\r\n\"逗,号 \"\"引\"\"\",place,,\r\n"
    let source = DictionarySource(delimited: table)
    #expect(source.problems.isEmpty)
    var first = Entity(id: "user.例子科技", type: .company, name: "例子科技")
    first.aliases = [.init("例科"), .init("\"Ex\"")]
    first.isAmbiguous = true
    let second = Entity(id: "user.逗,号 \"引\"", type: .place, name: "逗,号 \"引\"")
    #expect(source.entries.map(\.entry) == [.entity(first), .entity(second)])
  }

  @Test(arguments: [
    ("name\tkind\n", "1:6: error: no column is called"), ("name\tid\n", "1:1: error: the column \"type\" is missing"),
    ("name\ttype\na\tb\n", "2:3: error: a type is one of"),
    ("name\ttype\na\tplace\tc\n", "2:1: error: the line has 3 cells"),
    ("name\ttype\n\"a\tplace\n", "2:1: error: a closing quotation mark is missing"),
  ])
  func `what is wrong in a table is told with its place`(text: String, problem: String) {
    #expect(DictionarySource(delimited: text, by: "\t").problems.map { $0.description.hasPrefix(problem) } == [true])
  }

  @Test func `lint finds what was not meant`() {
    func line(_ id: String, _ name: String, _ more: String = "") -> String {
      "{\"id\":\"\(id)\",\"type\":\"place\",\"name\":\"\(name)\",\"source\":\"s\",\"license\":\"l\"\(more)}"
    }
    let text = [
      line("a", "甲乙丙"), line("a", "丁戊己"), line("b", "甲乙丙"), line("c", "甲"), line("d", "时间"), line("e", "萬国"),
      line("f", "某某某", ",\"aliases\":[\"某 某某\"]"), line("g", "丙丁戊 "), line("h", "甲己", ",\"ambiguous\":true"),
      line("i", "乙己", ",\"relations\":[{\"kind\":\"in\",\"target\":\"nowhere\"}]"), line("j", " - "),
    ].joined(separator: "\n")
    let found = DictionarySource(jsonLines: text).lint().map { "\($0.position.line) \($0.severity) \($0.reason)" }
    #expect(
      found == [
        "2 error the id a comes twice", "3 warning \"甲乙丙\" is a name of a (甲乙丙) too",
        "4 warning \"甲\" has one character", "5 warning \"时间\" is a common word",
        "6 warning \"萬国\" mixes Simplified (国) and Traditional (萬)",
        "7 warning \"某 某某\" folds to the same as \"某某某\"", "8 warning \"丙丁戊 \" has white space at an end",
        "9 warning \"甲己\" is ambiguous and has no cues", "10 warning no entry has the id nowhere of a relation",
        "11 error a name has nothing but separators",
      ])
  }

  @Test(arguments: ["昇腾", "哪吒汽车", "饿了么", "乾隆资产"])
  func `lint takes no character of Simplified text for Traditional`(name: String) {
    let text = "{\"id\":\"a\",\"type\":\"company\",\"name\":\"\(name)\",\"source\":\"s\",\"license\":\"l\"}"
    #expect(DictionarySource(jsonLines: text).lint().isEmpty)
  }

  @Test func `lint lets an entry share the name of one it is related to`() {
    func line(_ id: String, _ more: String = "") -> String {
      "{\"id\":\"\(id)\",\"type\":\"product\",\"name\":\"甲乙丙\",\"source\":\"s\",\"license\":\"l\"\(more)}"
    }
    let maker = ",\"relations\":[{\"kind\":\"maker\",\"target\":\"a\"}]"
    #expect(DictionarySource(jsonLines: [line("a"), line("b", maker)].joined(separator: "\n")).lint().isEmpty)
    #expect(DictionarySource(jsonLines: [line("b", maker), line("a")].joined(separator: "\n")).lint().isEmpty)
    #expect(DictionarySource(jsonLines: [line("a"), line("b")].joined(separator: "\n")).lint().count == 1)
  }
}
