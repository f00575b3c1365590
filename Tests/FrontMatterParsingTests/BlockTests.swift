import FrontMatterParsing
import Testing
import TextOffsets

@Suite("Finding the block")
struct BlockTests {
  @Test(
    "fences, and what may stand before them",
    arguments: [
      ("---\na: 1\n---\nb", FrontMatter.Syntax.yaml, "b"),
      ("---\na: 1\n---", .yaml, ""),
      ("---\na: 1\n...\nb", .yaml, "b"),
      ("\u{FEFF}---\na: 1\n---\nb", .yaml, "b"),
      ("\n \t\n---\na: 1\n---\nb", .yaml, "b"),
      ("\u{FEFF}\r\n---\r\na: 1\r\n---\r\n\r\nb", .yaml, "\r\nb"),
      ("--- \t\na: 1\n---\t\nb", .yaml, "b"),
      ("---\na: |\n  ---\n---\nb", .yaml, "b"),
      ("---\n---\nb", .yaml, "b"),
      ("---\na: 1\n----\n--- x\n ---\n---\n---\nb\n", .yaml, "---\nb\n"),
      ("+++\na = 1\n+++\nb", .toml, "b"),
      ("+++\na = \"\"\"\n ---\n\"\"\"\n+++\nb", .toml, "b"),
      (";;;\n{\"a\": 1}\n;;;\nb", .json, "b"),
      ("{\n\"a\": \"}\\\"\n\",\n\"b\": {\n}}\n}\nb", .json, nil),
      ("{\n\"a\": {\n\"b\": [1]},\n\"c\": \"}\"\n}  \nb", .json, "b"),
      ("{\n}", .json, ""),
    ] as [(String, FrontMatter.Syntax, String?)])
  func found(page: String, syntax: FrontMatter.Syntax, body: String?) throws {
    let block = FrontMatter.Block(in: page)
    #expect(block?.syntax == (body == nil ? nil : syntax))
    #expect(block.map { String(page[$0.bodyRange]) } == body)
  }

  @Test(
    "pages without front matter",
    arguments: [
      "", "\n", "正文\n", "---", "---\n", "---\n\n正文一行\n", "---foo\na: 1\n---\n", "-----\na: 1\n-----\n",
      " ---\na: 1\n ---\n",
      "正文\n---\na: 1\n---\n", "----\na: 1\n----\n", "++\na = 1\n++\n", "{\"a\": 1}\n", "{{< figure >}}\n}\n",
      "{% raw %}\n}\n",
      "{ 正文", "--- js x\n", "\u{FEFF}\u{FEFF}---\na: 1\n---\n", "---\n散文一段，没有键。\n---\n正文\n",
      "---\ntext with: colon\nmore\n",
    ])
  func none(page: String) throws {
    #expect(try FrontMatter(in: page) == nil)
  }

  @Test("a part of a text is a page of its own, in offsets of the whole")
  func within() throws {
    let page = "---\ntitle: 标题\nlist: [a]\n---\n正文"
    let text = "前文\n" + page + "后文"
    let start = "前文\n".utf8.count
    let whole = try #require(try FrontMatter(in: page))
    let part = UTF8Range(start: start, end: start + page.utf8.count)
    let matter = try #require(try FrontMatter(in: text, within: part))
    #expect(matter.block.range == whole.block.range.shifted(by: start))
    #expect(matter.bodyRange == whole.bodyRange.shifted(by: start))
    #expect(text[matter.bodyRange] == "正文")
    let title = try #require(matter.data.entry("title"))
    #expect(text[title.key.range] == "title")
    #expect(text[title.value.range] == "标题")
    #expect(title.value.position == LineTable.Position(line: 3, column: 8))
    #expect(try FrontMatter(in: text) == nil)
    do throws(FrontMatterError) {
      _ = try FrontMatter(in: "前文\n---\na: [\n---\n", within: UTF8Range(start: start, end: start + 13))
      Issue.record("read")
    } catch {
      #expect(error.position == LineTable.Position(line: 3, column: 4))
    }
  }
}

extension Optional where Wrapped == FrontMatter {
  /// Whether two pages have no front matter.
  static func == (left: FrontMatter?, right: _OptionalNilComparisonType) -> Bool { left.map { _ in false } ?? true }
}
