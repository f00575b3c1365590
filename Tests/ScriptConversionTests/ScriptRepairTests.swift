import ScriptConversion
import ScriptConversionTables
import Testing
import TextOffsets

struct ScriptRepairTests {
  private let repair = ScriptRepair(to: .taiwan, tables: .openCC)

  @Test(arguments: [
    ("這里的遊戲復雜，關系到范圍", "這裡的遊戲複雜，關係到範圍"), ("他愿意并且等到最后", "他願意並且等到最後"),
    ("頭發白了，發現問題", "頭髮白了，發現問題"), ("數據采集與標簽", "數據採集與標籤"), ("制造業", "製造業"),
    ("什么時候，于是", "什麼時候，於是"),
  ])
  func repairsWhatIsWrong(_ text: String, _ expected: String) {
    #expect(repair.repair(text).text == expected)
  }

  @Test(arguments: [
    "皇后與太后，公里與里程", "發布與發佈，註釋與注釋", "這裡的範圍很複雜", "裏面與裡面", "干預與若干", "茶几",
    "abc, (x) \u{0}", "",
  ])
  func leavesWhatIsRight(_ text: String) {
    let rewriting = repair.repair(text)
    #expect(rewriting.text == text)
    #expect(rewriting.edits.isEmpty)
  }

  @Test func leavesNamesAndWhatIsOutsideOfRanges() {
    let text = "范曉東說：這里`這里`"
    let name = UTF8Range(start: 0, end: 9)
    let code = UTF8Range(start: 0, end: 21)
    #expect(repair.repair(text, within: [code], protecting: [name]).text == "范曉東說：這裡`這里`")
  }

  @Test func punctuationIsOptional() {
    let text = "他說,“好.”見node.js (v1.2),再見(真的)"
    #expect(repair.repair(text).text == text)
    let thorough = ScriptRepair(to: .taiwan, tables: .openCC, repairsPunctuation: true)
    #expect(thorough.repair("他說,“好”(真的)見a.b,c").text == "他說，「好」（真的）見a.b,c")
    let simplified = ScriptRepair(to: .simplified, tables: .openCC, repairsPunctuation: true)
    #expect(simplified.repair("這個「軟件」的范圍").text == "这个“软件”的范围")
  }

  @Test func editsLeadBack() {
    let text = "這里有關系"
    let rewriting = repair.repair(text)
    #expect(rewriting.edits.map(\.source) == [UTF8Range(start: 3, end: 6), UTF8Range(start: 12, end: 15)])
    for edit in rewriting.edits { #expect(rewriting.edits.sourceRange(of: edit.target) == edit.source) }
  }
}
