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

  /// Words, each between two marks, from the start of a text.
  private func words(_ marked: String) -> (text: String, words: [UTF8Range]) {
    var (text, words): (String, [UTF8Range]) = ("", [])
    for word in marked.split(separator: "|") {
      words.append(UTF8Range(start: text.utf8.count, end: text.utf8.count + word.utf8.count))
      text += word
    }
    return (text, words)
  }

  @Test(arguments: [
    ("三|公裡|路", "三公里路"), ("皇後|和|茶幾", "皇后和茶几"), ("女皇|後來|說", "女皇後來說"), ("上遊|幹涉", "上游干涉"),
  ])
  func withWordsBringsBackWhatWasConvertedTooFar(_ marked: String, _ expected: String) {
    let (text, words) = words(marked)
    #expect(repair.repair(text, respecting: words).text == expected)
  }

  @Test func inNamesOnlyWhatNoTraditionalTextHasChanges() {
    let text = "林俊旸与范曉東、余紹清"
    let names = [UTF8Range(start: 0, end: 9), UTF8Range(start: 12, end: 21), UTF8Range(start: 24, end: 33)]
    #expect(repair.repair(text, protecting: names).text == "林俊暘與范曉東、余紹清")
  }

  @Test func charactersByThemselvesKeepTheirOffsets() {
    let text = "a頭髮與皇後\u{1F600}𠮷 b"
    let simplified = ScriptConverter(.t2s, tables: .openCC).convertCharacters(text)
    #expect(simplified == "a头发与皇后\u{1F600}𠮷 b")
    #expect(simplified.utf8.count == text.utf8.count)
  }

  @Test func longTextsTakeLinearTime() {
    let text = String(repeating: "這里的遊戲復雜，", count: 20_000)
    let rewriting = repair.repair(text)
    #expect(rewriting.text == String(repeating: "這裡的遊戲複雜，", count: 20_000))
    #expect(rewriting.edits.count == 40_000)
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
