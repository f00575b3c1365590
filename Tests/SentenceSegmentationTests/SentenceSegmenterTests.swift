import SentenceSegmentation
import Testing
import TextOffsets

@Suite("Sentences")
struct SentenceSegmenterTests {
  private func split(_ text: String, _ quotations: SentenceSegmenter.Quotations = .split) -> [String] {
    SentenceSegmenter(quotations: quotations).sentences(in: text).map { String(text[$0.content]) }
  }

  @Test("quotations are split or kept whole")
  func quotations() {
    let text = "“真的吗？”他问。她说：“真的。我看见了。”"
    #expect(split(text) == ["“真的吗？”他问。", "她说：“真的。", "我看见了。”"])
    #expect(split(text, .atomic) == ["“真的吗？”他问。", "她说：“真的。我看见了。”"])
  }

  @Test("an opening mark that is never closed holds nothing back")
  func strayQuotation() {
    #expect(split("“好。“好。“好。", .atomic) == ["“好。", "“好。", "“好。"])
  }

  @Test("the pieces tile the text, with the white space behind each")
  func tiling() {
    let text = " \u{3000}你好。 我走了！\n\n标题\n"
    let sentences = SentenceSegmenter().sentences(in: text)
    #expect(sentences.map { String(text[$0.range]) }.joined() == text)
    #expect(sentences.map { String(text[$0.content]) } == ["你好。", "我走了！", "标题"])
    #expect(sentences.map(\.kind) == [.sentence, .sentence, .heading])
  }

  @Test("a closing mark behind a blank line is a piece of its own", arguments: [("（？\n\n", "）"), ("『！\n \n", "』")])
  func closersBehindBlankLines(before: String, after: String) {
    let text = before + after
    #expect(SentenceSegmenter().sentences(in: text).map { String(text[$0.range]) } == [before, after])
  }

  @Test("a hyphen before a character is no dash", arguments: ["-入", "- 入", "-\u{A0}"])
  func hyphens(text: String) {
    #expect(SentenceSegmenter().sentences(in: text).map { String(text[$0.range]) } == [text])
  }

  @Test("speakers")
  func speakers() {
    let text = "主持人/李广密\n：请讲。谢谢。\n\n唐杰：好。\n"
    let sentences = SentenceSegmenter().sentences(in: text)
    #expect(sentences.map { $0.speaker.map { String(text[$0]) } } == ["主持人/李广密", "主持人/李广密", "唐杰"])
  }
}
