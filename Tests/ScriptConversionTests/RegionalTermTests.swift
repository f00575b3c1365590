import ScriptConversion
import ScriptConversionTables
import Testing
import TextOffsets

struct RegionalTermTests {
  private func converter(
    _ name: ConversionConfiguration, _ classes: [RegionalTermClass]
  ) -> ScriptConverter {
    let terms = UserDictionary.regionalTerms(classes, for: name, tables: .openCC)
    return ScriptConverter(name, tables: .openCC, userDictionaries: [terms])
  }

  @Test func classesAreChosenOneByOne() {
    let text = "意大利的出租车软件"
    #expect(converter(.s2tw, []).convert(text) == "意大利的出租車軟件")
    #expect(converter(.s2tw, [.computing]).convert(text) == "意大利的出租車軟體")
    #expect(converter(.s2tw, [.everyday]).convert(text) == "意大利的計程車軟件")
    #expect(converter(.s2tw, RegionalTermClass.allCases).convert(text) == "義大利的計程車軟體")
  }

  @Test func termsLeadBothWays() {
    #expect(converter(.tw2s, [.computing]).convert("伺服器與快取") == "服务器与缓存")
    #expect(converter(.t2tw, [.computing]).convert("服務器與緩存") == "伺服器與快取")
    #expect(converter(.tw2t, [.computing]).convert("伺服器與快取") == "服務器與緩存")
    #expect(converter(.s2hk, RegionalTermClass.allCases).convert("软件") == "軟件")
  }
}
