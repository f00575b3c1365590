import FrontMatterParsing
import Testing
import TextOffsets

@Suite("Reading a page")
struct FrontMatterTests {
  @Test("keys, typed values and the body of a Chinese page")
  func chineseKeys() throws {
    let page = """
      ---
      title: "端侧模型：小而快"
      发布日期: 2026-01-10
      作者: '何之远'
      version: 1.10
      draft: false
      tags:
        - 芯片
        - "NPU"
      ---

      正文从这里开始。
      """
    let matter = try #require(try FrontMatter(in: page))
    #expect(matter.syntax == .yaml)
    #expect(matter.data["title"]?.string == "端侧模型：小而快")
    #expect(matter.data["发布日期"]?.timestamp?.date?.day == 10)
    #expect(matter.data["version"]?.string == "1.10")
    #expect(matter.data["version"]?.double == 1.1)
    #expect(matter.data["draft"]?.boolean == false)
    #expect(matter.data["tags"]?.elements.map(\.string) == ["芯片", "NPU"])
    #expect(page[matter.bodyRange] == "\n正文从这里开始。")
    let author = try #require(matter.data.entry("作者"))
    #expect(page[author.key.range] == "作者")
    #expect(page[author.value.range] == "'何之远'")
    #expect(matter.warnings == [])
  }

  @Test func errorsCoverWholeScalars() {
    for page in ["{\n重启\n}\n", "+++\n重启\n+++\n", "---\na: \"\\重\"\n---\n", "---\n\"a\"重: 1\n---\n"] {
      let error = #expect(throws: FrontMatterError.self) { try FrontMatter(in: page) }
      guard let range = error?.range else { continue }
      #expect(page.scope(of: range) == range, "\(page)")
    }
  }
}
