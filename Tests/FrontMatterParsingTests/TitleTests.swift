import FixtureSupport
import Foundation
import FrontMatterParsing
import Testing
import TextOffsets

@Suite("Changing the title")
struct TitleTests {
  static let pages =
    ["articles/hugo-post.md", "articles/transcript.md", "articles/toml-post.md", "frontmatter/mixed-quoting.md"]
    .map { Fixture.url($0) }
    + ["seeds/000_acd92fd61fd705b7.txt", "seeds/003_2246862a4f51d8e9.txt"].compactMap { LocalData.shared($0) }

  @Test("changes exactly one line", arguments: pages)
  func oneLine(url: URL) throws {
    let page = try String(contentsOf: url, encoding: .utf8)
    var editor = try FrontMatterEditor(page)
    let title: FrontMatter.Path = editor.matter?.data["标题"] == nil ? "title" : "标题"
    try editor.set(title, to: "新的标题")
    #expect(editor.matter?.data[path: title]?.string == "新的标题")
    let before = page.split(separator: "\n", omittingEmptySubsequences: false)
    let after = editor.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(before.count == after.count)
    #expect(zip(before, after).count { $0 != $1 } == 1)
  }

  @Test("every edit of a page with comments and mixed quoting keeps the rest")
  func mixedQuoting() throws {
    let page = try Fixture.text("frontmatter/mixed-quoting.md")
    var editor = try FrontMatterEditor(page)
    try editor.append("周慕白", to: "作者")
    try editor.append("推理", to: "tags")
    try editor.set("版本", to: .number("1.20"))
    try editor.set("cover.alt", to: "白卷 #1")
    try editor.set("series.part", to: 4)
    try editor.set("draft", to: false)
    try editor.remove("summary")
    try editor.rename("slug", to: "别名")
    let expected = page.replacing("- \"林若溪\"   # 采访\n", with: "- \"林若溪\"   # 采访\n- 周慕白\n")
      .replacing("\"LLM\" ]", with: "\"LLM\", \"推理\" ]")
      .replacing("1.10", with: "1.20")
      .replacing("'一张白卷'", with: "'白卷 #1'")
      .replacing("part: 3", with: "part: 4")
      .replacing("draft: no", with: "draft: false")
      .replacing("summary: >-\n  一个模型在考试里交了白卷。\n  我们问它为什么，它说“题目超纲了”。\n", with: "")
      .replacing("slug:", with: "别名:")
    #expect(editor.text == expected)
  }

  @Test("a page without front matter gets a block", arguments: FrontMatter.Syntax.allCases)
  func creation(syntax: FrontMatter.Syntax) throws {
    var editor = try FrontMatterEditor("\u{FEFF}\n正文\n", creating: syntax)
    #expect(editor.matter == nil)
    try editor.set("title", to: "标题")
    try editor.set("tags", to: ["a"])
    let matter = try #require(editor.matter)
    #expect(matter.syntax == syntax)
    #expect(matter.data["title"]?.string == "标题")
    #expect(editor.text[matter.bodyRange] == "\n正文\n")
    #expect(Array(editor.text.utf8.prefix(3)) == [0xEF, 0xBB, 0xBF])
  }
}
