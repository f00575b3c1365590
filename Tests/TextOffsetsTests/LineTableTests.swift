import Testing
import TextOffsets

@Suite struct LineTableTests {
  @Test func countsLinesAsEditorsDo() {
    let table = LineTable("一\r\n二\r三\n\n")
    #expect(table.starts == [0, 5, 9, 13, 14])
    #expect(table.range(ofLine: 1) == UTF8Range(0..<5))
    #expect(table.range(ofLine: 5) == UTF8Range(14..<14))
  }

  @Test func countsColumnsInScalars() {
    let table = LineTable("ab\n中文x")
    #expect(table.position(of: 9) == .init(line: 2, column: 3))
    #expect(table.position(of: 999) == .init(line: 2, column: 4))
    #expect(table.position(of: 0).description == "1:1")
  }
}
