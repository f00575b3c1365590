import ScriptConversion
import ScriptConversionTables
import Testing
import TextOffsets

struct ScriptDetectorTests {
  let detector = ScriptDetector(tables: .openCC)

  @Test(arguments: [
    ("这个软件很好用", ScriptReport.Script.simplified), ("這個軟體很好用", .traditional), ("这个软件和那個軟體", .mixed),
    ("日本語のテキストです", .japanese), ("abc 123", .none), ("", .none), ("人工", .none), ("昇腾芯片来了", .simplified),
    ("公里里外，皇后之后", .none), ("群峰之床", .none),
  ])
  func tells(_ text: String, _ script: ScriptReport.Script) {
    #expect(detector.detect(text).script == script)
  }

  @Test func tellsRegions() {
    #expect(detector.detect("說啟動裡面").region == .taiwan)
    #expect(detector.detect("説啓動裏面").region == .hongKong)
    #expect(detector.detect("说启动里面").region == nil)
  }

  @Test func spansJoinToTheEvidence() {
    let text = "ab这软件，和那個軟體cd"
    let report = detector.detect(text)
    #expect(report.spans.map(\.script) == [.simplified, .traditional])
    #expect(report.spans.map { String(text[$0.range]) } == ["这软", "個軟體"])
    #expect(report.spans.map(\.count).reduce(0, +) == report.counts.simplified + report.counts.traditional)
  }

  @Test func reportsTermsOfTheOtherSide() {
    let text = "这个软体的程式码在伺服器上"
    let terms = detector.detect(text).terms
    #expect(terms.map { String(text[$0.range]) } == ["软体", "程式码", "伺服器"])
    #expect(terms.map(\.isTaiwanese) == [true, true, true])
    #expect(terms.map(\.counterpart) == ["软件", "代码", "服務器"])
    #expect(detector.detect("這個軟件").terms.map(\.counterpart) == ["軟體"])
  }

  @Test func looksAtRangesInOffsetsOfTheText() {
    let text = "這個。这个。"
    let report = detector.detect(text, within: UTF8Range(start: 9, end: 18))
    #expect(report.script == .simplified)
    #expect(report.spans.first?.range == UTF8Range(start: 9, end: 15))
  }
}
