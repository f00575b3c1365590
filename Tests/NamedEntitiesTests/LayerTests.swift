import NamedEntities
import Testing
import TextOffsets

/// Layers of dictionaries.
@Suite struct LayerTests {
  let base = [
    entity("com.apple", .company, "苹果公司", ["苹果"]),
    entity("prd.kimi", .product, "Kimi"),
    entity("com.moonshot", .company, "月之暗面", ["Moonshot"]),
  ]

  private func mentions(_ text: String, _ layer: String) throws -> [String] {
    let source = DictionarySource(jsonLines: layer)
    try #require(source.problems.isEmpty)
    let upper = try EntityDictionary(source)
    let recognizer = EntityRecognizer(layers: [try EntityDictionary(entities: base), upper])
    return recognizer.mentions(in: text).map { "\(text[$0.range])/\($0.name)/\($0.type)" }
  }

  @Test func `a layer adds`() throws {
    #expect(
      try mentions(
        "苹果与甲乙", #"{"id":"x","type":"product","name":"甲乙","source":"me","license":"CC0-1.0"}"#)
        == ["苹果/苹果公司/company", "甲乙/甲乙/product"])
  }

  @Test func `an entity of the same id replaces`() throws {
    #expect(
      try mentions(
        "苹果与Apple", #"{"id":"com.apple","type":"company","name":"Apple","source":"me","license":"CC0-1.0"}"#)
        == ["Apple/Apple/company"])
  }

  @Test func `a change disables`() throws {
    #expect(try mentions("苹果与Kimi", #"{"id":"prd.kimi","change":"disable"}"#) == ["苹果/苹果公司/company"])
  }

  @Test func `a change amends type, name and aliases`() throws {
    let change = #"{"id":"com.moonshot","change":"amend","type":"organisation","aliases":["暗面"],"remove":["MOONSHOT"]}"#
    #expect(try mentions("月之暗面、Moonshot、暗面", change) == ["月之暗面/月之暗面/organisation", "暗面/月之暗面/organisation"])
    let rename = #"{"id":"com.moonshot","change":"amend","name":"Moonshot AI"}"#
    #expect(
      try mentions("月之暗面与moonshot ai", rename) == ["月之暗面/Moonshot AI/company", "moonshot ai/Moonshot AI/company"])
  }

  @Test func `a removed canonical name gives way to an alias`() throws {
    #expect(
      try mentions("苹果公司与苹果", #"{"id":"com.apple","change":"amend","remove":["蘋果公司"]}"#)
        == ["苹果/苹果/company", "苹果/苹果/company"])
  }

  @Test func `where both layers have a name the upper one says what it means`() throws {
    #expect(
      try mentions("苹果", #"{"id":"prd.fruit","type":"product","name":"苹果","source":"me","license":"CC0-1.0"}"#)
        == ["苹果/苹果/product"])
  }

  @Test func `the leftmost longest name counts over all layers`() throws {
    let lower = try EntityDictionary(entities: [entity("a", .product, "乙丙丁"), entity("b", .product, "丁戊")])
    let upper = try EntityDictionary(entities: [entity("c", .product, "甲乙")])
    let text = "甲乙丙丁戊"
    let mentions = EntityRecognizer(layers: [lower, upper]).mentions(in: text)
    #expect(mentions.map { String(text[$0.range]) } == ["甲乙", "丁戊"])
  }

  @Test func `a compiled dictionary is the same dictionary`() throws {
    let bytes = try EntityDictionary.compile(base, dataVersion: 20_261_127)
    let compiled = try EntityDictionary(compiled: bytes)
    #expect(Array(compiled.entities) == base)
    #expect(compiled.dataVersion == 20_261_127)
    #expect(try EntityDictionary.compile(base, dataVersion: 20_261_127) == bytes)
    #expect(compiled.entities(named: "蘋果").map(\.id) == ["com.apple"])
    #expect(compiled.entity(id: "prd.kimi")?.name == "Kimi")
    #expect(compiled.entity(id: "prd.none") == nil)
  }

  @Test func `damaged bytes are refused`() throws {
    var bytes = try EntityDictionary.compile(base)
    #expect(throws: EntityDictionaryError.self) { try EntityDictionary(compiled: Array(bytes.dropLast())) }
    #expect(throws: EntityDictionaryError.self) { try EntityDictionary(compiled: []) }
    bytes[bytes.count / 2] ^= 1
    #expect(throws: EntityDictionaryError.self) { try EntityDictionary(compiled: bytes) }
  }

  @Test func `ids are unique and names are names`() {
    #expect(throws: EntityDictionaryError.self) { try EntityDictionary(entities: base + [base[0]]) }
    #expect(throws: EntityDictionaryError.self) { try EntityDictionary(entities: [entity("x", .place, " - ")]) }
    let long = String(repeating: "长", count: 256)
    #expect(throws: EntityDictionaryError.self) { try EntityDictionary(entities: [entity("x", .place, long)]) }
  }

  @Test func `an empty dictionary finds nothing`() throws {
    #expect(try found("随便什么 text", by: []).isEmpty)
  }
}
