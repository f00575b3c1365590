import CoreLexicon
import FixtureSupport
import Foundation
import FrontMatterParsing
import MarkupScanning
import NamedEntities
import ScriptConversion
import ScriptConversionTables
import SentenceSegmentation
import TechEntities
import Testing
import TextDecoding
import TextOffsets
import WordTokenization

/// The engines together, as a client composes them: through ranges of the one text alone.
@Suite struct PipelineTests {
  private static let names = EntityRecognizer(TechEntities.dictionary)
  private static let words = WordTokenizer(lexicon: .core)

  /// Entities in the prose of a page: neither metadata, nor code, nor addresses.
  @Test func namesInProseAreReportedAgainstThePage() throws {
    let page = """
      ---
      title: 华为
      ---

      # 周报

      唐杰谈了`华为`的进展，见[报道](https://example.com/华为)。华为没有回应。

      ```
      华为
      ```

      """
    let body = try #require(try FrontMatter(in: page)?.bodyRange)
    let prose = PageMarkup(scanning: page, within: body).proseRanges
    let mentions = prose.flatMap { Self.names.mentions(in: page, within: $0) }
    #expect(mentions.map { String(page[$0.range]) } == ["唐杰", "华为"])
    let huawei = try #require(mentions.last)
    #expect(page[UTF8Range(start: huawei.range.end, end: huawei.range.end + 12)] == "没有回应")
  }

  /// A Traditional text is converted, names are found in the result, and each is reported against the original.
  @Test func namesInConvertedTextAreReportedAgainstTheOriginal() {
    let original = "騰訊大模型負責人姚順雨說，程式碼比資料貴。"
    let rewriting = ScriptConverter(.tw2sp, tables: .openCC).rewriting(original)
    let places = Self.names.mentions(in: rewriting.text).map {
      String(original[rewriting.edits.sourceRange(of: $0.range)])
    }
    #expect(places == ["騰訊", "姚順雨"])
  }

  /// Words and sentences of one page agree: no word lies in two sentences.
  @Test(arguments: ["hugo-post.md", "newsletter.md", "transcript.md", "traditional-repost.md", "toml-post.md"])
  func wordsLieInSentences(article: String) throws {
    let page = try Fixture.text("articles/" + article)
    let sentences = Array(SentenceSegmenter().sentences(in: page))
    #expect(sentences.first?.range.start == 0)
    #expect(sentences.last?.range.end == page.utf8.count)
    for (sentence, next) in zip(sentences, sentences.dropFirst()) { #expect(sentence.range.end == next.range.start) }
    for sentence in sentences {
      let tokens = Self.words.tokens(in: page, within: sentence.range)
      #expect(tokens.map { String(page[$0]) }.joined() == page[sentence.range])
    }
  }

  /// The pages of each encoding hold text that the engines read like any other.
  @Test(arguments: ["gb18030-page.html", "big5-page.html", "utf16-memo.txt"])
  func decodedPagesAreRead(article: String) throws {
    let bytes = try Fixture.bytes("articles/" + article)
    let decoded = try TextDecoder().decode(bytes.span)
    #expect(!decoded.text.unicodeScalars.contains("\u{FFFD}"))
    #expect(Self.words.tokens(in: decoded.text).count > 50)
  }

  /// The five articles that zhtext was first asked to serve.
  @Test func theArticlesAreReadWhole() throws {
    guard let folder = LocalData.shared("seeds") else { return print("skipped: ../shared/seeds is not here") }
    for name in ["000_acd92fd61fd705b7.txt", "003_2246862a4f51d8e9.txt"] {
      let page = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      let matter = try #require(try FrontMatter(in: page))
      #expect(matter.data["title"]?.string?.isEmpty == false)
      #expect(page[matter.range].hasSuffix("---\n"))
    }
  }
}
