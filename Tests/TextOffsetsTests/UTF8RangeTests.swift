import Testing
import TextOffsets

@Suite struct UTF8RangeTests {
  @Test func readsTheTextOfARange() {
    #expect("中文abc"[UTF8Range(3..<8)] == "文ab")
    #expect("中文".utf8Range == UTF8Range(0..<6))
  }

  @Test func scopeStaysInTheTextAndOnScalars() {
    let text = "中文"
    #expect(text.scope(of: nil) == UTF8Range(0..<6))
    #expect(text.scope(of: UTF8Range(1..<5)) == UTF8Range(0..<3))
    #expect(text.scope(of: UTF8Range(3..<900)) == UTF8Range(3..<6))
    #expect(text.scope(of: UTF8Range(900..<901)) == UTF8Range(6..<6))
  }

  @Test func comparesAndCombines() {
    let range = UTF8Range(3..<6)
    #expect(range.contains(3) && !range.contains(6))
    #expect(range.overlaps(UTF8Range(5..<9)) && !range.overlaps(UTF8Range(6..<9)))
    #expect(range.clamped(to: UTF8Range(8..<9)) == UTF8Range(8..<8))
    #expect(range < UTF8Range(3..<7) && range.shifted(by: -3) == UTF8Range(0..<3))
    #expect(range.description == "3..<6")
  }
}
