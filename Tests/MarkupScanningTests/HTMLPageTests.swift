import MarkupScanning
import Testing
import TextOffsets

@Suite struct HTMLPageTests {
  private func prose(_ page: String) -> [String] { PageMarkup(scanning: page).proseRanges.map { String(page[$0]) } }

  @Test func textsBetweenBlockTags() {
    let page = """
      <!DOCTYPE html>
      <html><head><title>题</title><style>p { }</style></head>
      <body><h2>标题</h2><p>一<b>二</b>三<br>四</p>
      <ul><li>五<li>六</ul>
      <script>if (a < b) { x = "</p>" }</script><pre>代码</pre>
      <blockquote>七</blockquote><!-- 注 --><a href="x">八</a>
      </body></html>
      """
    let markup = PageMarkup(scanning: page)
    #expect(prose(page) == ["标题", "一", "二", "三", "四", "五", "六", "七", "八"])
    let texts = markup.blocks.filter { $0.kind != .html }
    #expect(texts.map { $0.kind } == [.heading] + Array(repeating: .paragraph, count: 6))
    #expect(texts[0].level == 2 && texts[3].listDepth == 1 && texts[5].quoteDepth == 1)
    #expect(texts.allSatisfy { $0.range.end <= page.utf8.count && $0.content == $0.range })
  }

  @Test func blocksAreInOrderAndHoldAllText() {
    for page in [
      "<html>", "<html><p>一", "<html><script>一", "<html><!-- 一", "<html><p", "<html>一 < 二 <3 </p>三", "<?xml?>一",
    ] {
      var end = 0
      for block in PageMarkup(scanning: page).blocks {
        #expect(block.range.start >= end, "\(page)")
        end = block.range.end
      }
      #expect(end == page.utf8.count, "\(page)")
    }
  }

  @Test func otherPagesAreMarkdownWithBlocksOfHTML() {
    #expect(prose("<b>一</b>二") == ["一", "二"])
    #expect(
      PageMarkup(scanning: "# 题\n\n<div>\n一\n</div>\n").blocks.map(\.kind) == [.heading, .html, .paragraph, .html])
  }
}
