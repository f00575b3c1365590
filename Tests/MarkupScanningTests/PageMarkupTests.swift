import MarkupScanning
import Testing
import TextOffsets

@Suite("Pages")
struct PageMarkupTests {
  /// The kinds and texts of a page's blocks.
  private func blocks(_ page: String) -> [String] {
    PageMarkup(scanning: page).blocks.map { "\($0.kind) \(page[$0.content])" }
  }

  @Test("headings by every convention")
  func headings() {
    let page = """
      # 标题 #

      正文标题
      ===

      **1.****徐新（今日资本创始人）**

      【圆桌对话】

      一、起源

      **这是一句话。**
      """
    let markup = PageMarkup(scanning: page)
    #expect(markup.blocks.map(\.headingStyle) == [.atx, .setext, .bold, .bracketed, .numbered, nil])
    #expect(markup.blocks.map { String(page[$0.content]) }.first == "标题")
    #expect(markup.blocks.map(\.level) == [1, 1, 0, 0, 0, 0])
  }

  @Test("list items, their markers and quotations")
  func items() {
    let page = "- 甲\n- 乙\n\n> 1. 丙\n>    丁\n\n（1）戊是己。\n"
    let markup = PageMarkup(scanning: page)
    #expect(markup.blocks.map { $0.marker.map { String(page[$0]) } } == ["-", "-", "1.", "（1）"])
    #expect(markup.blocks.map(\.quoteDepth) == [0, 0, 1, 0])
    #expect(markup.blocks.map(\.listDepth) == [1, 1, 1, 0])
  }

  @Test("one-line paragraphs are blocks of their own, wrapped lines are not")
  func softWraps() {
    #expect(blocks("第一段。\n第二段。\n图：说明\n") == ["paragraph 第一段。", "paragraph 第二段。", "paragraph 图：说明"])
    #expect(blocks("我们从\n外部的\n感受说。\n") == ["paragraph 我们从\n外部的\n感受说。"])
    #expect(blocks("主持人\n：请讲。\n") == ["paragraph 主持人\n：请讲。"])
  }

  @Test("prose leaves code, addresses, targets, tags and shortcodes out")
  func prose() {
    let page = """
      ---
      title: 页
      ---
      运行`swift build`，见[文档](https://a.example/b)与https://c.example/d。<br>用{{< ref "x" >}}吧[[目标|显示]]。

      ```
      代码。
      ```
      """
    let markup = PageMarkup(scanning: page)
    #expect(
      markup.proseRanges.map { String(page[$0]) } == ["运行", "，见", "文档", "与", "。", "用", "吧", "显示", "。"])
  }

  @Test("a part of a page that begins with a byte-order mark is read like a page that does")
  func byteOrderMark() {
    let page = "前\n\u{FEFF}# 标题"
    let markup = PageMarkup(scanning: page, within: UTF8Range(start: 4, end: page.utf8.count))
    #expect(markup.blocks.map(\.kind) == [.heading] && markup.blocks[0].range.start == 7)
  }

  @Test func emptyHeadingHoldsItsContent() {
    for page in ["###", "### ", "###  ###", "# #", "#\t\n"] {
      for block in PageMarkup(scanning: page).blocks { #expect(block.range.contains(block.content), "\(page)") }
    }
  }
}
